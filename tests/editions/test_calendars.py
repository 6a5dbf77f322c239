from datetime import date, datetime

import pytest

from nejat.editions.calendars import (
    format_date,
    format_weekday_date,
    month_name,
    read_jalali,
)
from nejat.editions.registry import get_edition

# Written out from the tables of the Unicode ICU, which has the Persian calendar.
DATES = {
    "en": [
        (date(1970, 1, 1), "January 1, 1970"),
        (date(1999, 12, 31), "December 31, 1999"),
        (date(2000, 2, 29), "February 29, 2000"),
        (date(2003, 3, 20), "March 20, 2003"),
        (date(2006, 9, 1), "September 1, 2006"),
        (date(2009, 3, 26), "March 26, 2009"),
        (date(2011, 6, 30), "June 30, 2011"),
        (date(2012, 2, 29), "February 29, 2012"),
        (date(2013, 4, 5), "April 5, 2013"),
        (date(2014, 5, 15), "May 15, 2014"),
        (date(2016, 7, 4), "July 4, 2016"),
        (date(2017, 8, 8), "August 8, 2017"),
        (date(2018, 10, 31), "October 31, 2018"),
        (date(2019, 11, 11), "November 11, 2019"),
        (date(2020, 12, 31), "December 31, 2020"),
        (date(2021, 1, 1), "January 1, 2021"),
        (date(2021, 10, 10), "October 10, 2021"),
        (date(2024, 2, 29), "February 29, 2024"),
        (date(2025, 12, 31), "December 31, 2025"),
        (date(2026, 9, 9), "September 9, 2026"),
    ],
    "ar": [
        (date(1970, 1, 1), "١ يناير ١٩٧٠"),
        (date(1999, 12, 31), "٣١ ديسمبر ١٩٩٩"),
        (date(2000, 2, 29), "٢٩ فبراير ٢٠٠٠"),
        (date(2003, 3, 20), "٢٠ مارس ٢٠٠٣"),
        (date(2006, 9, 1), "١ سبتمبر ٢٠٠٦"),
        (date(2009, 3, 26), "٢٦ مارس ٢٠٠٩"),
        (date(2011, 6, 30), "٣٠ يونيو ٢٠١١"),
        (date(2012, 2, 29), "٢٩ فبراير ٢٠١٢"),
        (date(2013, 4, 5), "٥ أبريل ٢٠١٣"),
        (date(2014, 5, 15), "١٥ مايو ٢٠١٤"),
        (date(2016, 7, 4), "٤ يوليو ٢٠١٦"),
        (date(2017, 8, 8), "٨ أغسطس ٢٠١٧"),
        (date(2018, 10, 31), "٣١ أكتوبر ٢٠١٨"),
        (date(2019, 11, 11), "١١ نوفمبر ٢٠١٩"),
        (date(2020, 12, 31), "٣١ ديسمبر ٢٠٢٠"),
        (date(2021, 1, 1), "١ يناير ٢٠٢١"),
        (date(2021, 10, 10), "١٠ أكتوبر ٢٠٢١"),
        (date(2024, 2, 29), "٢٩ فبراير ٢٠٢٤"),
        (date(2025, 12, 31), "٣١ ديسمبر ٢٠٢٥"),
        (date(2026, 9, 9), "٩ سبتمبر ٢٠٢٦"),
    ],
    "fa": [
        (date(1979, 2, 11), "۲۲ بهمن ۱۳۵۷"),
        (date(1988, 3, 20), "۳۰ اسفند ۱۳۶۶"),
        (date(1988, 3, 21), "۱ فروردین ۱۳۶۷"),
        (date(2000, 3, 19), "۲۹ اسفند ۱۳۷۸"),
        (date(2000, 3, 20), "۱ فروردین ۱۳۷۹"),
        (date(2006, 9, 22), "۳۱ شهریور ۱۳۸۵"),
        (date(2009, 5, 6), "۱۶ اردیبهشت ۱۳۸۸"),
        (date(2013, 6, 14), "۲۴ خرداد ۱۳۹۲"),
        (date(2017, 3, 20), "۳۰ اسفند ۱۳۹۵"),
        (date(2017, 3, 21), "۱ فروردین ۱۳۹۶"),
        (date(2019, 7, 10), "۱۹ تیر ۱۳۹۸"),
        (date(2020, 8, 15), "۲۵ مرداد ۱۳۹۹"),
        (date(2021, 3, 19), "۲۹ اسفند ۱۳۹۹"),
        (date(2021, 3, 20), "۳۰ اسفند ۱۳۹۹"),
        (date(2021, 3, 21), "۱ فروردین ۱۴۰۰"),
        (date(2021, 10, 10), "۱۸ مهر ۱۴۰۰"),
        (date(2022, 11, 5), "۱۴ آبان ۱۴۰۱"),
        (date(2024, 3, 19), "۲۹ اسفند ۱۴۰۲"),
        (date(2024, 3, 20), "۱ فروردین ۱۴۰۳"),
        (date(2025, 3, 20), "۳۰ اسفند ۱۴۰۳"),
        (date(2025, 3, 21), "۱ فروردین ۱۴۰۴"),
        (date(2025, 11, 25), "۴ آذر ۱۴۰۴"),
        (date(2025, 12, 31), "۱۰ دی ۱۴۰۴"),
        (date(2029, 3, 19), "۲۹ اسفند ۱۴۰۷"),
        (date(2029, 3, 20), "۱ فروردین ۱۴۰۸"),
        (date(2030, 3, 20), "۳۰ اسفند ۱۴۰۸"),
        (date(2030, 3, 21), "۱ فروردین ۱۴۰۹"),
    ],
    "sq": [
        (date(1970, 1, 1), "1 janar 1970"),
        (date(1999, 12, 31), "31 dhjetor 1999"),
        (date(2000, 2, 29), "29 shkurt 2000"),
        (date(2003, 3, 20), "20 mars 2003"),
        (date(2006, 9, 1), "1 shtator 2006"),
        (date(2009, 3, 26), "26 mars 2009"),
        (date(2011, 6, 30), "30 qershor 2011"),
        (date(2012, 2, 29), "29 shkurt 2012"),
        (date(2013, 4, 5), "5 prill 2013"),
        (date(2014, 5, 15), "15 maj 2014"),
        (date(2016, 7, 4), "4 korrik 2016"),
        (date(2017, 8, 8), "8 gusht 2017"),
        (date(2018, 10, 31), "31 tetor 2018"),
        (date(2019, 11, 11), "11 nëntor 2019"),
        (date(2020, 12, 31), "31 dhjetor 2020"),
        (date(2021, 1, 1), "1 janar 2021"),
        (date(2021, 10, 10), "10 tetor 2021"),
        (date(2024, 2, 29), "29 shkurt 2024"),
        (date(2025, 12, 31), "31 dhjetor 2025"),
        (date(2026, 9, 9), "9 shtator 2026"),
    ],
}


@pytest.mark.parametrize(
    ("code", "day", "written"),
    [(code, day, written) for code, days in DATES.items() for day, written in days],
)
def test_a_date_is_written_as_the_edition_writes_it(code, day, written):
    assert format_date(day, get_edition(code)) == written


def test_a_datetime_is_written_as_its_own_day():
    assert format_date(datetime(2021, 3, 20, 23, 59), get_edition("fa")) == "۳۰ اسفند ۱۳۹۹"


@pytest.mark.parametrize(
    ("code", "week"),
    [
        (
            "en",
            [
                "Monday, December 29, 2025",
                "Tuesday, December 30, 2025",
                "Wednesday, December 31, 2025",
                "Thursday, January 1, 2026",
                "Friday, January 2, 2026",
                "Saturday, January 3, 2026",
                "Sunday, January 4, 2026",
            ],
        ),
        (
            "ar",
            [
                "الاثنين ٢٩ ديسمبر ٢٠٢٥",
                "الثلاثاء ٣٠ ديسمبر ٢٠٢٥",
                "الأربعاء ٣١ ديسمبر ٢٠٢٥",
                "الخميس ١ يناير ٢٠٢٦",
                "الجمعة ٢ يناير ٢٠٢٦",
                "السبت ٣ يناير ٢٠٢٦",
                "الأحد ٤ يناير ٢٠٢٦",
            ],
        ),
        (
            "fa",
            [
                "دوشنبه ۸ دی ۱۴۰۴",
                "سه‌شنبه ۹ دی ۱۴۰۴",
                "چهارشنبه ۱۰ دی ۱۴۰۴",
                "پنجشنبه ۱۱ دی ۱۴۰۴",
                "جمعه ۱۲ دی ۱۴۰۴",
                "شنبه ۱۳ دی ۱۴۰۴",
                "یکشنبه ۱۴ دی ۱۴۰۴",
            ],
        ),
        (
            "sq",
            [
                "e hënë, 29 dhjetor 2025",
                "e martë, 30 dhjetor 2025",
                "e mërkurë, 31 dhjetor 2025",
                "e enjte, 1 janar 2026",
                "e premte, 2 janar 2026",
                "e shtunë, 3 janar 2026",
                "e diel, 4 janar 2026",
            ],
        ),
    ],
)
def test_a_weekday_goes_before_its_date(code, week):
    days = [date(2025, 12, 29), date(2025, 12, 30), date(2025, 12, 31)]
    days += [date(2026, 1, day) for day in (1, 2, 3, 4)]

    assert [format_weekday_date(day, get_edition(code)) for day in days] == week


def test_arabic_months_have_levantine_names_too():
    arabic = get_edition("ar")

    assert [month_name(month, arabic, month_style="levantine") for month in range(1, 13)] == [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ]


@pytest.mark.parametrize(
    ("write", "written"),
    [
        (format_date, "٩ أيلول ٢٠٢٦"),
        (format_weekday_date, "الأربعاء ٩ أيلول ٢٠٢٦"),
    ],
)
def test_every_arabic_date_follows_the_month_style(write, written):
    moment = datetime(2026, 9, 9, 18, 30)

    assert write(moment, get_edition("ar"), month_style="levantine") == written


@pytest.mark.parametrize("code", ["en", "fa", "sq"])
def test_the_month_style_changes_arabic_alone(code):
    edition = get_edition(code)

    assert month_name(7, edition, month_style="levantine") == month_name(7, edition)


def test_a_persian_date_before_the_jalali_calendar_is_refused():
    with pytest.raises(ValueError, match="year"):
        format_date(date(621, 1, 1), get_edition("fa"))


@pytest.mark.parametrize("text", ["1405/9/10", "۱۴۰۵-۰۹-۱۰", " ١٤٠٥.٩.١٠ "])
def test_a_day_of_the_jalali_calendar_is_read_in_whatever_digits(text):
    assert read_jalali(text) == date(2026, 12, 1)


@pytest.mark.parametrize("text", ["", "x", "2026-12-01", "1200/1/1", "1479/1/1", "140/5/9"])
def test_what_is_not_of_its_years_is_not(text):
    assert read_jalali(text) is None


@pytest.mark.parametrize("text", ["1405/13/1", "1405-07-31", "1405/12/30", "1405/0/1"])
def test_a_day_that_its_year_has_not_is_refused(text):
    with pytest.raises(ValueError, match=r"day|month"):
        read_jalali(text)
