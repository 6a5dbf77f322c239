"""Writing in batches, so that one bad item costs nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import transaction

from .report import Report

T = TypeVar("T")


def write_safely(
    items: Sequence[T],
    write: Callable[[Sequence[T]], Report],
    fail: Callable[[T, Exception], Report],
) -> Report:
    """Write the items in one transaction; if that fails, each in its own.

    `fail` says what to report of an item that cannot be written even alone.
    """
    try:
        with transaction.atomic():
            return write(items)
    except Exception as error:
        if len(items) == 1:
            return fail(items[0], error)
    report = Report()
    for item in items:
        report.add(write_safely([item], write, fail))
    return report
