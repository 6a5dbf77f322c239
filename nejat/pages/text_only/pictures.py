"""Which file of a picture a reader on a slow line is led to."""

import re
from collections.abc import Iterator

from nejat.pages.text_only.tree import Element

USEFUL_WIDTH = 320
"""Pixels: the width of a small phone."""
FORMAT = "image/webp"
"""What all of today's browsers show when a link leads to it; AVIF is downloaded by some."""
SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
CANDIDATE = re.compile(r"(\S+)\s+(\d+)w\b")


def smallest(picture: Element) -> str:
    """Return the address of the narrowest file that is wide enough, else of the widest.

    `picture` is a `<picture>` or an `<img>`; "" when it has no file.
    """
    widths = dict(sorted(_files(picture)))
    useful = [width for width in widths if width >= USEFUL_WIDTH]
    if useful or widths:
        return widths[min(useful) if useful else max(widths)]
    image = picture.find("img")
    return (image and image.attributes.get("src")) or ""


def is_picture(address: str) -> bool:
    """Say whether a link leads to the file of a picture."""
    return re.split(r"[?#]", address)[0].lower().endswith(SUFFIXES)


def _files(picture: Element) -> Iterator[tuple[int, str]]:
    for element in picture.walk():
        if element.tag == "img" or element.attributes.get("type") == FORMAT:
            for address, width in CANDIDATE.findall(element.attributes.get("srcset") or ""):
                yield int(width), address
