"""Named specifications of renditions: which shapes and widths a picture is made in, and how.

The widths are multiples of the places in our CSS: a card's picture is 20 rem (320 pixels) wide,
the column of text 42 rem (672), the page 72 rem (1152). Screens of double density find what they
need, phones something near it, and a picture has 35 files. To add a preset, see the recipe in
CONTRIBUTING.md.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b

from PIL.Image import Resampling

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Preset:
    """A place on a page: the shape of its pictures, their widths in pixels, and what it takes."""

    name: str
    widths: tuple[int, ...]
    """Ascending."""
    ratio: tuple[int, int] | None
    """Width to height of the crop; None for the picture's own shape."""
    sizes: str
    """How wide it is shown, as the HTML attribute `sizes` says it."""
    formats: tuple[str, ...] = FORMATS


@dataclass(frozen=True)
class Encoding:
    """How renditions are drawn and written; chosen by measuring, see docs/benchmarks.md."""

    avif_quality: int = 60
    avif_speed: int = 9
    webp_quality: int = 80
    webp_method: int = 2
    jpeg_quality: int = 80
    resample: Resampling = Resampling.LANCZOS
    reducing_gap: float | None = 2.0
    """How much larger than asked a picture still is when fine resampling begins."""
    draft: bool = True
    """Whether the JPEG decoder may give a half or a quarter of the size where that suffices."""

    def options(self, format_: str) -> dict[str, object]:
        """Return what Pillow's save is told for a format."""
        options: dict[str, dict[str, object]] = {
            # Pictures are made side by side in processes: threads within one only cost.
            "avif": {
                "quality": self.avif_quality,
                "speed": self.avif_speed,
                "max_threads": 1,
                "autotiling": False,
            },
            "webp": {"quality": self.webp_quality, "method": self.webp_method},
            "jpeg": {"quality": self.jpeg_quality, "progressive": True},
        }
        return options[format_]


class UnknownPreset(LookupError):
    """There is no preset of that name."""


COLUMN = "(min-width: 44rem) 42rem, 100vw"

PRESETS = {
    preset.name: preset
    for preset in (
        # On files of a few kB AVIF saves a twentieth: not worth a third kind of file.
        Preset("thumb", (160, 320), (1, 1), "5rem", formats=("webp", "jpeg")),
        Preset("card", (320, 640, 960), (8, 5), "(min-width: 40rem) 20rem, 100vw"),
        Preset("lead", (672, 1008, 1344), None, COLUMN),
        Preset("hero", (768, 1152, 1920), (16, 9), "(min-width: 72rem) 72rem, 100vw"),
        Preset("portrait", (256, 512), (3, 4), "(min-width: 40rem) 16rem, 50vw"),
        Preset("inline", (672, 1344), None, COLUMN),
        # What other sites fetch to show beside a link: one file, of the kind all of them read.
        Preset("share", (1200,), (40, 21), "100vw", formats=("jpeg",)),
    )
}
CHOSEN = Encoding()


@cache
def digest(preset: Preset, encoding: Encoding = CHOSEN) -> str:
    """Return what stands for a preset and how it is drawn: short, and another after any change."""
    known = [asdict(preset), asdict(encoding)]
    return blake2b(json.dumps(known).encode(), digest_size=3).hexdigest()


def signature(presets: Iterable[Preset], encoding: Encoding) -> str:
    """Return the digests of these presets."""
    return ".".join(digest(preset, encoding) for preset in presets)


SIGNATURE = signature(PRESETS.values(), CHOSEN)
"""By it images know which of today's renditions are made."""


def preset(name: str) -> Preset:
    """Return the preset of that name; raise UnknownPreset when there is none."""
    if name not in PRESETS:
        raise UnknownPreset(f"There is no preset “{name}”, only {', '.join(PRESETS)}.")
    return PRESETS[name]
