"""The number and volume of an issue, read from titles as people write them."""

import pytest

from nejat.wordpress.cleaner import numbers_in


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Nejat Newsletter No.108", 108),
        ("Nejat NewsLetter no 108", 108),
        ("Nejat Newsletter No108", 108),
        ("NEJAT NEWSLETTER – NO: 108", 108),
        ("Nejat Newsletter №108", 108),
        ("Nejat Newsletter No. (108)", 108),
        ("Newsletter 108", 108),
        ("Newsletter-108", 108),
        ("Newsletter #108", 108),
        ("Newsletter # 108 is out", 108),
        ("Nejat Newsletter 108 (2015)", 108),
        ("Nejat Newsletter 108, September 2015", 108),
        ("Nejat Newsletter 108 – 2015", 108),
        ("Nejat Newsletter 2015 no. 108", 108),
        ("Pars Brief – Issue No. 73", 73),
        ("Pars Brief - Issue 73", 73),
        ("Pars Brief, issue no: 73", 73),
        ("Pars Brief 73", 73),
        ("خبرنامه نجات شماره ۱۰۸", 108),
        ("خبرنامه نجات شماره ١٠٨", 108),
        ("خبرنامه نجات شماره 108", 108),
        ("خبرنامهٔ نجات، شمارهٔ ۱۰۸", 108),
        ("خبرنامه‌ی نجات، شماره‌ی ۱۰۸", 108),
        ("شماره: ۱۰۸ خبرنامه نجات", 108),
        ("خبرنامه نجات ۱۰۸", 108),
        ("خبرنامه نجات ش ۱۰۸", 108),
        ("خبرنامه نجات شماره\u200e ۱۰۸", 108),
        ("پارس بریف – شماره ۷۳", 73),
        ("پارس بریف ۷۳", 73),
        ("نشرة النجاة العدد ١٠٨", 108),
        ("نشرة النجاة - العدد (۱۰۸)", 108),
        ("نشرة النجاة العدد رقم ١٠٨", 108),
        ("نشرة النجاة ١٠٨", 108),
        ("بارس بريف العدد ٧٣", 73),
        ("بارس بريف ٧٣", 73),
        ("Buletini Nejat Nr. 108", 108),
        ("Buletini Nejat nr 108", 108),
        ("Buletini Nejat – Numri 108", 108),
        ("Buletini Nejat, numër 108", 108),
        ("Buletini Nejat 108", 108),
    ],
)
def test_a_number_is_read_in_any_language_and_digits(title, number):
    assert numbers_in(title) == (number, None)


@pytest.mark.parametrize(
    ("title", "number", "volume"),
    [
        ("Vol. 9, No 108", 108, 9),
        ("Nejat Newsletter Vol.9 No.108, 2015", 108, 9),
        ("Nejat Newsletter, Volume 2", None, 2),
        ("خبرنامه نجات، سال ۹، شماره ۱۰۸", 108, 9),
        ("خبرنامه نجات، دوره ۲، شماره ۱۰۸", 108, 2),
        ("نشرة النجاة، المجلد ٩، العدد ١٠٨", 108, 9),
        ("نشرة النجاة، السنة ٩، العدد ١٠٨", 108, 9),
        ("Buletini Nejat, Viti 9, Nr. 108", 108, 9),
        ("Buletini Nejat, Vëllimi 9, Nr. 108", 108, 9),
    ],
)
def test_a_volume_is_told_apart_from_the_number(title, number, volume):
    assert numbers_in(title) == (number, volume)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Nejat Newsletter",
        "Nejat Newsletter, September 2006",
        "Nejat Newsletter 2006",
        "Nejat Newsletter 5 September 2006",
        "Nejat Newsletter 5/9/2006",
        "Nejat Newsletter – 10-2015",
        "Newsletter No. 0",
        "Newsletter No. 123456",
        "Notes on 12 letters",
        "Piano 12",
        "خبرنامه نجات ۱۳۸۵",
        "خبرنامه نجات، سال ۱۴۰۳",
        "خبرنامه نجات – ۱۵ مهر ۱۳۸۵",
        "خبرنامه نجات ۱۵ مهر ۱۳۸۵",
        "نشرة النجاة ٢٠٠٦",
        "نشرة النجاة ١٤٢٧ هـ",
        "Buletini Nejat 2006",
    ],
)
def test_a_year_a_date_and_other_numbers_are_none(title):
    assert numbers_in(title) == (None, None)
