"""How a feed reader is answered: in its format, and not at all when it knows the feed already.

Each feed has two addresses below that of its list, "feed/" and "feed.json", with the same entries.
"""

from collections.abc import Callable
from hashlib import blake2b
from time import time
from urllib.parse import urljoin

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.encoding import escape_uri_path
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nejat.editorial.feed_formats import (
    ATOM_FORMAT,
    JSON_FORMAT,
    Author,
    Channel,
    Entry,
    Format,
)
from nejat.editorial.feeds import FeedOf, WorkFeed

FRESH_FOR = 300
"""Seconds for which nobody needs to ask again."""
REMEMBERED_FOR = 30 * 24 * 60 * 60


def feed_paths(start: str, feed: WorkFeed, name: str) -> list[URLPattern]:
    """Return the addresses of a feed below that of its list: `name`_feed and `name`_json_feed."""
    return [
        path(f"{start}feed/", _view(feed, ATOM_FORMAT), name=f"{name}_feed"),
        path(f"{start}feed.json", _view(feed, JSON_FORMAT), name=f"{name}_json_feed"),
    ]


def _view(feed: WorkFeed, form: Format) -> Callable[..., HttpResponse]:
    @require_safe
    def view(request: HttpRequest, **captured: str) -> HttpResponse:
        asked = feed.ask(request, **captured)
        entries = feed.current(asked)
        address = urljoin(asked.site, escape_uri_path(request.path))
        hub = settings.WEBSUB_HUB if feed.is_pushed else ""
        etag = f'W/"{feed.version(asked, entries)}"'
        changed_at = _changed_at(address, etag)
        response = get_conditional_response(request, etag, changed_at)
        if response is None:
            channel = _channel(feed, asked, address=address, hub=hub, entries=entries)
            response = HttpResponse(form.write(channel, entries), content_type=form.media_type)
        response.headers["ETag"] = etag
        response.headers["Last-Modified"] = http_date(changed_at)
        response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR}"
        if hub:
            response.headers["Link"] = f'<{hub}>; rel="hub", <{address}>; rel="self"'
        return response

    return view


def _channel(
    feed: WorkFeed, asked: FeedOf, *, address: str, hub: str, entries: list[Entry]
) -> Channel:
    publisher, title = _("Nejat Society"), feed.title(asked)
    return Channel(
        title=f"{title} – {publisher}" if title else publisher,
        home=urljoin(asked.site, feed.link(asked)),
        address=address,
        language=asked.edition.code,
        publisher=Author(publisher, urljoin(asked.site, asked.edition.home)),
        updated_at=max((entry.updated_at for entry in entries), default=timezone.now()),
        hub=hub,
    )


def _changed_at(address: str, etag: str) -> int:
    """Return since when a feed has been what it is now, as far as we have seen it, in seconds.

    The newest date in it would not do: what expires or is withdrawn leaves no date behind. Each
    change has a second of its own, so that one who asks by the date alone misses none.
    """
    key = f"feed-{blake2b(address.encode(), digest_size=12).hexdigest()}"
    known, since = cache.get(key, ("", 0))
    if known != etag:
        since = max(int(time()), since + 1)
        cache.set(key, (etag, since), REMEMBERED_FOR)
    return since
