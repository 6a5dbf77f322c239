"""What the head of a page says to machines; docs/discovery.md names the context it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import quote, urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nejat.discovery.embedding import EMBEDDABLE
from nejat.discovery.share.picture import picture_of_site, picture_of_work
from nejat.editions.alternates import alternates
from nejat.editions.calendars import format_date
from nejat.editions.numbers import to_edition_digits
from nejat.editions.registry import Edition, get_edition
from nejat.editions.switcher import addresses_of
from nejat.editorial.linked_data import Data, page_data, work_data
from nejat.hosts import site_of
from nejat.paging import Cursor, KeysetPage

Context = Mapping[str, Any]

OPEN_GRAPH = {"Book": "book", "VideoObject": "video.other"}
"""What Open Graph calls works of schema.org; all others are an "article"."""


@dataclass(frozen=True)
class PageHead:
    """The head of a page that search engines may know; all addresses are absolute."""

    address: str
    """The one address of the page, without what else the request asked for."""
    alternates: list[tuple[str, str]]
    """Languages and addresses, as `alternates()` returns them."""
    other_locales: list[str]
    linked_data: Data
    description: str
    kind: str
    """What Open Graph calls it."""
    image: str
    image_alt: str
    embed: str
    """Where oEmbed tells of the page; "" for one that cannot be embedded."""


def is_hidden(context: Context, request: HttpRequest) -> bool:
    """Say whether search engines should not know the page.

    Of a long list they know the pages that lead on by `?before=`. Those that lead back by `?after=`
    show the same entries, cut elsewhere; beyond the last entry there is nothing to know, nor on the
    page of a label that nothing stands under.
    """
    page = _later_page(context)
    is_repeated = page is not None and ("after" in request.GET or not page.entries)
    return bool(is_repeated or _is_bare(context) or context["robots"])


def place_in_list(context: Context, edition: Edition) -> str:
    """Return what tells a page of a list from the others: "May 10, 2024 and older (123)".

    These are date and number of its first entry; many may share a date. "" for the first page, and
    for what is no list.
    """
    page = _later_page(context)
    if page is None or not page.entries:
        return ""
    day = timezone.localtime(page.newer.moment)
    date = format_date(day, edition, month_style=settings.MONTH_STYLE_AR)
    number = to_edition_digits(str(page.newer.pk), edition)
    return _("%(date)s and older (%(number)s)") % {"date": date, "number": number}


def head_of(context: Context, request: HttpRequest) -> PageHead:
    """Return the head of the page that is rendered with `context`, which is not hidden."""
    site, edition = site_of(request), request.edition
    path, elsewhere = _places(context, request)
    address, work = urljoin(site, path), context.get("work")
    data = context.get("linked_data") or _default_data(context, address, site)
    picture = picture_of_work(work) if work else picture_of_site()
    return PageHead(
        address=address,
        alternates=[(code, urljoin(site, path)) for code, path in alternates(elsewhere)],
        other_locales=[get_edition(code).locale for code in elsewhere if code != edition.code],
        linked_data=data,
        description=data.get("description") or _site_description(),
        kind=OPEN_GRAPH.get(data["@type"], "article") if work else "website",
        image=urljoin(site, picture.address),
        image_alt=picture.title,
        embed=_embed(address, site) if request.resolver_match.view_name in EMBEDDABLE else "",
    )


def _is_bare(context: Context) -> bool:
    return "label" in context and not (context["page"].entries or context.get("media"))


def _later_page(context: Context) -> KeysetPage | None:
    """The page of a list, unless it is the first."""
    page = context.get("page")
    return page if isinstance(page, KeysetPage) and page.newer else None


def _places(context: Context, request: HttpRequest) -> tuple[str, Mapping[str, str]]:
    """The path of the page, and its paths in all editions that have it.

    Other editions cut their lists elsewhere: a later page is none of theirs.
    """
    paths = addresses_of(request, context.get("addresses"))
    path = paths.get(request.edition.code, request.path)
    if _later_page(context) is None:
        return path, paths
    return f"{path}?before={Cursor.parse(request.GET['before'])}", {}


def _default_data(context: Context, address: str, site: str) -> Data:
    if "work" in context:
        return work_data("WebPage", context, site)
    kind, name = context.get("page_type", "WebPage"), unescape(context["page_title"])
    label = context.get("label")
    intro = label.intro if label else None
    return page_data(kind, name, address, site) | ({"description": intro} if intro else {})


def _site_description() -> str:
    return _("News, memories and publications of the Nejat Society.")


def _embed(address: str, site: str) -> str:
    return urljoin(site, reverse("discovery:oembed")) + f"?url={quote(address, safe='')}"
