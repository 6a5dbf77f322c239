"""The index of words on PostgreSQL: `tsvector` columns that follow from the row, with GIN.

Beside its words, each row holds its edition and the year of publishing as words of their own. They
begin with a sign that no word has. So words that stand in half of all texts are first asked for in
the newest years alone.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F
from django.utils import timezone

from nejat.search.models import IndexedWork
from nejat.search.query import Form, Query
from nejat.search.querysets import Scope

YEAR = "extract(year FROM published_at AT TIME ZONE 'UTC')::text"
LABELS = f"array_to_tsvector(ARRAY['#' || edition, '#' || edition || coalesce({YEAR}, '')])"
# A list of words that still wait to be sorted in is long after an import. The planner would rather
# read the whole table.
AT_ONCE = "WITH (fastupdate = off)"
INSTALL = (
    "ALTER TABLE search_indexedwork SET (toast_tuple_target = 256)",
    "ALTER TABLE search_indexedwork ADD COLUMN words tsvector GENERATED ALWAYS AS"
    f" ({LABELS} || to_tsvector('simple', title || ' ' || standfirst || ' ' || body)) STORED,"
    " ADD COLUMN title_words tsvector GENERATED ALWAYS AS"
    f" ({LABELS} || to_tsvector('simple', title)) STORED",
    f"CREATE INDEX search_words ON search_indexedwork USING gin (words) {AT_ONCE}",
    f"CREATE INDEX search_title_words ON search_indexedwork USING gin (title_words) {AT_ONCE}",
)
REMOVE = ("ALTER TABLE search_indexedwork DROP COLUMN words, DROP COLUMN title_words",)
RECENT_YEARS = 2


def newest(scope: Scope, query: Query, limit: int) -> Iterable[IndexedWork]:
    """Return the newest rows in the scope that match; one query."""
    try:
        recent, recent_params = _matching(scope, query, _recent(scope), limit)
        all_rows, all_params = _matching(scope, query, f"'#{scope.edition}'", limit)
    except EmptyResultSet:  # Django knows without asking: the scope is among no works
        return ()
    # Where the newest years hold enough, the count keeps the database from looking further.
    sql = (
        f"WITH recent AS MATERIALIZED ({recent}) SELECT * FROM recent UNION SELECT * FROM"
        f" ({all_rows}) everything WHERE (SELECT count(*) FROM recent) < %s"
    )
    return IndexedWork.objects.raw(sql, [*recent_params, *all_params, limit])


def known_words(words: Collection[str]) -> set[str]:
    """Return those of the words that stand in some text; one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM unnest(%s::text[]) word WHERE EXISTS (SELECT FROM search_indexedwork"
            " WHERE words @@ (SELECT to_tsquery('simple', word)))",
            [list(words)],
        )
        return {word for (word,) in cursor.fetchall()}


def _matching(scope: Scope, query: Query, labels: str, limit: int) -> tuple[str, tuple[Any, ...]]:
    """A statement for the newest rows that match and carry one of the labels."""
    column = "title_words" if scope.in_titles else "words"
    # In a subquery the words are unknown to the planner. It would read the whole table for those
    # that it knows to be frequent.
    # PostgreSQL finds no word in some signs that are digits elsewhere: «৴». A query of these alone
    # is empty, and would leave nothing but the labels, which all rows carry.
    words = "SELECT q && %s::tsquery FROM to_tsquery('simple', %s) q WHERE numnode(q) > 0"
    matches = f"search_indexedwork.{column} @@ ({words})"
    rows = IndexedWork.objects.in_scope(scope).extra(
        where=[matches], params=[labels, _expression(query)]
    )
    rows = rows.order_by(F("published_at").desc(nulls_last=True), "-pk")[:limit]
    return rows.query.sql_with_params()


def _recent(scope: Scope) -> str:
    end: datetime = min(filter(None, (scope.until, timezone.now() + timedelta(days=1))))
    return " | ".join(f"'#{scope.edition}{end.year - ago}'" for ago in range(RECENT_YEARS))


def _expression(query: Query) -> str:
    """The query in the language of PostgreSQL. Words are letters and digits alone."""
    terms = (f"({' | '.join(map(_form, term.forms))})" for term in query.terms)
    return " & ".join(terms)


def _form(form: Form) -> str:
    return f"({' <-> '.join(form.words)}{':*' if form.is_beginning else ''})"
