"""Uploads and imported files, served so that none of them can act as a page of the site."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.static import serve

# What browsers may show in place; everything else, SVG and HTML among it, is downloaded.
SHOWN = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".mp4", ".webm", ".mp3", ".pdf"}
A_DAY = 24 * 60 * 60


def file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return the file at `path` below MEDIA_ROOT; raise Http404 if there is none."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if PurePosixPath(path).suffix.lower() not in SHOWN:
        response["Content-Disposition"] = "attachment"
    patch_cache_control(response, public=True, max_age=A_DAY)
    return response
