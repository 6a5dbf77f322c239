"""Short texts of an export as our columns take them: titles, names, parts of addresses."""

from __future__ import annotations

import re

from nejat.text import plain_text, slugify
from nejat.text.folding import SLUG_LENGTH

_PLAIN = re.compile(r"[^<&\[]*")
_ADDRESS_PART = re.compile(r"[\w-]+")


def one_line(text: str) -> str:
    """The words of a text that may hold tags and entities, on one line."""
    return " ".join(text.split()) if _PLAIN.fullmatch(text) else plain_text(text)


def paragraphs_of(text: str) -> str:
    """The words of a comment, its paragraphs and lines kept apart."""
    lines = re.split(r"<br\s*/?>|</p>|\n", text.replace("\r\n", "\n"), flags=re.IGNORECASE)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map(one_line, lines))).strip()


def cut(text: str, length: int) -> str:
    """The text in at most `length` characters, with "…" where it was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def address_part(slug: str, length: int = SLUG_LENGTH) -> str:
    """A slug of the old site as ours: as it was, but for its length and foreign signs."""
    if not _ADDRESS_PART.fullmatch(slug):
        return slugify(slug)[:length]
    return slug[:length].rstrip("-")
