"""What staff are told of an action: how many rows it has changed."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest

from nejat.editions.templatetags.editions import edition_number


def count_changed(rows: Iterable[Any], act: Callable[[Any], object]) -> int:
    """Do something with each row; return how many have another state then."""
    count = 0
    for row in rows:
        before = row.state
        act(row)
        count += row.state != before
    return count


def tell(admin: ModelAdmin, request: HttpRequest, words: str, count: int) -> None:
    """Say it with its number; that nothing was changed is a warning."""
    level = messages.SUCCESS if count else messages.WARNING
    admin.message_user(request, words % {"count": edition_number(count)}, level)
