"""Feeds of works: which works one holds, in what order, and what each of its entries says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import ClassVar, NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from nejat.editions.registry import Edition
from nejat.editorial.columns import column
from nejat.editorial.feed_formats import Author, Enclosure, Entry
from nejat.editorial.models import Content, Label
from nejat.editorial.querysets import ContentQuerySet
from nejat.hosts import site_of
from nejat.text.absolute import absolute_html

FEED_SIZE = 20


@dataclass(frozen=True)
class FeedOf:
    """What one request asks a feed of; the feed itself serves all threads and keeps nothing."""

    edition: Edition
    site: str
    """Scheme and host, for what feed readers want absolute: "https://example.org"."""
    label: Label | None = None


class Held(NamedTuple):
    """One work that a feed holds now, and the feed that says how it is written."""

    published_at: datetime
    pk: int
    feed: "WorkFeed"


class WorkFeed:
    """The newest works of a kind in an edition; subclasses say which works, and their words."""

    model: ClassVar[type[Content]]
    path: str
    """What stands before the number in the names of entries: "articles"."""
    is_pushed = True
    """Whether the hub is told when it changes (see `ping_hubs`)."""

    def ask(self, request: HttpRequest) -> FeedOf:
        """Return what the request asks for; raise Http404 for a label that is not there."""
        return FeedOf(request.edition, site_of(request))

    def works(self, label: Label | None) -> ContentQuerySet:
        """Return the works that this feed is about, in whatever state."""
        return self.model.objects.all()

    def title(self, asked: FeedOf) -> str:
        """Return the name of the feed without that of the site; "" for the site itself."""
        return str(asked.label.name) if asked.label else ""

    def link(self, asked: FeedOf) -> str:
        """Return the path of the page that it follows."""
        return asked.label.get_absolute_url() if asked.label else asked.edition.home

    def newest(self, asked: FeedOf) -> list[Held]:
        """Return what the feed holds now, the newest first; one query."""
        code = asked.edition.code
        works = self.works(asked.label).published(code).newest_first(code)
        rows = works.values_list(column("published_at", code), "pk")[:FEED_SIZE]
        return [Held(moment, pk, self) for moment, pk in rows]

    def current(self, asked: FeedOf) -> list[Entry]:
        """Return the entries of what the feed holds now, in the active language."""
        held = self.newest(asked)
        by_feed = defaultdict(list)
        for work in held:
            by_feed[work.feed].append(work.pk)
        found = {feed: feed.entries(asked, pks) for feed, pks in by_feed.items()}
        return [found[w.feed][w.pk] for w in held if w.pk in found[w.feed]]

    def version(self, asked: FeedOf, entries: Sequence[Entry]) -> str:
        """Return what stands for the content of the feed: short, and another after any change.

        It is made of the entries as they are written: the dates of works do not tell of a tag that
        is called otherwise, or of an article that left an issue.
        """
        known = repr((asked.site, settings.WEBSUB_HUB, self.title(asked), entries))
        return blake2b(known.encode(), digest_size=12).hexdigest()

    def entries(self, asked: FeedOf, pks: Iterable[int]) -> dict[int, Entry]:
        """Return the entries of these works by their numbers, in the active language."""
        works = list(self.model.objects.for_page(asked.edition.code).filter(pk__in=pks))
        contents = self.contents(works, asked)
        authors, tags = self.authors(works, asked), self.tags(works, asked)
        return {
            work.pk: self._entry(
                asked,
                work,
                content=contents[work.pk],
                authors=authors.get(work.pk, ()),
                tags=tags.get(work.pk, ()),
            )
            for work in works
        }

    def contents(self, works: Sequence[Content], asked: FeedOf) -> dict[int, str]:
        """Return the text of each work as HTML, by its number; paths in it may be relative."""
        raise NotImplementedError

    def authors(self, works: Sequence[Content], asked: FeedOf) -> dict[int, tuple[Author, ...]]:
        """Return who wrote the works, by their numbers."""
        return {}

    def tags(self, works: Sequence[Content], asked: FeedOf) -> dict[int, tuple[str, ...]]:
        """Return the keywords of the works, by their numbers."""
        return {}

    def image(self, work: Content, asked: FeedOf) -> Enclosure | None:
        """Return the picture that stands for the work."""
        return None

    def enclosures(self, work: Content, asked: FeedOf) -> tuple[Enclosure, ...]:
        """Return the files that come with the work."""
        return ()

    def _entry(self, asked: FeedOf, work: Content, content: str, **more: object) -> Entry:
        edition = asked.edition
        address = urljoin(asked.site, work.get_absolute_url())
        whole = mark_safe(absolute_html(content, address))
        return Entry(
            # A name (RFC 4151) that stays when a corrected title changes the address.
            id=f"tag:nejatngo.org,2003:{edition.code}/{self.path}/{work.pk}",
            address=address,
            title=work.title,
            summary=work.standfirst or "",
            content=format_html(
                '<div lang="{}" dir="{}">{}</div>', edition.code, edition.direction, whole
            ),
            published_at=work.published_at,
            updated_at=work.changed_in(edition.code),
            image=self.image(work, asked),
            enclosures=self.enclosures(work, asked),
            **more,
        )
