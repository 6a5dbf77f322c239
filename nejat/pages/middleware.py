"""Error answers inside an edition are pages of that edition, in its language and direction."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PAGES = {400, 403, 404, 405}
# Staff, files and machines keep short answers.
ELSEWHERE = ("/admin/", "/files/", "/static/", "/i18n/", "/share/", "/oembed")


def error_page_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Replace the body of an error answer by a page with the menu and a way on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if _wants_page(response) and not request.path_info.startswith(ELSEWHERE):
            response.content = error_page(request, response.status_code).content
            response.headers["Content-Type"] = "text/html; charset=utf-8"
            response.headers["Content-Length"] = str(len(response.content))
        return response

    return middleware


def _wants_page(response: HttpResponse) -> bool:
    """A view may answer 410 with a page of its own, such as of a link in a mail that is over."""
    is_gone = response.status_code == HTTPStatus.GONE and not response.content
    return is_gone or response.status_code in PAGES


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """Return the page for an HTTP status, in the request's edition."""
    edition = request.edition
    # The address asked for leads nowhere, so the switcher must not lead back to it.
    context = {"addresses": {edition.code: edition.home}}
    return render(request, f"errors/{status}.html", context, status=status)
