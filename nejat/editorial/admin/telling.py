"""What staff are told of an action."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest

from nejat.editions.templatetags.editions import edition_number


def tell(admin: ModelAdmin, request: HttpRequest, words: str, count: int) -> None:
    """Say it with its number; that nothing was changed is a warning."""
    level = messages.SUCCESS if count else messages.WARNING
    admin.message_user(request, words % {"count": edition_number(count)}, level)
