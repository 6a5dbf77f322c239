"""Making renditions: one picture is opened once, and every file it lacks is written."""

from collections.abc import Callable
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import BinaryIO

from PIL import Image

from media_library.presets import CHOSEN, Encoding
from media_library.renditions import Box, Original, Rendition, all_renditions

Place = tuple[int, Box, int, int]


def make(
    original: Original,
    master: BinaryIO,
    save: Callable[[str, bytes], None],
    is_made: Callable[[str], bool] = lambda name: False,
    encoding: Encoding = CHOSEN,
) -> int:
    """Write the renditions that are not made yet, with `save(name, content)`; return how many.

    The largest come first. What several presets share is drawn and encoded once. The master is
    upright and in sRGB, as the library keeps it; raises OSError when it cannot be decoded.
    """
    missing = [rendition for rendition in all_renditions(original) if not is_made(rendition.name)]
    if not missing:
        return 0
    with Image.open(master) as image:
        if encoding.draft:
            image.draft(None, _sufficient_size(original, missing))
        picture = _plain(image)
    missing.sort(key=lambda rendition: (_place(rendition), rendition.format))
    for place, shared in groupby(missing, key=_place):
        part = _drawn(picture, original, place, encoding)
        for format_, alike in groupby(shared, key=lambda rendition: rendition.format):
            content = _encoded(part, format_, encoding)
            for rendition in alike:
                save(rendition.name, content)
    return len(missing)


def _place(rendition: Rendition) -> Place:
    """What a rendition shows, so that the largest is sorted first."""
    width, height = rendition.width, rendition.height
    return (-width * height, rendition.box, width, height)


def _sufficient_size(original: Original, wanted: list[Rendition]) -> tuple[int, int]:
    """The smallest size of the whole picture in which no wanted rendition would be enlarged."""
    share = max(rendition.width / (rendition.box[2] - rendition.box[0]) for rendition in wanted)
    return ceil(original.width * share), ceil(original.height * share)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in gray, in colours or in colours with alpha, without anything beside it."""
    if image.has_transparency_data:
        # Alpha multiplied in, once for all: Pillow would do it again for every resizing.
        picture = image.convert("RGBA").convert("RGBa")
    else:
        picture = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    picture.info = {}
    return picture


def _drawn(
    picture: Image.Image, original: Original, place: Place, encoding: Encoding
) -> Image.Image:
    _pixels, (left, upper, right, lower), width, height = place
    # The decoder may have given less than the whole size.
    across, down = picture.width / original.width, picture.height / original.height
    box = (left * across, upper * down, right * across, lower * down)
    part = picture.resize((width, height), encoding.resample, box, encoding.reducing_gap)
    return part.convert("RGBA") if part.mode == "RGBa" else part


def _encoded(part: Image.Image, format_: str, encoding: Encoding) -> bytes:
    if format_ == "jpeg" and part.mode == "RGBA":
        white = Image.new("RGBA", part.size, "white")
        part = Image.alpha_composite(white, part).convert("RGB")
    file = BytesIO()
    part.save(file, format_.upper(), **encoding.options(format_))
    return file.getvalue()
