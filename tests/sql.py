"""What SQL reads: no query of ours may read the unused column beside those of the editions."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nejat.editorial.columns import translated_fields

QUALIFIED = re.compile(r'"?(\w+)"?\."(\w+)"')  # "articles_article"."title", T4."name"
ALIASED = re.compile(r'"(\w+)" ([A-Z]+\d+)\b')  # "articles_topic" T4


@contextmanager
def captured() -> Iterator[list[str]]:
    """Collect the statements run inside the block."""
    statements: list[str] = []
    with CaptureQueriesContext(connection) as queries:
        yield statements
    statements.extend(query["sql"] for query in queries.captured_queries)


def base_columns_read(statements: Iterable[str]) -> set[str]:
    """Return "table.column" of every base column that the statements read.

    Django names the table of a column wherever it reads one (SELECT, WHERE, ORDER BY, F()),
    and only there: the columns that INSERT and UPDATE write stand alone, and may be named.
    """
    unused = _base_columns()
    return {found for sql in statements for found in _columns_read(sql) if found in unused}


def _columns_read(sql: str) -> Iterator[str]:
    tables = {alias: table for table, alias in ALIASED.findall(sql)}
    return (f"{tables.get(table, table)}.{name}" for table, name in QUALIFIED.findall(sql))


def _base_columns() -> set[str]:
    return {
        f"{model._meta.db_table}.{model._meta.get_field(name).column}"
        for model in apps.get_models()
        for name in translated_fields(model)
    }
