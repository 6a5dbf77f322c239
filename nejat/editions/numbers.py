"""Numbers as each edition writes them."""

from decimal import Decimal

from nejat.editions.registry import ARABIC_DIGITS, ASCII_DIGITS, PERSIAN_DIGITS, Edition

ALL_DIGITS = ASCII_DIGITS + ARABIC_DIGITS + PERSIAN_DIGITS


def format_number(value: int | float | Decimal, edition: Edition) -> str:
    """Return `value` in the edition's digits and signs, with at most three decimal places."""
    plain = f"{Decimal(value):z,.3f}".rstrip("0").rstrip(".")
    signs = dict(zip(",.-", edition.number_signs, strict=True))
    return to_edition_digits("".join(signs.get(sign, sign) for sign in plain), edition)


def to_edition_digits(text: str, edition: Edition) -> str:
    """Return `text` with every digit, of whichever set, written in the edition's own."""
    return text.translate(str.maketrans(ALL_DIGITS, edition.digits * 3))
