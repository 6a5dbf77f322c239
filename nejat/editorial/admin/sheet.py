"""Tables for spreadsheet programs."""

import csv
from collections.abc import Iterable
from datetime import datetime

from django.http import HttpResponse

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one is run as a formula by spreadsheet programs."""


def csv_sheet(name: str, heads: Iterable[str], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """Return a table as a file to keep: CSV in UTF-8, in which no cell acts as a formula.

    An apostrophe goes before what would: the programs hide it. The mark at the beginning tells
    them that it is UTF-8.
    """
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    sheet = csv.writer(response)
    sheet.writerow(heads)
    sheet.writerows([_cell(value) for value in row] for row in rows)
    return response


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
