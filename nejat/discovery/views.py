"""Sitemaps as answers. They are written while they are sent, so that none is held in memory.

The two that count all works are small and cost the most: these are kept for a while.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from django.core.cache import cache
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from nejat.discovery.list_pages import ListPages
from nejat.discovery.news import latest_news
from nejat.discovery.sitemap_files import index_file, news_file, pages_file
from nejat.discovery.sitemaps import ROOMS, sitemap_files
from nejat.editions.registry import CODES
from nejat.hosts import site_of

FRESH_FOR = 300
"""Seconds for which nobody needs to ask again."""
LINES_A_CHUNK = 100


@require_safe
def sitemaps(request: HttpRequest) -> StreamingHttpResponse:
    """The index of all sitemaps."""
    return _kept(request, lambda: index_file(sitemap_files(), site_of(request)))


@require_safe
def sitemap(request: HttpRequest, code: str, room: str, part: str) -> StreamingHttpResponse:
    """A part; an empty one is none."""
    if code not in CODES or room not in ROOMS:
        raise Http404("There is no such sitemap.")
    pages = ROOMS[room].pages(code, part)
    if room == ListPages.name:
        return _kept(request, lambda: pages_file(pages, site_of(request)))
    first = next(pages, None)
    if first is None:
        raise Http404("There is nothing in this sitemap.")
    return _xml(pages_file(chain([first], pages), site_of(request)))


@require_safe
def news(request: HttpRequest) -> StreamingHttpResponse:
    """The articles of the last two days."""
    return _xml(news_file(latest_news(), site_of(request)))


def _kept(request: HttpRequest, write: Callable[[], Iterable[str]]) -> StreamingHttpResponse:
    """The file as it was written last, for as long as others may keep it too."""
    key = f"sitemap-{site_of(request)}{request.path}"
    return _xml([cache.get_or_set(key, lambda: "".join(write()), FRESH_FOR)])


def _xml(lines: Iterable[str]) -> StreamingHttpResponse:
    content = _in_chunks(iter(lines))
    response = StreamingHttpResponse(content, content_type="application/xml; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR}"
    return response


def _in_chunks(lines: Iterator[str]) -> Iterator[str]:
    while chunk := "".join(islice(lines, LINES_A_CHUNK)):
        yield chunk
