"""Which edition a request is for: decided once, from the first part of its path."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from nejat.editions.registry import CODES, Edition, get_edition

EDITION_COOKIE = "edition"


def edition_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.edition`, speak its language, and say so in Content-Language.

    Outside the editions (the admin, `/`) the browser's language or its cookie decides. A file is
    the same for everybody, and so is what names its language itself.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        code = request.path_info.lstrip("/").partition("/")[0]
        in_edition = code in CODES
        request.edition = get_edition(code if in_edition else get_language_from_request(request))
        with translation.override(request.edition.code):
            response = get_response(request)
        is_file = request.path_info.startswith(settings.MEDIA_URL) and response.status_code != 404
        if is_file or "Content-Language" in response.headers:
            return response
        response.headers["Content-Language"] = request.edition.code
        if not in_edition:
            patch_vary_headers(response, ("Cookie", "Accept-Language"))
        return response

    return middleware


def preferred_edition(request: HttpRequest) -> Edition:
    """Return the edition the reader chose before, else the browser's language, else English."""
    chosen = request.COOKIES.get(EDITION_COOKIE, "")
    if chosen in CODES:
        return get_edition(chosen)
    return get_edition(get_language_from_request(request))
