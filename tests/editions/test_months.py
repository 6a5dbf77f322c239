from datetime import date

import pytest

from nejat.editions.calendars import Month, format_month, month_bounds, month_name, month_of
from nejat.editions.registry import CODES, get_edition


@pytest.mark.parametrize(
    ("code", "month", "written"),
    [
        ("en", Month(2009, 3), "March 2009"),
        ("ar", Month(2009, 3), "مارس ٢٠٠٩"),
        ("fa", Month(1403, 3), "خرداد ۱۴۰۳"),
        ("sq", Month(2009, 3), "mars 2009"),
    ],
)
def test_a_month_is_written_with_its_year(code, month, written):
    assert format_month(month, get_edition(code)) == written


@pytest.mark.parametrize("month", [-1, 0, 13])
def test_a_month_outside_the_year_has_no_name(month):
    with pytest.raises(ValueError, match="is not in"):
        month_name(month, get_edition("en"))


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", date(2025, 3, 20), Month(2025, 3)),
        ("fa", date(2025, 3, 20), Month(1403, 12)),
        ("fa", date(2025, 3, 21), Month(1404, 1)),
        ("sq", date(2025, 12, 31), Month(2025, 12)),
    ],
)
def test_a_day_falls_in_a_month_of_the_editions_calendar(code, day, month):
    assert month_of(day, get_edition(code)) == month


@pytest.mark.parametrize(
    ("code", "month", "bounds"),
    [
        ("en", Month(2024, 2), (date(2024, 2, 1), date(2024, 3, 1))),
        ("ar", Month(2025, 12), (date(2025, 12, 1), date(2026, 1, 1))),
        ("fa", Month(1403, 1), (date(2024, 3, 20), date(2024, 4, 20))),
        ("fa", Month(1403, 5), (date(2024, 7, 22), date(2024, 8, 22))),
        ("fa", Month(1403, 12), (date(2025, 2, 19), date(2025, 3, 21))),
        ("fa", Month(1404, 12), (date(2026, 2, 20), date(2026, 3, 21))),
        ("fa", Month(1408, 12), (date(2030, 2, 19), date(2030, 3, 21))),
    ],
)
def test_a_month_is_bounded_by_gregorian_days(code, month, bounds):
    assert month_bounds(month, get_edition(code)) == bounds


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "month", [Month(1400, 0), Month(1400, 13), Month(0, 1), Month(-1, 5), Month(10000, 1)]
)
def test_a_month_that_is_none_has_no_bounds(code, month):
    with pytest.raises(ValueError, match=r"month|year"):
        month_bounds(month, get_edition(code))


def test_months_follow_each_other_over_the_year():
    assert Month(1403, 12).next() == Month(1404, 1)
    assert Month(2009, 3).next() == Month(2009, 4)


def test_months_are_ordered_by_time():
    months = [Month(2010, 1), Month(2009, 12), Month(2009, 2)]

    assert sorted(months) == [Month(2009, 2), Month(2009, 12), Month(2010, 1)]
