"""The gate: what is taken, how large it may be, and what is said about the rest."""

import re
import zlib
from io import SEEK_END, BytesIO
from pathlib import PurePath
from threading import Lock
from typing import BinaryIO
from warnings import catch_warnings, simplefilter

from PIL import Image

from media_library.intake.containers import take_apart, webp_canvas
from media_library.intake.encoding import encode, redraw
from media_library.intake.fingerprints import fingerprint, sha256_of
from media_library.intake.metadata import facts_in
from media_library.intake.parts import Parts
from media_library.intake.picture import Picture
from media_library.intake.refusals import (
    DAMAGED,
    EMPTY,
    OTHER_KIND,
    OTHER_NAME,
    SVG,
    TOO_HEAVY,
    TOO_LARGE,
    Refused,
)

MEGABYTE = 1024 * 1024
MOST_BYTES = 40 * MEGABYTE
MILLION = 1_000_000
MOST_PIXELS = 60 * MILLION
LONGEST_SIDE = 20_000

# Pillow's name of each format, and how a file of it begins.
KINDS = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "GIF": re.compile(rb"GIF8[79]a"),
    "WEBP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "AVIF": re.compile(rb".{4}ftyp(?:.{4}){0,20}?avi[fs]", re.DOTALL),
}
EXTENSIONS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "GIF": (".gif",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
}
HEAD = 4096
FIRST_ELEMENT = re.compile(r"<(?:\w{1,40}:)?(svg|html|head|body)\b", re.IGNORECASE)

WARNING_FILTERS = Lock()


def read_picture(file: BinaryIO, name: str) -> Picture:
    """Return the picture in an uploaded file; raise Refused, with a sentence, for anything else."""
    content = _content(file)
    kind = _kind(content, PurePath(name.strip()).suffix.lower())
    if kind == "WEBP":
        _check_size(*webp_canvas(content))
    image, parts = _draw(take_apart(content, kind), kind)
    drawn, extension = encode(image, kind)
    return Picture(
        content=drawn,
        extension=extension,
        width=image.width,
        height=image.height,
        sha256=sha256_of(file),
        fingerprint=fingerprint(image),
        facts=facts_in(parts),
    )


def true_name(file: BinaryIO, name: str) -> str:
    """Return the name with the extension of what the file is; as it was when that is no picture.

    For archives, whose names nobody can be asked about.
    """
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    kind = next((kind for kind, beginning in KINDS.items() if beginning.match(head)), "")
    path = PurePath(name)
    if not kind or path.suffix.lower() in EXTENSIONS[kind]:
        return name
    return path.stem + EXTENSIONS[kind][0]


def _content(file: BinaryIO) -> bytes:
    file.seek(0, SEEK_END)
    if file.tell() > MOST_BYTES:
        raise Refused(TOO_HEAVY, megabytes=MOST_BYTES // MEGABYTE)
    file.seek(0)
    content = file.read(MOST_BYTES)
    if not content:
        raise Refused(EMPTY)
    return content


def _kind(content: bytes, extension: str) -> str:
    """Return Pillow's name of the format, once the name of the file agrees with its content."""
    if extension in {".svg", ".svgz"} or _is_svg(content):
        raise Refused(SVG)
    for kind, beginning in KINDS.items():
        if beginning.match(content, 0, HEAD):
            if extension not in EXTENSIONS[kind]:
                raise Refused(OTHER_NAME, kind=kind, extension=EXTENSIONS[kind][0])
            return kind
    raise Refused(OTHER_KIND)


def _is_svg(content: bytes) -> bool:
    head = content[:HEAD]
    if content.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(content[:MEGABYTE], HEAD)
        except zlib.error:
            return False
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if is_wide else "utf-8-sig", errors="ignore").lstrip()
    found = FIRST_ELEMENT.search(text) if text.startswith("<") else None
    return found is not None and found[1].lower() == "svg"


def _draw(parts: Parts, kind: str) -> tuple[Image.Image, Parts]:
    """Return the redrawn picture and all parts of its file."""
    try:
        image = _open(parts.pixels, kind)
        _check_size(*image.size)
        image.load()
        parts = parts.with_info(image.info)
        return redraw(image, parts), parts
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    # Whatever a hostile file makes Pillow stumble over, from IndexError to AssertionError to
    # MemoryError, it cannot be read. What plugins may raise is written down nowhere.
    except Exception as error:
        raise Refused(DAMAGED) from error


def _open(pixels: bytes, kind: str) -> Image.Image:
    """Return the picture, not decoded yet. Only the reader of that one format gets to see it."""
    # The filters belong to the whole process: two threads must not set and reset them at once.
    with WARNING_FILTERS, catch_warnings():
        simplefilter("ignore")
        return Image.open(BytesIO(pixels), formats=[kind])


def _check_size(width: int, height: int) -> None:
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise _too_large()


def _too_large() -> Refused:
    return Refused(TOO_LARGE, millions=MOST_PIXELS // MILLION, side=LONGEST_SIDE)
