"""What becomes of a request below an edition at which nothing answers."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from nejat.guard.throttle import may_ask
from nejat.hosts import site_of
from nejat.missing.addresses import is_private, path_asked, referring_page
from nejat.missing.labels import todays_address
from nejat.missing.models import LONGEST_NOTED, MissingAddress, Redirect
from nejat.missing.probes import is_probe

COUNTED_AN_HOUR = 60
"""How many of one sender: a reader with bad luck fits, and a search engine gets its share."""

logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]


def missing_page_middleware(get_response: GetResponse) -> GetResponse:
    """Lead on what is not found, by a redirect or a label's new address; else note it.

    It stands around the rules for addresses of the old site, and inside what makes error pages.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        if answer.status_code != 404 or request.method not in ("GET", "HEAD"):
            return answer
        path = path_asked(request)
        if not path:
            return answer
        if redirect := Redirect.objects.filter(path=path).first():
            _count(request, redirect.count_use)
            return _gone(answer) if redirect.is_gone else _led_to(redirect.target)
        if address := todays_address(request.path_info):
            return _led_to(address)
        if _is_worth_noting(request, path):
            _count(request, lambda: MissingAddress.objects.count_hit(path, referring_page(request)))
        return answer

    return middleware


def _gone(answer: HttpResponse) -> HttpResponse:
    """Empty an answer, for which the error pages have a page."""
    answer.status_code, answer.content = HTTPStatus.GONE, b""
    return answer


def _led_to(target: str) -> HttpResponse:
    """Return 301, which browsers ask for again: what they keep for good cannot be taken back."""
    answer = HttpResponsePermanentRedirect(target)
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _is_worth_noting(request: HttpRequest, path: str) -> bool:
    """Not what machines try, nor what one person alone was given, such as a link to a preview.

    What is asked for under another host comes once more.
    """
    here = f"{request.scheme}://{request.get_host()}"
    is_public = not (is_probe(path) or is_private(request.path_info))
    return len(path) <= LONGEST_NOTED and is_public and here == site_of(request)


def _count(request: HttpRequest, write: Callable[[], None]) -> None:
    """Count a reader's request, to the limit of its sender; no failure changes the answer."""
    try:
        if request.method == "GET" and may_ask(request, "missing", COUNTED_AN_HOUR):
            write()
    except Exception:
        logger.exception("What was asked for was not counted.")
