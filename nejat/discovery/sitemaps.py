"""Which pages search engines are told of, in parts of which each is a file.

Works stand in the part of their edition, kind and month, so that a new one changes one small file
and twenty years of archive stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import CharField, Count, DateTimeField, F, Func, Max, QuerySet, Value
from django.db.models.functions import Cast
from django.http import Http404
from django.urls import reverse

from articles.models import Article, Contributor, Series, Topic
from articles.shelves import labels_in_use
from media_library.kinds import KINDS
from nejat.discovery.list_pages import ListPages
from nejat.discovery.sitemap_files import Listed
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.editorial.models import Content, Label
from nejat.editorial.querysets import ContentQuerySet
from nejat.pages.models import Page
from nejat.tags.models import Tag
from publications.models import Book, Issue
from publications.series import SERIES

LARGEST = 50_000
"""Pages a file, at most: https://www.sitemaps.org/protocol.html."""
CHUNK = 500
MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<file>[1-9]\d{0,3}))?", re.ASCII)
BLOCK = re.compile(r"\d{1,12}", re.ASCII)


class UtcMonth(Func):
    """The month of a moment in UTC: "2021-03". Django's own asks Python for every row of SQLite."""

    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "strftime('%%%%Y-%%%%m', %(expressions)s)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM')"
        return self.as_sql(compiler, connection, template=template, **context)


@dataclass(frozen=True)
class Works:
    """Works of a kind: a part a month, and more where a month does not fit into a file."""

    name: str
    model: type[Content]
    series: str = ""
    """Which issues, when they are issues."""
    fields: tuple[str, ...] = ()
    """What their addresses take beside number and slug."""

    def parts(self, code: str) -> QuerySet:
        """Return a row a month: room, edition, month, how many works, their newest moments."""
        published_at = column("published_at", code)
        works = self._works().published(code).order_by()
        by_month = works.rewrite(False).values(sitemap=UtcMonth(published_at))  # in this order
        newest = Max("updated_at"), Max(published_at)
        return by_month.values_list(Value(self.name), Value(code), "sitemap", Count("pk"), *newest)

    def pages(self, code: str, part: str) -> Iterator[Listed]:
        """Yield the works of a month; raise Http404 for one that does not exist."""
        start, end, file = _read_month(part)
        works = self._works().between(start, end, code).published(code)
        in_order = works.order_by(column("published_at", code), "pk")
        shown = in_order.with_publication(code, "updated_at", *self.fields)
        for work in shown[(file - 1) * LARGEST : file * LARGEST].iterator(CHUNK):
            addresses = work.addresses
            if code in addresses:  # it may have expired while those before were written
                yield Listed(addresses[code], work.changed_in(code), addresses)

    def _works(self) -> ContentQuerySet:
        works = self.model.objects.all()
        return works.of_series(self.series) if self.series else works


@dataclass(frozen=True)
class Labels:
    """Labels of a kind that lead to something: a part for as many numbers as fit into a file.

    Nobody knows their dates.
    """

    name: str
    model: type[Label]

    def parts(self, code: str) -> QuerySet:
        """Return a row a part, of the same columns as those of works."""
        named = labels_in_use(self.model, code).order_by().rewrite(False)
        by_block = named.values(sitemap=Cast(F("pk") / LARGEST, CharField()))
        no_moments = [Value(None, DateTimeField())] * 2
        return by_block.values_list(
            Value(self.name), Value(code), "sitemap", Count("pk"), *no_moments
        )

    def pages(self, code: str, part: str) -> Iterator[Listed]:
        """Yield the labels of a part; raise Http404 for one that does not exist."""
        if not BLOCK.fullmatch(part):
            raise Http404("There is no such sitemap.")
        first = int(part) * LARGEST
        labels = labels_in_use(self.model, code).for_page(code).order_by("pk")
        for label in labels.filter(pk__gte=first, pk__lt=first + LARGEST).iterator(CHUNK):
            yield Listed(label.addresses[code], addresses=label.addresses)


COUNTED: tuple[Works | Labels, ...] = (
    Works("articles", Article),
    *(Works(kind.path, kind.model) for kind in KINDS),
    Works("books", Book),
    *(Works(series.code, Issue, series.code, fields=("series",)) for series in SERIES),
    Works("pages", Page, fields=("place",)),
    Labels("topics", Topic),
    Labels("tags", Tag),
    Labels("series", Series),
    Labels("contributors", Contributor),
)
ROOMS = {room.name: room for room in (*COUNTED, ListPages())}


def sitemap_files() -> Iterator[Listed]:
    """Yield each part that holds something, of all editions; one query."""
    for code in CODES:
        yield _file(ListPages.name, code, ListPages.part)
    first, *others = (room.parts(code) for code in CODES for room in COUNTED)
    for name, code, part, count, *moments in first.union(*others, all=True):
        changed_at = max(filter(None, moments), default=None)
        for number in range(1, -(-count // LARGEST) + 1):
            yield _file(name, code, part if number == 1 else f"{part}-{number}", changed_at)


def _file(name: str, code: str, part: str, changed_at: datetime | None = None) -> Listed:
    return Listed(reverse("discovery:sitemap", args=[code, name, part]), changed_at)


def _read_month(part: str) -> tuple[datetime, datetime, int]:
    """Return when the month of a part begins and ends, and which file of that month it is."""
    found = MONTH.fullmatch(part)
    if found is None:
        raise Http404("There is no such sitemap.")
    year, month = int(found["year"]), int(found["month"])
    try:
        start = datetime(year, month, 1, tzinfo=UTC)
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    except ValueError as error:
        raise Http404("There is no such month.") from error
    return start, end, int(found["file"] or 1)
