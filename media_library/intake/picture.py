"""What the gate hands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Facts:
    """What a file said about its picture; empty where it said nothing. No place is from GPS."""

    captions: Mapping[str, str]  # by language ("fa", "en"); "" where the language is not known
    credit: str
    taken_on: date | None
    place: str


@dataclass(frozen=True)
class Picture:
    """A picture drawn anew from an upload: upright, in sRGB, and nothing in it but the picture."""

    content: bytes
    extension: str  # ".jpg", ".png", ".webp" or ".avif"
    width: int
    height: int
    sha256: str  # of the bytes as uploaded
    fingerprint: int  # fits a database's signed 64 bits
    facts: Facts
