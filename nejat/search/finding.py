"""Finding works by their words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from operator import itemgetter

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from nejat.search.backends import backend
from nejat.search.models import IndexedWork
from nejat.search.query import Query, parse
from nejat.search.querysets import Scope
from nejat.search.ranking import Rank, rank

MOST_RANKED = 100
"""So many of the newest matches are put in order, beside as many of the newest in titles."""


@dataclass(frozen=True)
class Hit:
    """A work that was found, and in which edition."""

    model: type[models.Model]
    pk: int
    edition: str


def find(
    text: str,
    codes: Iterable[str],
    *,
    limit: int,
    kinds: Collection[type[models.Model]] | None = None,
    public: bool = True,
) -> list[Hit]:
    """Return at most `limit` works whose words in one of the editions match what was typed.

    The best match comes first. Only works that readers see now, or with `public=False` those in all
    states; only of `kinds`, or of all. It takes two queries an edition at most. Any text is
    harmless; one without words finds nothing.
    """
    kinds = tuple(kinds or ())
    return find_in([Scope(code, is_public=public, kinds=kinds) for code in codes], text, limit)


def find_in(scopes: Iterable[Scope], text: str, limit: int) -> list[Hit]:
    """Return what `find` does, of scopes that say more than it can."""
    found: dict[int, tuple[Rank, IndexedWork]] = {}
    for scope in scopes:
        found |= _matches(scope, parse(text, scope.edition), limit)
    return [hit_of(row) for row in _in_order(found)[:limit]]


def candidates(scope: Scope, query: Query, most: int = MOST_RANKED) -> list[IndexedWork]:
    """Return the rows in the scope that match, the best first.

    Where there are more than `most`, these are the newest and the newest of those in titles; others
    are left out.
    """
    return _in_order(_matches(scope, query, most))


def hit_of(row: IndexedWork) -> Hit:
    """Return which work a row is of, in which edition."""
    kind = ContentType.objects.get_for_id(row.content_type_id)
    return Hit(kind.model_class(), row.object_id, row.edition)


def _matches(scope: Scope, query: Query, limit: int) -> dict[int, tuple[Rank, IndexedWork]]:
    """The newest rows that match, and where there are more, the newest of those in titles."""
    if not query:
        return {}
    newest, now = backend().newest, timezone.now()
    rows = list(newest(scope, query, limit))
    if len(rows) == limit and not scope.in_titles:
        rows += newest(replace(scope, in_titles=True), query, limit)
    return {row.pk: (rank(row, query, now), row) for row in rows}


def _in_order(found: dict[int, tuple[Rank, IndexedWork]]) -> list[IndexedWork]:
    return [row for _, row in sorted(found.values(), key=itemgetter(0))]
