"""Named specifications of renditions: which shapes and widths a picture is made in.

To add one, see the recipe in CONTRIBUTING.md.
"""

from dataclasses import asdict, dataclass
from hashlib import blake2b

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


class UnknownPreset(LookupError):
    """There is no preset of that name."""


COLUMN = "(min-width: 44rem) 42rem, 100vw"

PRESETS = {
    preset.name: preset
    for preset in (
        Preset("thumb", (160, 320), (1, 1), "5rem"),
        Preset("card", (320, 480, 640, 960), (8, 5), "(min-width: 40rem) 20rem, 100vw"),
        Preset("lead", (480, 800, 1200, 1600), None, COLUMN),
        Preset("hero", (800, 1200, 1600, 2240), (16, 9), "(min-width: 72rem) 72rem, 100vw"),
        Preset("portrait", (320, 640), (3, 4), "(min-width: 40rem) 16rem, 50vw"),
        Preset("inline", (480, 800, 1200), None, COLUMN),
        Preset("share", (1200,), (40, 21), "100vw", formats=("jpeg",)),
    )
}
SIGNATURE = blake2b(
    repr([asdict(preset) for preset in PRESETS.values()]).encode(), digest_size=4
).hexdigest()
"""Changes with the table, so that images know whether all of today's renditions are made."""


def preset(name: str) -> Preset:
    """Return the preset of that name; raise UnknownPreset when there is none."""
    if name not in PRESETS:
        raise UnknownPreset(f"There is no preset “{name}”: {', '.join(PRESETS)}.")
    return PRESETS[name]
