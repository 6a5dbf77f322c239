"""How many rows an action has changed."""

from collections.abc import Callable, Iterable
from typing import Any


def count_changed(rows: Iterable[Any], act: Callable[[Any], object]) -> int:
    """Do something with each row; return how many have another state then."""
    count = 0
    for row in rows:
        before = row.state
        act(row)
        count += row.state != before
    return count
