"""The reader's page of a work, rendered for somebody who sees it before readers do."""

from copy import copy
from urllib.parse import unquote

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import translation

from nejat.editions.addresses import resolved
from nejat.editions.registry import get_edition
from nejat.editorial.previews.shown import Preview


def preview_page(request: HttpRequest, preview: Preview, code: str) -> HttpResponse:
    """Return the page that stands at the address of the work in the edition, showing this work.

    The view of that address answers as to a reader without an account; `find_readable` gives it
    the work in hand. The page is for one pair of eyes: no cache and no search engine keeps it.
    """
    with translation.override(code):
        return keep_private(_answer(request, preview, code))


def keep_private(response: HttpResponse) -> HttpResponse:
    """Let no cache and no search engine keep an answer, nor its address be told elsewhere."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answer(request: HttpRequest, preview: Preview, code: str) -> HttpResponse:
    address = unquote(preview.row.get_absolute_url())
    match = resolved(address)
    asked = copy(request)
    asked.method, asked.GET = "GET", QueryDict()
    asked.path = asked.path_info = address
    asked.resolver_match, asked.user = match, AnonymousUser()
    asked.edition, asked.preview = get_edition(code), preview
    return match.func(asked, *match.args, **match.kwargs)
