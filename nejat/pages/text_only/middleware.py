"""`?text-only` on any address of readers answers with the text of the page."""

from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from nejat.hosts import site_of
from nejat.pages.middleware import ELSEWHERE
from nejat.pages.text_only.addresses import asked_part, in_full, in_text, is_page
from nejat.pages.text_only.page import text_only
from nejat.pages.text_only.reducing import LONGEST


def text_only_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Reduce the finished page, whatever made it; redirects to pages of ours stay in the mode.

    The page itself is the same with the parameter and without: no view need know of it. An answer
    without the parameter costs nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        part = asked_part(request.META.get("QUERY_STRING", ""))
        if part is not None and not request.path_info.startswith(ELSEWHERE):
            _stay_in_text(request, response, part)
        return response

    return middleware


def _stay_in_text(request: HttpRequest, response: HttpResponse, part: int) -> None:
    location = response.headers.get("Location", "")
    if location:
        if is_page(location, _home(request)):
            response.headers["Location"] = in_text(location)
    elif _is_html(response):
        page = text_only(response.content.decode(response.charset), _full_address(request), part)
        response.content = page.encode(response.charset)
        if "Content-Length" in response.headers:
            response.headers["Content-Length"] = str(len(response.content))


def _full_address(request: HttpRequest) -> str:
    """Return the address of the page itself; of the home page for one that weighs too much."""
    address = in_full(request.get_full_path())
    return _home(request) + (address if len(address) <= LONGEST else request.edition.home)


def _home(request: HttpRequest) -> str:
    """Return scheme and host of the site; nothing when it was asked for under a host not ours."""
    try:
        return site_of(request)
    except DisallowedHost:
        return ""


def _is_html(response: HttpResponse) -> bool:
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return is_page and not response.streaming
