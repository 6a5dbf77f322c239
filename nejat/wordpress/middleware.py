"""Old addresses answer 301 to the one of today, in one hop."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from urllib.parse import quote

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    QueryDict,
)

from nejat.wordpress.addresses import AMP_PARAMETERS, OLD_PARAMETERS, read_address
from nejat.wordpress.targets import LABELS, find_target

GOVERNED = {"posts", *LABELS}
"""First parts of paths of which all that exists is known: no slash would find more."""

GetResponse = Callable[[HttpRequest], HttpResponse]


def old_address_middleware(get_response: GetResponse) -> GetResponse:
    """Look an address up when it cannot be one of ours, or when nothing of ours answers.

    Our addresses end in a slash and have none of the old parameters: they cost no query. It stands
    before the middleware that adds missing slashes, which would make it two hops.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or not _below_edition(request):
            return get_response(request)
        is_foreign = _is_foreign(request)
        answer = _redirect(request, get_response) if is_foreign else None
        if answer is None:
            answer = get_response(request)
            if answer.status_code == 404 and not is_foreign:
                answer = _redirect(request, get_response) or answer
        return answer

    return middleware


def _below_edition(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{request.edition.code}/")


def _is_foreign(request: HttpRequest) -> bool:
    return not request.path_info.endswith("/") or not OLD_PARAMETERS.isdisjoint(request.GET)


def _redirect(request: HttpRequest, get_response: GetResponse) -> HttpResponse | None:
    edition = request.edition
    asked = read_address(request.path_info.removeprefix(f"/{edition.code}"), request.GET)
    target = find_target(asked, edition)
    if target and target != request.get_full_path():
        return HttpResponsePermanentRedirect(target)
    if asked.path.partition("/")[0] in GOVERNED:
        raise Http404("There is no such work or label in this edition.")
    return _without_marks(request, asked.path, get_response)


def _without_marks(
    request: HttpRequest, path: str, get_response: GetResponse
) -> HttpResponse | None:
    """One of our own addresses with marks for AMP: what it answers without them decides."""
    query = request.GET.copy()
    for name in AMP_PARAMETERS & query.keys():
        del query[name]
    plain = f"/{request.edition.code}/{path}/".replace("//", "/")
    if plain == request.path_info and len(query) == len(request.GET):
        return None
    answer = get_response(_as_if(request, plain, query))
    if answer.status_code == 200:
        suffix = f"?{query.urlencode()}" if query else ""
        return HttpResponsePermanentRedirect(quote(plain) + suffix)
    return answer if answer.status_code in (301, 302) else None


def _as_if(request: HttpRequest, path: str, query: QueryDict) -> HttpRequest:
    """The request as if it had asked for another address."""
    plain = copy(request)
    plain.path = plain.path_info = path
    plain.META = {**request.META, "PATH_INFO": path, "QUERY_STRING": query.urlencode()}
    plain.GET = query
    return plain
