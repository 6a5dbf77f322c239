"""The few tags of EXIF we want. GPS, maker notes and thumbnails are never looked at.

Pillow's own reader follows every pointer in a file and warns aloud; this one cannot raise,
because slices of bytes may be too short without harm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from media_library.intake.claims import MOST_CAPTION, Claims, caption, day, decoded, line

HEADER = re.compile(rb"II\*\x00|MM\x00\*")
CAPTION = 0x010E
ORIENTATION = 0x0112
ARTIST = 0x013B
COPYRIGHT = 0x8298
MORE = 0x8769  # where the second directory is
TAKEN_ON = 0x9003
WANTED = {CAPTION, ORIENTATION, ARTIST, COPYRIGHT, MORE, TAKEN_ON}
SIZES = {2: 1, 3: 2, 4: 4, 129: 1}  # text, short, long, UTF-8 text
MOST_TAGS = 1000  # of one directory
MOST_VALUE = 4 * MOST_CAPTION  # a letter takes up to four bytes


@dataclass(frozen=True)
class _Tiff:
    content: bytes
    order: Literal["little", "big"]

    def number(self, start: int, size: int) -> int:
        return int.from_bytes(self.content[start : start + size], self.order)

    def tags(self, start: int) -> Iterator[tuple[int, bytes]]:
        """Yield the wanted tags of the directory at `start` and their values."""
        count = min(self.number(start, 2), MOST_TAGS)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            size = SIZES.get(self.number(entry + 2, 2), 0) * self.number(entry + 4, 4)
            if size and (tag := self.number(entry, 2)) in WANTED:
                place = entry + 8 if size <= 4 else self.number(entry + 8, 4)
                yield tag, self.content[place : place + min(size, MOST_VALUE)]


def claims(exif: bytes) -> Claims:
    """Return what the EXIF of a picture says."""
    texts = {tag: decoded(value.partition(b"\0")[0]) for tag, value in _tags(exif).items()}
    return Claims(
        captions={"": text} if (text := caption(texts.get(CAPTION, ""))) else {},
        photographer=line(texts.get(ARTIST, "")),
        rights=line(texts.get(COPYRIGHT, "")),
        taken_on=day(texts.get(TAKEN_ON, "")),
    )


def orientation(exif: bytes) -> int:
    """Return how the camera was held, 1 to 8; 1, upright, where nothing sensible is said."""
    value = int.from_bytes(_tags(exif).get(ORIENTATION, b"").strip(b"\0"))
    return value if 1 <= value <= 8 else 1


def _tags(exif: bytes) -> dict[int, bytes]:
    header = HEADER.search(exif, 0, 64)
    if not header:
        return {}
    content = exif[header.start() :]
    tiff = _Tiff(content, "little" if content.startswith(b"II") else "big")
    tags = dict(tiff.tags(tiff.number(4, 4)))
    more = int.from_bytes(tags.get(MORE, b""), tiff.order)
    return tags | dict(tiff.tags(more)) if more else tags
