"""The number and the volume of an issue, as its title tells them in any of our languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from nejat.text import fold

NUMBER_WORDS = (
    *("no", "nr", "num", "number", "issue"),
    *("شماره", "ش", "العدد", "عدد", "رقم"),
    *("numri", "numër"),
)
VOLUME_WORDS = (
    *("vol", "volume"),
    *("دوره", "جلد", "سال", "المجلد", "مجلد", "السنة"),
    *("vëllimi", "viti"),
)
SERIES_WORDS = (
    *("newsletter", "news letter", "brief"),
    *("خبرنامه", "خبرنامه نجات", "بریف"),
    *("نشرة", "نشرة النجاة", "بريف"),
    *("buletini", "buletini nejat"),
)
"""How the names of the series end: a bare number behind them is that of an issue."""
_YEARS = (range(1300, 1500), range(1900, 2100))
"""Of the Jalali, Islamic and Gregorian calendars; no series has come so far with its issues."""


class Numbers(NamedTuple):
    """What the title of an issue tells; None for what it does not."""

    number: int | None = None
    volume: int | None = None


def numbers_in(title: str) -> Numbers:
    """The number and the volume in the title of an issue, whatever digits it is written in.

    >>> numbers_in("Nejat Newsletter Vol. 9, No 108 – 2015")
    Numbers(number=108, volume=9)

    A number has a word or a sign for it before it, or it stands behind the name of the series
    with nothing but signs behind it. A year and a part of a date are none.
    """
    plain = fold(title, "fa")
    number = _first(_MARKED, plain) or _first(_BARE, plain)
    return Numbers(number, _first(_VOLUME, plain))


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    found = (int(match[1]) for match in pattern.finditer(text))
    return next((number for number in found if number and not _is_year(number)), None)


def _is_year(number: int) -> bool:
    return any(number in years for years in _YEARS)


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, folded as titles are, the longest first."""
    folded = {fold(word, "fa") for word in words}
    return "|".join(map(re.escape, sorted(folded, key=len, reverse=True)))


_SIGNS = r"[\s.:#()\[\]«»_\-–—]*"
_DIGITS = r"(\d{1,4})(?!\d)"
_MARKED = re.compile(rf"(?:(?<!\w)(?:{_any_of(NUMBER_WORDS)})|#){_SIGNS}{_DIGITS}")
_VOLUME = re.compile(rf"(?<!\w)(?:{_any_of(VOLUME_WORDS)}){_SIGNS}{_DIGITS}")
_BARE = re.compile(
    rf"(?<!\w)(?:{_any_of(SERIES_WORDS)}){_SIGNS}{_DIGITS}(?!\s*\w)(?!\s*[/.]\s*\d|[-–—]\d)"
)
