"""What a file says of itself, put into the fields of its image in the right edition."""

import re

from media_library.intake import Facts
from media_library.models import ImageAsset
from nejat.editions.registry import CODES

ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")
PERSIAN_LETTERS = re.compile(r"[پچژگیک]")


def fill_facts(image: ImageAsset, facts: Facts, language: str) -> None:
    """Write caption, credit, place and date into the image; nothing that is there is changed."""
    for tag, caption in facts.captions.items():
        _fill(image, "caption", caption, tag if tag in CODES else edition_of(caption, language))
    for field, text in (("credit", facts.credit), ("place", facts.place)):
        _fill(image, field, text, edition_of(text, language))
    image.taken_on = image.taken_on or facts.taken_on


def edition_of(text: str, preferred: str) -> str:
    """Return the edition whose language a text is likely to be in.

    Arabic script is Persian or Arabic, by `preferred` or else by its letters; other texts are in
    `preferred` when that is written in Latin letters, else English.
    """
    if ARABIC_SCRIPT.search(text):
        if preferred in ("ar", "fa"):
            return preferred
        return "fa" if PERSIAN_LETTERS.search(text) else "ar"
    return preferred if preferred in ("en", "sq") else "en"


def _fill(image: ImageAsset, field: str, text: str, code: str) -> None:
    if text and not image.get_in(field, code):
        image.set_in(code, **{field: text})
