"""What stands around works of every kind: credits, ways to share, the time they take to read."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django import template
from django.http import HttpRequest

from nejat import text
from nejat.editorial.sharing import ShareLink, share_links_of

register = template.Library()


@register.simple_tag(takes_context=True)
def share_links(context: template.Context, path: str, title: str) -> list[ShareLink]:
    """Return where the page at `path` can be shared to, as plain links."""
    request: HttpRequest = context["request"]
    return share_links_of(request.build_absolute_uri(path), title)


@register.filter
def by_role(credits: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Return the roles of credits, in the order in which they come, each with its credits."""
    roles: dict[str, list[Any]] = defaultdict(list)
    for credit in credits:
        roles[credit.get_role_display()].append(credit)
    return list(roles.items())


@register.filter
def reading_minutes(html: str | None) -> int:
    """Return how many minutes a body takes to read, at least one."""
    return text.reading_minutes(html or "")
