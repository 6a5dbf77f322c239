"""One address for the site: every other scheme and host leads there in one hop."""

from collections.abc import Callable
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

GetResponse = Callable[[HttpRequest], HttpResponse]


def site_of(request: HttpRequest) -> str:
    """Return the scheme and host of the site: SITE_ADDRESS, else what the request came by."""
    return settings.SITE_ADDRESS or f"{request.scheme}://{request.get_host()}"


def one_host_middleware(get_response: GetResponse) -> GetResponse:
    """Answer 301 to SITE_ADDRESS for whatever is read under another scheme or host.

    Where the page itself would redirect, its answer leads straight to where that leads, and may be
    kept no longer than it says.
    """
    home = settings.SITE_ADDRESS
    if not home:
        raise MiddlewareNotUsed("Without SITE_ADDRESS the site answers to all its hosts.")

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        at_home = f"{request.scheme}://{request.get_host()}" == home
        if at_home or request.method not in ("GET", "HEAD"):
            return response
        if "Location" not in response.headers:
            return HttpResponsePermanentRedirect(urljoin(home, request.get_full_path()))
        response.headers["Location"] = urljoin(home, response.headers["Location"])
        return response

    return middleware
