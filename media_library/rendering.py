"""Making renditions: one picture is opened once, and every file it lacks is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any, BinaryIO

from PIL import Image

from media_library.renditions import Box, Original, Rendition, all_renditions

REDUCING_GAP = 2.0
"""How much larger than asked a picture may be when fine resampling begins; see Pillow's resize."""


@dataclass(frozen=True)
class Encoding:
    """What a format is written with; chosen by measuring, see docs/benchmarks.md."""

    avif: tuple[tuple[str, Any], ...] = (("quality", 60), ("speed", 8))
    webp: tuple[tuple[str, Any], ...] = (("quality", 78), ("method", 2))
    jpeg: tuple[tuple[str, Any], ...] = (("quality", 80), ("optimize", True), ("progressive", True))

    def of(self, format_: str) -> dict[str, Any]:
        """Return the options of a format for Pillow's save."""
        return dict(getattr(self, format_))


CHOSEN = Encoding()


def make(
    original: Original,
    master: BinaryIO,
    save: Callable[[str, bytes], None],
    is_made: Callable[[str], bool] = lambda name: False,
    encoding: Encoding = CHOSEN,
) -> int:
    """Write the renditions that are not made yet, with `save(name, content)`; return how many."""
    missing = [rendition for rendition in all_renditions(original) if not is_made(rendition.name)]
    if not missing:
        return 0
    with Image.open(master) as image:
        _read_small(image, original, missing)
        picture = _plain(image)
    for (box, width, height), same in groupby(sorted(missing, key=_place), key=_place):
        part = _resized(picture, original, box, (width, height))
        for rendition in same:
            save(rendition.name, _encoded(part, rendition.format, encoding))
    return len(missing)


def _place(rendition: Rendition) -> tuple[Box, int, int]:
    return rendition.box, rendition.width, rendition.height


def _read_small(image: Image.Image, original: Original, wanted: Iterable[Rendition]) -> None:
    """Let the JPEG decoder give a half, a quarter or an eighth of the size where that suffices."""
    share = max((r.width / (r.box[2] - r.box[0]) for r in wanted), default=1.0)
    size = (round(original.width * share), round(original.height * share))
    image.draft(None, size)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in a mode that every format takes: gray, colours, or colours with alpha."""
    if image.mode in ("L", "RGB", "RGBA"):
        image.load()
        return image.copy()
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _resized(
    picture: Image.Image, original: Original, box: Box, size: tuple[int, int]
) -> Image.Image:
    across, down = picture.width / original.width, picture.height / original.height
    left, upper, right, lower = box
    scaled = (left * across, upper * down, right * across, lower * down)
    return picture.resize(size, Image.Resampling.LANCZOS, scaled, REDUCING_GAP)


def _encoded(part: Image.Image, format_: str, encoding: Encoding) -> bytes:
    buffer = BytesIO()
    if format_ == "jpeg" and part.mode == "RGBA":
        white = Image.new("RGBA", part.size, "white")
        part = Image.alpha_composite(white, part).convert("RGB")
    part.save(buffer, format_.upper(), **encoding.of(format_))
    return buffer.getvalue()
