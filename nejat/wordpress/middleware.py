"""Old addresses answer 301 to the one of today, in one hop."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import is_valid_path

from nejat.wordpress.addresses import AMP_PARAMETERS, OLD_PARAMETERS, read_address
from nejat.wordpress.targets import LABELS, WORKS, find_target

GOVERNED = {"posts", *LABELS, *(path.partition("/")[0] for path in WORKS)}
"""First parts of paths of which all that exists is known: no slash would find more."""

GetResponse = Callable[[HttpRequest], HttpResponse]


def old_address_middleware(get_response: GetResponse) -> GetResponse:
    """Look an address up when it cannot be one of ours, or when nothing of ours answers.

    Our addresses end in a slash, but for a few, and have none of the old parameters: they cost no
    query. It stands before the middleware that adds missing slashes, which would make it two hops.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or not _below_edition(request):
            return get_response(request)
        is_foreign = _is_foreign(request)
        answer = _redirect(request) if is_foreign else None
        if answer is None:
            answer = get_response(request)
            if answer.status_code == 404 and not is_foreign:
                answer = _redirect(request) or answer
        return answer

    return middleware


def _below_edition(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{request.edition.code}/")


def _is_foreign(request: HttpRequest) -> bool:
    path = request.path_info
    is_ours = path.endswith("/") or is_valid_path(path)  # "/fa/feed.json"
    return not is_ours or not OLD_PARAMETERS.isdisjoint(request.GET)


def _redirect(request: HttpRequest) -> HttpResponse | None:
    edition = request.edition
    asked = read_address(request.path_info.removeprefix(f"/{edition.code}"), request.GET)
    target = find_target(asked, edition)
    if target and target != request.get_full_path():
        return HttpResponsePermanentRedirect(target)
    if asked.path.partition("/")[0] in GOVERNED:
        if _is_foreign(request):
            raise Http404("There is no such work or label in this edition.")
        return None  # the answer that was given stands
    return _without_marks(request, asked.path)


def _without_marks(request: HttpRequest, path: str) -> HttpResponse | None:
    """One of our own addresses, written with marks for AMP or without its slash."""
    query = request.GET.copy()
    for name in AMP_PARAMETERS & query.keys():
        del query[name]
    plain = f"/{request.edition.code}/{path}/".replace("//", "/")
    is_plain = plain == request.path_info and len(query) == len(request.GET)
    if is_plain or not is_valid_path(plain):
        return None
    suffix = f"?{query.urlencode()}" if query else ""
    return HttpResponsePermanentRedirect(quote(plain) + suffix)
