"""ISBN however they are written; what is none is refused with the reason."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean, isbn

from publications.isbn import as_isbn13, clean_isbn, hyphenated

# As they are printed in books of Iran, Albania, Lebanon, Britain and the United States. Those of
# Albania are made up within its ranges.
PRINTED = [
    "964-311-015-X",
    "978-964-312-118-1",
    "978-600-119-125-1",
    "978-600-5883-43-5",
    "978-622-6179-44-7",
    "978-622-291-014-3",
    "978-99943-42-17-4",
    "99927-55-06-7",
    "978-9953-29-847-4",
    "978-0-14-143951-8",
    "0-19-852663-6",
    "0-8044-2957-X",
]


@pytest.mark.parametrize("printed", PRINTED)
def test_a_number_is_kept_bare_and_shown_as_it_is_printed(printed):
    bare = clean_isbn(printed)

    assert bare == printed.replace("-", "")
    assert hyphenated(bare) == printed


@pytest.mark.parametrize(
    "text",
    [
        "9786001191251",
        "978 600 119 125 1",
        " ISBN 978-600-119-125-1\n",
        "ISBN: 978-600-119-125-1",
        "isbn-13: 978-600-119-125-1",
        "ISBN-13 978-600-119-125-1",
        "ISBN13: 9786001191251",
        "ISBN9786001191251",
        "شابک: ۹۷۸-۶۰۰-۱۱۹-۱۲۵-۱",
        "شابك ۹۷۸۶۰۰۱۱۹۱۲۵۱",
        "ردمك: ٩٧٨-٦٠٠-١١٩-١٢٥-١",
        "\u200f978\u2010600\u2011119\u2013125\u22121\u200c",
    ],
)
def test_a_number_is_read_however_it_is_written(text):
    assert clean_isbn(text) == "9786001191251"


@pytest.mark.parametrize("text", ["ISBN-10: 964-311-015-x", "ISBN 10 964311015X", "٩٦٤٣١١٠١٥x"])
def test_the_x_of_a_short_number_is_a_capital(text):
    assert clean_isbn(text) == "964311015X"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "this one has 0"),
        ("ISBN", "this one has 0"),
        ("978-600-119-125", "this one has 12"),
        ("964311015", "this one has 9"),
        ("978-600-119-125-10", "this one has 14"),
        ("978-600-119-125-2", "does not fit"),
        ("964-311-015-6", "does not fit"),
        ("978-600-119-l25-1", "not “L”"),
        ("978-600-119-125-X", "not “X”"),
        ("96431X0150", "not “X”"),
        ("978/600/119/125/1", "not “/”"),
        ("964-311-015-X?", "not “X”"),
        ("²964311015", "not “²”"),
        ("5012345678900", "begins with 978 or 979"),
    ],
)
def test_what_is_no_isbn_is_refused_with_the_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        clean_isbn(text)


def test_the_reason_is_said_in_the_language_of_the_moment():
    sentence = "An ISBN of 13 digits begins with 978 or 979."

    with translation.override("fa"), pytest.raises(ValueError, match=r".") as caught:
        clean_isbn("5012345678900")

    with translation.override("fa"):
        assert str(caught.value) == translation.gettext(sentence)


def test_a_number_of_no_known_range_has_no_hyphens():
    for bare in ("9799999999990", "9786999999990"):
        assert hyphenated(bare) == clean_isbn(bare) == bare


def test_every_number_has_thirteen_digits_since_2007():
    assert as_isbn13("964311015X") == "9789643110154"
    assert as_isbn13("9786001191251") == "9786001191251"


long_numbers = st.builds(
    lambda prefix, rest: (number := f"{prefix}{rest:09}") + ean.calc_check_digit(number),
    st.sampled_from(["978", "979"]),
    st.integers(0, 10**9 - 1),
)
short_numbers = st.integers(0, 10**9 - 1).map(
    lambda rest: f"{rest:09}" + isbn._calc_isbn10_check_digit(f"{rest:09}")
)


@given(st.one_of(long_numbers, short_numbers), st.data())
def test_a_changed_digit_is_refused(number, data):
    place = data.draw(st.integers(0, len(number) - 1))
    others = [digit for digit in "0123456789" if digit != number[place]]
    changed = number[:place] + data.draw(st.sampled_from(others)) + number[place + 1 :]

    assert clean_isbn(number) == number
    with pytest.raises(ValueError, match=r"does not fit|978 or 979"):
        clean_isbn(changed)


@given(long_numbers)
def test_hyphens_change_no_digit(number):
    assert clean_isbn(hyphenated(number)) == number
