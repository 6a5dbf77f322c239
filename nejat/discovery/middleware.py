"""Where robots are not welcome, every answer says so."""

from collections.abc import Callable

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from nejat.discovery.robots import are_robots_welcome

GetResponse = Callable[[HttpRequest], HttpResponse]


def keep_robots_out_middleware(get_response: GetResponse) -> GetResponse:
    """Send `X-Robots-Tag: noindex`: an address that stands elsewhere is indexed without a visit."""
    if are_robots_welcome():
        raise MiddlewareNotUsed("Search engines may read the site.")

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return middleware
