"""Reading the small values of an export: numbers, dates, slugs."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import unquote

EARLIEST_YEAR = 1900
"""Dates before are typing errors, and the Persian calendar cannot show all of them."""

_NUMBER = re.compile(r"\d{1,18}$", re.ASCII)
_TORN_ESCAPE = re.compile(r"%[0-9a-fA-F]?$")


def number(text: str) -> int:
    """The whole number `text` is, else 0."""
    return int(text) if _NUMBER.match(text) else 0


def slug(text: str) -> str:
    """A slug decoded; WordPress cuts at 200 bytes, so a letter torn at the end is dropped."""
    if "%" not in text:
        return text
    return unquote(_TORN_ESCAPE.sub("", text), errors="ignore")


def moment(utc: str, local: str) -> datetime | None:
    """The aware UTC datetime WordPress wrote, from its local one when there is no other.

    The zone of the local one is not in the file, so it is read as UTC. None when neither is a date
    that a post can have.
    """
    for text in (utc, local):
        try:
            read = datetime.fromisoformat(text).replace(tzinfo=UTC)
        except ValueError:
            continue
        if read.year >= EARLIEST_YEAR:
            return read
    return None
