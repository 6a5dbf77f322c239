"""Numbers as each edition writes them."""

from decimal import Decimal

from django.utils.translation import gettext as _

from nejat.editions.registry import ARABIC_DIGITS, ASCII_DIGITS, PERSIAN_DIGITS, Edition

MEGABYTE = 1024 * 1024
ALL_DIGITS = ASCII_DIGITS + ARABIC_DIGITS + PERSIAN_DIGITS


def format_number(value: int | float | Decimal, edition: Edition) -> str:
    """Return `value` in the edition's digits and signs, with at most three decimal places."""
    plain = f"{Decimal(value):z,.3f}".rstrip("0").rstrip(".")
    signs = dict(zip(",.-", edition.number_signs, strict=True))
    return to_edition_digits("".join(signs.get(sign, sign) for sign in plain), edition)


def to_edition_digits(text: str, edition: Edition) -> str:
    """Return `text` with every digit, of whichever set, written in the edition's own."""
    return text.translate(str.maketrans(ALL_DIGITS, edition.digits * 3))


def format_byte_size(size: int, edition: Edition) -> str:
    """Return how large a file of `size` bytes is: "840 KB", "2.7 MB", in the current language."""
    if size < MEGABYTE:
        return _("%(number)s KB") % {"number": format_number(-(-size // 1024), edition)}
    megabytes = round(Decimal(size) / MEGABYTE, 1)
    return _("%(number)s MB") % {"number": format_number(megabytes, edition)}
