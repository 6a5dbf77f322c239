"""Keyset pages: page 9,000 of an archive costs what page 1 costs, and nothing shifts.

A page is asked for by the entry it stands next to (`?before=…`, `?after=…`), never by a
number. The condition is written `d <= x AND (d < x OR id < y)`, because databases use the
index for that form and not for the usual `d < x OR (d = x AND id < y)`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Model, Q, QuerySet, Subquery

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
CURSOR = re.compile(r"(-?\d{1,17})-(\d{1,18})", re.ASCII)


class BadCursor(BadRequest):
    """The address names a place in a list that cannot exist; Django answers 400."""


@dataclass(frozen=True)
class Cursor:
    """The place of one entry in a list ordered by moment and id."""

    moment: datetime
    pk: int

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Read what `str()` wrote; raise BadCursor for anything else."""
        match = CURSOR.fullmatch(text)
        if not match:
            raise BadCursor("This is not a place in a list.")
        try:
            return cls(EPOCH + int(match[1]) * MICROSECOND, int(match[2]))
        except OverflowError as error:
            raise BadCursor("This moment is in no calendar.") from error

    def __str__(self) -> str:
        return f"{(self.moment - EPOCH) // MICROSECOND}-{self.pk}"


@dataclass(frozen=True)
class KeysetPage:
    """Some entries, newest first, and the cursors of the pages beside them (None at an end)."""

    entries: Sequence[Any]
    older: Cursor | None = None
    newer: Cursor | None = None


def keyset_page(
    queryset: QuerySet, moment: str, params: Mapping[str, str], *, size: int
) -> KeysetPage:
    """Return the page that `params` asks for, ordered by the column `moment`, newest first.

    Costs one query, two when `?after=` has come to the newest page. Raises BadCursor.
    """
    if after := params.get("after"):
        if page := _newer_than(queryset, moment, Cursor.parse(after), size):
            return page
    elif before := params.get("before"):
        return _older_than(queryset, moment, Cursor.parse(before), size)
    return _newest(queryset, moment, size)


def neighbours(queryset: QuerySet, moment: str, entry: Model) -> tuple[Model | None, Model | None]:
    """Return the next newer and the next older entry than `entry`; one query.

    An entry without a moment stands nowhere in the list: it has none.
    """
    if getattr(entry, moment) is None:
        return None, None
    cursor = _cursor_of(entry, moment)
    newer = queryset.filter(_beyond(cursor, moment, "gt")).order_by(moment, "pk")
    older = queryset.filter(_beyond(cursor, moment, "lt")).order_by(f"-{moment}", "-pk")
    nearest = Q(pk=Subquery(newer.values("pk")[:1])) | Q(pk=Subquery(older.values("pk")[:1]))
    place = (cursor.moment, cursor.pk)
    found = {(getattr(e, moment), e.pk) > place: e for e in queryset.filter(nearest)}
    return found.get(True), found.get(False)


def _newest(queryset: QuerySet, moment: str, size: int) -> KeysetPage:
    entries = list(queryset.order_by(f"-{moment}", "-pk")[: size + 1])
    return KeysetPage(entries[:size], older=_end(entries, moment, size))


def _older_than(queryset: QuerySet, moment: str, cursor: Cursor, size: int) -> KeysetPage:
    page = _newest(queryset.filter(_beyond(cursor, moment, "lt")), moment, size)
    newer = _cursor_of(page.entries[0], moment) if page.entries else cursor
    return KeysetPage(page.entries, older=page.older, newer=newer)


def _newer_than(queryset: QuerySet, moment: str, cursor: Cursor, size: int) -> KeysetPage | None:
    """Return the page just above the cursor, or None when that is the newest page."""
    ascending = queryset.filter(_beyond(cursor, moment, "gt")).order_by(moment, "pk")
    entries = list(ascending[: size + 1])
    newer = _end(entries, moment, size)
    if newer is None:
        return None
    entries = entries[:size][::-1]
    return KeysetPage(entries, older=_cursor_of(entries[-1], moment), newer=newer)


def _end(entries: list[Any], moment: str, size: int) -> Cursor | None:
    return _cursor_of(entries[size - 1], moment) if len(entries) > size else None


def _cursor_of(entry: Any, moment: str) -> Cursor:
    return Cursor(getattr(entry, moment), entry.pk)


def _beyond(cursor: Cursor, moment: str, side: str) -> Q:
    on_this_side = Q(**{f"{moment}__{side}e": cursor.moment})
    strictly = Q(**{f"{moment}__{side}": cursor.moment}) | Q(**{f"pk__{side}": cursor.pk})
    return on_this_side & strictly
