"""Uploads and imported files, served so that none of them can act as a page of the site."""

from pathlib import Path, PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import cache
from django.utils.http import content_disposition_header, http_date
from django.views.decorators.http import require_safe

from nejat.ranges import find_range

# What browsers may show in place; everything else, SVG and HTML among it, is downloaded, and so is
# whatever a reader asks for with `?download`. Machines differ in the types they know by suffix, so
# these stand here.
SHOWN = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".pdf": "application/pdf",
}
DOWNLOADED = {".epub": "application/epub+zip"}
POLICY = "default-src 'none'; sandbox"
# A PDF is no page and cannot become one (`nosniff`), but browsers wrap it in a page of theirs.
# Chromium's current one opens in a sandbox too; its older ones did not, nor without their styles.
POLICY_OF_PDF = "default-src 'none'; style-src 'unsafe-inline'"
GUARDED = ("share/",)
"""Folders that are read through views that know whether readers may: share pictures."""
MISSING_PICTURE = Path(__file__).parent / "static/nejat/img/missing.png"
A_DAY = 24 * 60 * 60
CHUNK = 64 * 1024


class _Part:
    """The next `length` bytes of a file, to be read like a file of their own."""

    def __init__(self, content: File, length: int) -> None:
        self.content, self.left = content, length
        self.close = content.close

    def read(self, size: int) -> bytes:
        piece = self.content.read(min(size, self.left))
        self.left -= len(piece)
        return piece


@require_safe
def file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return the upload at `path` as `stored_file` does, unless a view of its own guards it."""
    if path.startswith(GUARDED):
        raise Http404("This is not read here.")
    return stored_file(request, path)


def stored_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return the file at `path`, or the part of it that is asked for; raise Http404 for none.

    A picture that is missing is a 404 too, whose body is a picture that says so. With `download`
    among the parameters, whatever its value, a browser keeps the file instead of showing it.
    """
    content = _open(path)
    response = _missing(path) if content is None else _answer(request, path, content)
    suffix = _suffix(path)
    if isinstance(response, FileResponse):
        is_kept = "download" in request.GET or suffix not in SHOWN
        disposition = content_disposition_header(is_kept, PurePosixPath(path).name)
        response.headers["Content-Disposition"] = disposition
    policy = POLICY_OF_PDF if suffix == ".pdf" else POLICY
    response.headers["Content-Security-Policy"] = policy
    return response


def _open(path: str) -> File | None:
    """Return the file at `path`; None for a folder, for a way that leads outside, for nothing."""
    leads_astray = "\\" in path or not {"", ".", ".."}.isdisjoint(path.split("/"))
    if leads_astray or not default_storage.exists(path):
        return None
    try:
        return default_storage.open(path)
    except (FileNotFoundError, IsADirectoryError):
        return None


def _missing(path: str) -> HttpResponse:
    if not SHOWN.get(_suffix(path), "").startswith("image/"):
        raise Http404("There is no such file.")
    response = HttpResponse(MISSING_PICTURE.read_bytes(), content_type="image/png", status=404)
    cache.add_never_cache_headers(response)  # the picture itself may come with the next import
    return response


def _answer(request: HttpRequest, path: str, content: File) -> HttpResponseBase:
    """Return what the conditions of the request ask for: the file, a part of it, or neither."""
    size, changed = default_storage.size(path), default_storage.get_modified_time(path).timestamp()
    etag, last_modified = f'"{changed:.6f}-{size}"', http_date(changed)
    response: HttpResponseBase | None
    response = cache.get_conditional_response(request, etag, int(changed))
    if response is None:
        # Whoever holds a part of another version is given all of this one.
        is_current = request.headers.get("If-Range", etag) in (etag, last_modified)
        asked = request.headers.get("Range", "") if is_current and request.method == "GET" else ""
        response = _send(path, content, size, find_range(asked, size))
    if not isinstance(response, FileResponse):
        content.close()
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = last_modified
    response.headers["Accept-Ranges"] = "bytes"
    if response.status_code < 400:
        cache.patch_cache_control(response, public=True, max_age=A_DAY)
    return response


def _send(path: str, content: File, size: int, part: range | None) -> HttpResponseBase:
    """Return the file or a part of it, read in chunks; 416 for a part that it does not have."""
    if part is not None and not part:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    places = range(size) if part is None else part
    content.seek(places.start)
    # A web server may send the rest of an open file without our reading it.
    body = content if places.stop == size else _Part(content, len(places))
    suffix = _suffix(path)
    kind = SHOWN.get(suffix) or DOWNLOADED.get(suffix)
    response = FileResponse(body, filename=PurePosixPath(path).name, content_type=kind)
    response.block_size = CHUNK
    response.headers["Content-Length"] = str(len(places))
    if part is not None:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return response


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
