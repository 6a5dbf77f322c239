"""Dates and numbers on a page, as its edition writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import time_machine
from django.template import Context, Template
from django.utils import translation

from nejat.editions.calendars import Month
from nejat.editions.registry import CODES
from nejat.editions.templatetags.editions import edition_byte_size

MOMENT = datetime(2021, 10, 10, 20, 45, tzinfo=UTC)  # a quarter past midnight in Tehran


def _render(template: str, code: str, **values: object) -> str:
    with translation.override(code):
        return Template("{% load editions %}" + template).render(Context(values))


def _everywhere(template: str, **values: object) -> dict[str, str]:
    return {code: _render(template, code, **values) for code in CODES}


def test_a_date_is_that_of_tehran_in_the_editions_calendar_with_its_moment_for_machines():
    machine = '<time datetime="2021-10-11T00:15:00+03:30">'

    assert _everywhere("{% edition_time moment %}", moment=MOMENT) == {
        "en": f"{machine}October 11, 2021</time>",
        "ar": f"{machine}١١ أكتوبر ٢٠٢١</time>",
        "fa": f"{machine}۱۹ مهر ۱۴۰۰</time>",
        "sq": f"{machine}11 tetor 2021</time>",
    }


def test_the_moment_for_machines_has_the_offset_of_its_season():
    summer = datetime(2021, 7, 1, 12, tzinfo=UTC)

    assert _render("{% edition_time moment %}", "en", moment=summer) == (
        '<time datetime="2021-07-01T16:30:00+04:30">July 1, 2021</time>'
    )


def test_a_moment_is_the_same_in_whatever_zone_it_was_written():
    elsewhere = MOMENT.astimezone(timezone(timedelta(hours=-8)))

    assert _everywhere("{% edition_time moment %}", moment=elsewhere) == _everywhere(
        "{% edition_time moment %}", moment=MOMENT
    )


def test_microseconds_are_no_news():
    moment = MOMENT + timedelta(microseconds=999_999)

    assert _render("{% edition_time moment %}", "en", moment=moment) == (
        '<time datetime="2021-10-11T00:15:00+03:30">October 11, 2021</time>'
    )


def test_the_arabic_months_follow_the_setting_and_the_others_do_not(settings):
    before = _everywhere("{% edition_time moment %}", moment=MOMENT)
    settings.MONTH_STYLE_AR = "levantine"

    after = _everywhere("{% edition_time moment %}", moment=MOMENT)

    written = '<time datetime="2021-10-11T00:15:00+03:30">١١ تشرين الأول ٢٠٢١</time>'
    assert after == {**before, "ar": written}
    assert _render("{{ month|edition_month }}", "ar", month=Month(2021, 1)) == ("كانون الثاني ٢٠٢١")


def test_today_is_the_day_in_tehran():
    with time_machine.travel(MOMENT, tick=False):
        shown = _everywhere("{% today %}")

    assert shown == {
        "en": '<time datetime="2021-10-11">Monday, October 11, 2021</time>',
        "ar": '<time datetime="2021-10-11">الاثنين ١١ أكتوبر ٢٠٢١</time>',
        "fa": '<time datetime="2021-10-11">دوشنبه ۱۹ مهر ۱۴۰۰</time>',
        "sq": '<time datetime="2021-10-11">E hënë, 11 tetor 2021</time>',
    }


def test_today_follows_the_setting_for_arabic_months(settings):
    settings.MONTH_STYLE_AR = "levantine"
    with time_machine.travel(MOMENT, tick=False):
        assert _render("{% today %}", "ar") == (
            '<time datetime="2021-10-11">الاثنين ١١ تشرين الأول ٢٠٢١</time>'
        )


def test_a_month_is_written_with_its_year():
    gregorian, jalali = Month(2021, 10), Month(1400, 7)

    shown = {
        code: _render("{{ m|edition_month }}", code, m=jalali if code == "fa" else gregorian)
        for code in CODES
    }

    assert shown == {
        "en": "October 2021",
        "ar": "أكتوبر ٢٠٢١",
        "fa": "مهر ۱۴۰۰",
        "sq": "tetor 2021",
    }


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, {"en": "0", "ar": "٠", "fa": "۰", "sq": "0"}),
        (1234567, {"en": "1,234,567", "ar": "١٬٢٣٤٬٥٦٧", "fa": "۱٬۲۳۴٬۵۶۷"}),
        (-12.5, {"en": "-12.5", "ar": "\u061c-١٢٫٥", "fa": "\u200e−۱۲٫۵", "sq": "-12,5"}),
    ],
)
def test_a_number_has_the_digits_and_signs_of_the_edition(number, written):
    shown = _everywhere("{{ number|edition_number }}", number=number)

    assert shown == {"sq": "1\u00a0234\u00a0567", **written}


def test_digits_of_any_script_become_those_of_the_edition_without_separators():
    assert _everywhere("{{ year|edition_digits }}", year=1403) == {
        "en": "1403",
        "ar": "١٤٠٣",
        "fa": "۱۴۰۳",
        "sq": "1403",
    }
    assert _everywhere("{{ text|edition_digits }}", text="٣-۴-5") == {
        "en": "3-4-5",
        "ar": "٣-٤-٥",
        "fa": "۳-۴-۵",
        "sq": "3-4-5",
    }


@pytest.mark.parametrize(
    ("code", "sizes"),
    [
        ("en", ["1 KB", "840 KB", "1 MB", "2.7 MB"]),
        ("fa", ["۱ کیلوبایت", "۸۴۰ کیلوبایت", "۱ مگابایت", "۲٫۷ مگابایت"]),
        ("ar", ["١ كيلوبايت", "٨٤٠ كيلوبايت", "١ ميغابايت", "٢٫٧ ميغابايت"]),
        ("sq", ["1 KB", "840 KB", "1 MB", "2,7 MB"]),
    ],
)
def test_the_size_of_a_file_is_told_in_the_words_and_digits_of_the_edition(code, sizes):
    with translation.override(code):
        told = [edition_byte_size(size) for size in (1, 860_160, 1_048_576, 2_840_000)]

    assert told == sizes
