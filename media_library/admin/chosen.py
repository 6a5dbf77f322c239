"""Images named by their numbers in an address or a form: "12,7,31"."""

from collections.abc import Iterable

from media_library.models import ImageAsset
from media_library.querysets import ImageQuerySet

MOST_CHOSEN = 200
"""So many numbers fit into an address."""


def numbers_in(text: str) -> list[int]:
    """Return the numbers in a text, each once, in their order; what is none is passed over."""
    parts = (part.strip() for part in text.split(","))
    numbers = (int(p) for p in parts if p.isascii() and p.isdecimal() and len(p) < 19)
    return list(dict.fromkeys(numbers))[:MOST_CHOSEN]


def written(numbers: Iterable[int]) -> str:
    """Return numbers as such a text."""
    return ",".join(map(str, numbers))


def find_chosen(numbers: Iterable[int], images: ImageQuerySet) -> list[ImageAsset]:
    """Return those of `images` that have these numbers, in this order."""
    found = images.in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]
