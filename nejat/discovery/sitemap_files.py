"""Sitemaps as files (https://www.sitemaps.org/protocol.html), written as they are read.

They name alternates as https://developers.google.com/search/docs/specialty/international wants,
and news as https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from nejat.editions.alternates import alternates
from nejat.text.printing import printable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True)
class Listed:
    """A page: its path, when it last changed if anybody knows, and where else it stands."""

    path: str
    changed_at: datetime | None = None
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Its paths in the editions that have it, this one included; empty for one of this alone."""


@dataclass(frozen=True)
class News:
    """A new article, in the language of its edition."""

    path: str
    title: str
    language: str
    publication: str
    published_at: datetime


def index_file(files: Iterable[Listed], site: str) -> Iterator[str]:
    """Yield the index: the addresses of the other files."""
    yield f'{DECLARATION}<sitemapindex xmlns="{SITEMAPS}">\n'
    for file in files:
        yield f"<sitemap>{_place(file, site)}</sitemap>\n"
    yield "</sitemapindex>\n"


def pages_file(pages: Iterable[Listed], site: str) -> Iterator[str]:
    """Yield a file of pages."""
    yield f'{DECLARATION}<urlset xmlns="{SITEMAPS}" xmlns:xhtml="{XHTML}">\n'
    for page in pages:
        lines = (_alternate(*line, site) for line in alternates(page.addresses))
        yield f"<url>{_place(page, site)}{''.join(lines)}</url>\n"
    yield "</urlset>\n"


def news_file(news: Iterable[News], site: str) -> Iterator[str]:
    """Yield the file of news."""
    yield f'{DECLARATION}<urlset xmlns="{SITEMAPS}" xmlns:news="{NEWS}">\n'
    for item in news:
        publication = (
            f"<news:name>{_text(item.publication)}</news:name>"
            f"<news:language>{item.language}</news:language>"
        )
        yield (
            f"<url><loc>{_address(item.path, site)}</loc><news:news>"
            f"<news:publication>{publication}</news:publication>"
            f"<news:publication_date>{_moment(item.published_at)}</news:publication_date>"
            f"<news:title>{_text(item.title)}</news:title></news:news></url>\n"
        )
    yield "</urlset>\n"


def _place(page: Listed, site: str) -> str:
    changed = f"<lastmod>{_moment(page.changed_at)}</lastmod>" if page.changed_at else ""
    return f"<loc>{_address(page.path, site)}</loc>{changed}"


def _alternate(language: str, path: str, site: str) -> str:
    address = quoteattr(urljoin(site, path))
    return f'<xhtml:link rel="alternate" hreflang="{language}" href={address}/>'


def _address(path: str, site: str) -> str:
    return escape(urljoin(site, path))


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _text(text: str) -> str:
    return escape(printable(text))
