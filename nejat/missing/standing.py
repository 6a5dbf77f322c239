"""Whether a page stands at an address: redirects work only where none does."""

from collections.abc import Iterator
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.urls import ResolverMatch
from django.utils import translation

from nejat.editions.addresses import edition_of, resolved
from nejat.editions.registry import get_edition


def is_taken(path: str) -> bool:
    """Say whether a page of ours answers a reader who asks for a normal path now.

    Its view is asked: it alone knows which works and labels there are, and which slugs it corrects.
    """
    return any(_answers(address, match) for address, match in _matches(path))


def may_be_taken(path: str) -> bool:
    """Say whether a normal path has the form of a page of ours, whose view would be asked."""
    return any(_matches(path))


def _matches(path: str) -> Iterator[tuple[str, ResolverMatch]]:
    """The forms of a path that belong to a view of ours, with it."""
    for address in (f"{unquote(path)}/", unquote(path)):
        if match := resolved(address):
            yield address, match


def _answers(address: str, match: ResolverMatch) -> bool:
    request = _request(address, match)
    with translation.override(request.edition.code):
        try:
            answer = match.func(request, *match.args, **match.kwargs)
        except Http404:
            return False
    return answer.status_code != 404


def _request(address: str, match: ResolverMatch) -> HttpRequest:
    """What a reader's browser would ask, who is nobody in particular."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = address
    request.META = {"SERVER_NAME": _host(), "SERVER_PORT": "80"}
    request.user, request.resolver_match = AnonymousUser(), match
    request.edition = get_edition(edition_of(address))
    return request


def _host() -> str:
    """A host under which the site answers."""
    return next((host for host in settings.ALLOWED_HOSTS if host != "*"), "localhost")
