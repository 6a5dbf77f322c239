"""Dates as each edition writes them, and the months of its calendar.

A moment is written as it stands: the caller turns an aware datetime into local time before.
The Persian edition has no dates before March 622, where the Jalali calendar begins: they raise
`ValueError`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

import jdatetime

from nejat.editions.numbers import to_edition_digits
from nejat.editions.registry import Edition

# Cairo and the Gulf say يناير, Beirut, Damascus and Baghdad كانون الثاني.
MonthStyle = Literal["egyptian", "levantine"]
DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


@dataclass(frozen=True, order=True)
class Month:
    """A month of an edition's calendar; `month` counts from 1."""

    year: int
    month: int

    def next(self) -> "Month":
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)


def format_date(moment: date, edition: Edition, *, month_style: MonthStyle = "egyptian") -> str:
    """Return the day of `moment`: "October 10, 2021", «۱۸ مهر ۱۴۰۰», "10 tetor 2021"."""
    day = _in_calendar(moment, edition)
    month = month_name(day.month, edition, month_style=month_style)
    written = edition.date_form.format(day=day.day, month=month, year=day.year)
    return to_edition_digits(written, edition)


def format_weekday_date(
    moment: date, edition: Edition, *, month_style: MonthStyle = "egyptian"
) -> str:
    """Return weekday and day: "Sunday, October 10, 2021", «یکشنبه ۱۸ مهر ۱۴۰۰»."""
    day = format_date(moment, edition, month_style=month_style)
    return edition.weekday_form.format(weekday=edition.weekdays[moment.weekday()], date=day)


def month_name(month: int, edition: Edition, *, month_style: MonthStyle = "egyptian") -> str:
    """Return the name of a month of the edition's calendar, or raise `ValueError`."""
    if not 1 <= month <= 12:
        raise ValueError(f"month {month} is not in 1..12")
    levantine = month_style == "levantine" and edition.levantine_months
    return (levantine or edition.months)[month - 1]


def format_month(month: Month, edition: Edition, *, month_style: MonthStyle = "egyptian") -> str:
    """Return "March 2009", «خرداد ۱۴۰۳», or raise `ValueError` for a month that is none."""
    name = month_name(month.month, edition, month_style=month_style)
    return f"{name} {to_edition_digits(str(month.year), edition)}"


def month_of(moment: date, edition: Edition) -> Month:
    """Return the month of the edition's calendar in which `moment` falls."""
    day = _in_calendar(moment, edition)
    return Month(day.year, day.month)


def month_bounds(month: Month, edition: Edition) -> tuple[date, date]:
    """Return the Gregorian dates of the month's first day and of the first day after it.

    Raises `ValueError` for a month or year that the edition's calendar, or Python's, has not.
    """
    return _first_day(month, edition), _first_day(month.next(), edition)


def read_jalali(text: str) -> date | None:
    """Return the Gregorian date of a day like "1405/9/10", in whatever digits.

    None where its year is not one of 1279 to 1478, which are 1900 to 2100: in the Gregorian
    calendar nothing was published in years of these numbers. Raises `ValueError` for a day that
    such a year has not.
    """
    found = DAY.fullmatch(text.strip())
    if not found or not 1279 <= int(found[1]) <= 1478:
        return None
    day: date = jdatetime.date(*map(int, found.groups())).togregorian()
    return day


def _in_calendar(moment: date, edition: Edition) -> date | jdatetime.date:
    if edition.calendar == "gregorian":
        return moment
    return jdatetime.date.fromgregorian(year=moment.year, month=moment.month, day=moment.day)


def _first_day(month: Month, edition: Edition) -> date:
    if edition.calendar == "gregorian":
        return date(month.year, month.month, 1)
    first: date = jdatetime.date(month.year, month.month, 1).togregorian()
    return first
