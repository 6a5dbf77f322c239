"""Renditions as values: their shape and their file name follow from image, preset and width."""

from dataclasses import dataclass
from typing import Protocol

from media_library.presets import PRESETS, Preset, digest

ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
FALLBACK_WIDTH = 800
TALLEST = 16_383
"""WebP has no more rows; of a picture like a ribbon there are narrower renditions only."""

Box = tuple[int, int, int, int]


class Original(Protocol):
    """A picture that renditions are made of; an image asset is one."""

    @property
    def pk(self) -> int: ...
    @property
    def key(self) -> str:
        """Short, and another one for another file or focal point."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def focal_x(self) -> float:
        """From the left, 0 to 1."""

    @property
    def focal_y(self) -> float:
        """From the top, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file made of a picture."""

    folder: str
    preset: str
    digest: str
    """Of the preset: another shape or quality has other names."""
    width: int
    height: int
    format: str
    box: Box
    """The crop: left, upper, right, lower pixel of the original."""

    @property
    def name(self) -> str:
        """The name of the file in the storage."""
        return f"{self.folder}/{self.preset}-{self.width}-{self.digest}.{ENDINGS[self.format]}"


def renditions_of(original: Original, preset: Preset) -> list[Rendition]:
    """Return the renditions of a picture in a preset, by format, then by width."""
    return [rendition for same in by_format(original, preset).values() for rendition in same]


def all_renditions(original: Original) -> list[Rendition]:
    """Return the renditions of a picture in every preset."""
    return [found for preset in PRESETS.values() for found in renditions_of(original, preset)]


def by_format(original: Original, preset: Preset) -> dict[str, list[Rendition]]:
    """Return the renditions in each format of the preset, the narrowest first.

    A picture is never enlarged: widths it does not have are left out. One that is smaller than all
    of them is given in its own width. JPEG has one width: the few old browsers that know neither
    AVIF nor WebP sit before plain screens, and feeds and mails show it in a column.
    """
    box = crop(original, preset)
    wide, tall = box[2] - box[0], box[3] - box[1]
    own = max(1, min(wide, TALLEST * wide // tall))
    widths = [width for width in preset.widths if width <= own] or [own]
    return {
        format_: [
            _rendition(original, preset, width, format_)
            for width in (widths if format_ != "jpeg" else [_fallback_width(widths)])
        ]
        for format_ in preset.formats
    }


def fallback(original: Original, preset: Preset) -> Rendition:
    """Return the one JPEG of a picture in a preset, for `<img src>`."""
    return by_format(original, preset)["jpeg"][0]


def crop(original: Original, preset: Preset) -> Box:
    """Return the largest box of the preset's shape, as near around the focal point as edges allow.

    The focal pixel is inside, and so is the whole box inside the picture.
    """
    width, height = original.width, original.height
    across, down = preset.ratio or (width, height)
    wide = max(1, min(width, height * across // down))
    tall = max(1, min(height, width * down // across))
    left = _start(original.focal_x, width, wide)
    upper = _start(original.focal_y, height, tall)
    return (left, upper, left + wide, upper + tall)


def _start(focal: float, whole: int, part: int) -> int:
    """Where a part of that length starts, so that the focal pixel is in its middle if it can be."""
    return max(0, min(int(focal * whole) - part // 2, whole - part))


def _fallback_width(widths: list[int]) -> int:
    """The width of the JPEG: the largest up to 800 pixels, else the smallest there is."""
    return max((width for width in widths if width <= FALLBACK_WIDTH), default=widths[0])


def _rendition(original: Original, preset: Preset, width: int, format_: str) -> Rendition:
    box = crop(original, preset)
    across, down = preset.ratio or (original.width, original.height)
    height = max(1, min(box[3] - box[1], TALLEST, round(width * down / across)))
    folder = f"renditions/{original.pk}/{original.key}"
    return Rendition(folder, preset.name, digest(preset), width, height, format_, box)
