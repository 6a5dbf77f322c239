"""Writing in batches, so that one bad item costs nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from django.db import transaction

T = TypeVar("T")
R = TypeVar("R")


def write_safely(
    items: Sequence[T],
    write: Callable[[Sequence[T]], R],
    fail: Callable[[T, Exception], R],
) -> Iterator[R]:
    """Write the items in one transaction; if that fails, each in its own.

    Gives what each transaction wrote before the next one starts. `fail` says what to give of an
    item that cannot be written even alone.
    """
    try:
        with transaction.atomic():
            done = write(items)
    except Exception as error:
        if len(items) == 1:
            yield fail(items[0], error)
            return
    else:
        yield done
        return
    for item in items:
        yield from write_safely([item], write, fail)
