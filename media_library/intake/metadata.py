"""The facts in a file: its XMP first, then its IPTC, then its EXIF."""

from collections.abc import Iterable
from typing import TypeVar

from media_library.intake import exif, iptc, xmp
from media_library.intake.claims import Claims, line
from media_library.intake.parts import Parts
from media_library.intake.picture import Facts

T = TypeVar("T")


def facts_in(parts: Parts) -> Facts:
    """Return what a file says about its picture. Nothing in a file makes this raise."""
    sources = [xmp.claims(parts.xmp), iptc.claims(parts.photoshop), exif.claims(parts.exif)]
    return Facts(
        captions=_first((source.captions for source in sources), {}),
        credit=_credit(sources),
        taken_on=_first((source.taken_on for source in sources), None),
        place=line(_first((source.place for source in sources), "")),
    )


def _credit(sources: list[Claims]) -> str:
    """Return "photographer / agency"; who holds the rights stands in where neither is named."""
    photographer = _first((source.photographer for source in sources), "")
    agency = _first((source.agency for source in sources), "")
    if photographer.casefold() == agency.casefold():
        agency = ""
    names = " / ".join(filter(None, [photographer, agency]))
    return line(names or _first((source.rights for source in sources), ""))


def _first(values: Iterable[T], otherwise: T) -> T:
    return next((value for value in values if value), otherwise)
