from decimal import Decimal

import pytest

from nejat.editions.numbers import format_number, to_edition_digits
from nejat.editions.registry import get_edition

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "1,234.5"),
        ("ar", "١٬٢٣٤٫٥"),
        ("fa", "۱٬۲۳۴٫۵"),
        ("sq", f"1{NBSP}234,5"),
    ],
)
def test_a_number_has_the_editions_digits_and_signs(code, written):
    assert format_number(1234.5, get_edition(code)) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "-1,234,567"),
        ("ar", "\u061c-١٬٢٣٤٬٥٦٧"),
        ("fa", "\u200e−۱٬۲۳۴٬۵۶۷"),
        ("sq", f"-1{NBSP}234{NBSP}567"),
    ],
)
def test_a_minus_stands_before_its_number(code, written):
    assert format_number(-1234567, get_edition(code)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1000, "1,000"),
        (10**21, "1,000,000,000,000,000,000,000"),
        (1200.0, "1,200"),
        (0.1 + 0.2, "0.3"),
        (2.0625, "2.062"),
        (-0.0001, "0"),
        (Decimal("1.10"), "1.1"),
        (Decimal("100"), "100"),
    ],
)
def test_a_number_keeps_three_decimal_places_at_most(value, written):
    assert format_number(value, get_edition("en")) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "No. 108 108 108"), ("ar", "No. ١٠٨ ١٠٨ ١٠٨"), ("fa", "No. ۱۰۸ ۱۰۸ ۱۰۸")],
)
def test_digits_of_every_set_become_the_editions_own(code, written):
    assert to_edition_digits("No. 108 ١٠٨ ۱۰۸", get_edition(code)) == written
