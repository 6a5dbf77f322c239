"""ISBN, the numbers of books: read however they are written, kept bare, shown with hyphens."""

import re
import unicodedata

from django.utils.translation import gettext as _
from stdnum import isbn

# "ISBN" in the languages of the editions, with or without the length that some write after it.
LABEL = re.compile(
    r"^\s*(?:ISBN|شابک|شابك|ردمک|ردمك)(?:\s*[-‐‑–]?\s*1[03](?=\s*:|\s+\d))?[\s:.]*", re.I
)
SEPARATORS = re.compile(r"[\s\-\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2066-\u2069\u2212]")
BOOKLAND = ("978", "979")


def clean_isbn(text: str) -> str:
    """Return the ISBN in `text` as 10 or 13 bare signs: ASCII digits, a last X in capitals.

    Digits may be Persian or Arabic, with hyphens and spaces among them and the word ISBN before
    them. Raises ValueError, with a sentence in the language of the moment, where the number has
    another length, a foreign sign or a wrong check digit.
    """
    number = SEPARATORS.sub("", LABEL.sub("", text)).upper()
    number = "".join(_ascii_digit(sign) for sign in number)
    _check_signs(number)
    if len(number) == 13 and not number.startswith(BOOKLAND):
        raise ValueError(_("An ISBN of 13 digits begins with 978 or 979."))
    if not isbn.is_valid(number):
        raise ValueError(
            _("This is not an ISBN: its last sign does not fit the others. Is a digit mistyped?")
        )
    return number


def hyphenated(number: str) -> str:
    """Return a bare ISBN as it is printed in books, "978-600-119-125-1"; as it is where the
    agencies have not said yet how the number is divided.
    """
    parts = isbn.split(number)
    prefix, group, publisher = parts[:3]
    known = group and publisher and (prefix or len(number) == 10)
    return "-".join(filter(None, parts)) if known else number


def as_isbn13(number: str) -> str:
    """Return a bare ISBN as the 13 digits it has since 2007."""
    return isbn.to_isbn13(number)


def _ascii_digit(sign: str) -> str:
    return str(unicodedata.digit(sign)) if sign.isdecimal() else sign


def _check_signs(number: str) -> None:
    foreign = re.sub(r"[0-9]|(?<=^[0-9]{9})X$", "", number)
    if foreign:
        sentence = _(
            "An ISBN has digits only, and at most an X at the end of ten signs: not “%(sign)s”."
        )
        raise ValueError(sentence % {"sign": foreign[0]})
    if len(number) not in {10, 13}:
        raise ValueError(
            _("An ISBN has 10 or 13 signs, this one has %(count)d.") % {"count": len(number)}
        )
