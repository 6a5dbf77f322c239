"""The index of words on SQLite: FTS5.

A row of the index is numbered by the day of publishing, then by the row that it indexes. So the
newest of a hundred thousand matches are read first, and the rest not at all.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from math import floor

from django.db import connection

from nejat.search.models import IndexedWork
from nejat.search.query import Form, Query
from nejat.search.querysets import IndexedWorkQuerySet, Scope

TABLE = "search_words"
PLACE_BITS = 28
"""Of a number of the index, so many bits are the number of the row."""
DAY = "coalesce(cast(julianday({0}.published_at) as integer), 0)"
PLACE = f"({DAY} << {PLACE_BITS} | {{0}}.id)"
VALUES = "{0}.edition || ' kind' || {0}.content_type_id, {0}.title, {0}.standfirst, {0}.body"
COLUMNS = "rowid, labels, title, standfirst, body"

INSTALL = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(labels, title, standfirst, body, content='',"
    " columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    f"CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab({TABLE}, row)",
    f"CREATE TRIGGER search_remember AFTER INSERT ON search_indexedwork BEGIN"
    f" INSERT INTO {TABLE}({COLUMNS})"
    f" VALUES ({PLACE.format('new')}, {VALUES.format('new')}); END",
    f"CREATE TRIGGER search_forget AFTER DELETE ON search_indexedwork BEGIN"
    f" INSERT INTO {TABLE}({TABLE}, {COLUMNS})"
    f" VALUES ('delete', {PLACE.format('old')}, {VALUES.format('old')}); END",
    # Words that were not remembered like this cannot be forgotten: the index would break.
    "CREATE TRIGGER search_keep BEFORE UPDATE ON search_indexedwork BEGIN"
    " SELECT RAISE(ABORT, 'rows of the search are replaced, never changed'); END",
    f"INSERT INTO {TABLE}({COLUMNS})"
    f" SELECT {PLACE.format('row')}, {VALUES.format('row')} FROM search_indexedwork row",
)
REMOVE = (
    "DROP TRIGGER IF EXISTS search_keep",
    "DROP TRIGGER IF EXISTS search_forget",
    "DROP TRIGGER IF EXISTS search_remember",
    "DROP TABLE search_vocabulary",
    f"DROP TABLE {TABLE}",
)
JULIAN_DAY_OF_1970 = 2_440_587.5


def newest(scope: Scope, query: Query, limit: int) -> IndexedWorkQuerySet:
    """Return the rows in the scope that match, newest day first; one query."""
    where = [
        f"{TABLE} MATCH %s",
        f"{TABLE}.rowid BETWEEN %s AND %s",
        f"search_indexedwork.id = ({TABLE}.rowid & %s)",
    ]
    mask = (1 << PLACE_BITS) - 1
    first = _day(scope.since) << PLACE_BITS if scope.since else 0
    last = _day(scope.until) << PLACE_BITS | mask if scope.until else (1 << 63) - 1
    rows = IndexedWork.objects.in_scope(scope).extra(
        tables=[TABLE],
        where=where,
        params=[_expression(scope, query), first, last, mask],
        order_by=[f"-{TABLE}.rowid"],
    )
    return rows[:limit]


def known_words(words: Collection[str]) -> set[str]:
    """Return those of the words that stand in some text; one query."""
    marks = ", ".join(["%s"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term FROM search_vocabulary WHERE term IN ({marks})", list(words))
        return {term for (term,) in cursor.fetchall()}


def _day(moment: datetime) -> int:
    """The day of a moment as julianday() counts."""
    return floor(moment.timestamp() / timedelta(days=1).total_seconds() + JULIAN_DAY_OF_1970)


def _expression(scope: Scope, query: Query) -> str:
    """The query in the language of FTS5. Words are letters and digits alone, so none can harm."""
    labels = [f'labels : "{scope.edition}"']
    if scope.kinds:
        kinds = (f'"kind{pk}"' for pk in scope.kind_ids)
        labels.append(f"labels : ({' OR '.join(kinds)})")
    columns = "{title}" if scope.in_titles else "{title standfirst body}"
    terms = (f"({' OR '.join(map(_form, term.forms))})" for term in query.terms)
    return f"{' AND '.join(labels)} AND {columns} : ({' AND '.join(terms)})"


def _form(form: Form) -> str:
    words = " ".join(form.words)
    return f'"{words}" *' if form.is_beginning else f'"{words}"'
