"""Telling a hub which feeds changed, so that their readers hear of it at once (WebSub).

How a publisher tells a hub is left open by https://www.w3.org/TR/websub/#publishing. Hubs take what
its forerunner asked for: a POST with `hub.mode=publish` and the address of the feed. Here it is
named as `hub.url` and as `hub.topic`, for some know the one and some the other.
"""

from collections.abc import Iterator
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from nejat.discovery.models import Ping
from nejat.editions.registry import EDITIONS
from nejat.editorial.feeds import FeedOf, WorkFeed
from nejat.pages.feeds import FEEDS_OF_LISTS, EditionFeed

FEEDS: dict[str, WorkFeed] = {"pages:home": EditionFeed(), **FEEDS_OF_LISTS}
TIMEOUT = 10
"""Seconds for which the hub may leave us waiting."""


class HubUnreachable(Exception):
    """The hub cannot be reached, or does not answer; its message says why."""


class HubRefused(Exception):
    """The hub answered, and did not take the ping; its message says why."""


class Due(NamedTuple):
    """A feed that the hub does not know in its version of now."""

    address: str
    version: str


def feeds_due() -> Iterator[Due]:
    """Yield the feeds that changed since the hub was told last, in both formats.

    Whatever is written in an entry counts, and so does what was scheduled, expired or withdrawn. A
    feed that never held anything is not due.
    """
    known = dict(Ping.objects.values_list("address", "version"))
    for edition in EDITIONS:
        asked = FeedOf(edition, settings.SITE_ADDRESS)
        for name, feed in FEEDS.items():
            with translation.override(edition.code):
                entries = feed.current(asked)
                version = feed.version(asked, entries)
                addresses = _addresses(name)
            for address in addresses:
                if known.get(address, "" if entries else version) != version:
                    yield Due(address, version)


def ping(due: Due) -> None:
    """Tell the hub of a feed, and keep that it knows; raise HubUnreachable or HubRefused."""
    fields = {"hub.mode": "publish", "hub.url": due.address, "hub.topic": due.address}
    request = Request(settings.WEBSUB_HUB, data=urlencode(fields).encode(), method="POST")
    try:
        with _opener.open(request, timeout=TIMEOUT):
            pass
    except HTTPError as error:
        with error:
            raise HubRefused(f"it answered {error.code} {error.reason}".strip()) from error
    except (OSError, HTTPException) as error:
        raise HubUnreachable(str(getattr(error, "reason", error))) from error
    Ping.objects.update_or_create(address=due.address, defaults={"version": due.version})


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would turn the POST into a GET that tells nobody anything."""

    def redirect_request(self, *args: object) -> None:
        return None


_opener = build_opener(_NoRedirect)


def _addresses(name: str) -> list[str]:
    paths = [reverse(f"{name}_{form}") for form in ("feed", "json_feed")]
    return [urljoin(settings.SITE_ADDRESS, path) for path in paths]
