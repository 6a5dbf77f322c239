"""The editions: what each is called, how it runs and how it writes dates and numbers."""

from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.utils.translation import get_language

ASCII_DIGITS = "0123456789"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
NO_BREAK_SPACE = "\u00a0"
# They keep the minus before its number where text runs right to left.
ARABIC_LETTER_MARK = "\u061c"
LEFT_TO_RIGHT_MARK = "\u200e"


class UnknownEdition(LookupError):
    """There is no edition of that code."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One language site: its name, how it runs and how it writes dates and numbers.

    `code` is the BCP 47 language tag and the first part of its addresses; `locale` is what Open
    Graph, which wants a country too, calls the language. `months` are those of its `calendar`;
    `weekdays` begin on Monday, as `date.weekday()` counts. `number_signs` are the thousands,
    decimal and minus sign. Words, signs and their order follow the Unicode CLDR.
    """

    code: str
    native_name: str
    english_name: str
    locale: str
    direction: Literal["ltr", "rtl"]
    calendar: Literal["gregorian", "jalali"]
    months: tuple[str, ...]
    levantine_months: tuple[str, ...] = ()  # what Beirut, Damascus and Baghdad say instead
    weekdays: tuple[str, ...]
    date_form: str = "{day} {month} {year}"
    weekday_form: str
    digits: str = ASCII_DIGITS
    number_signs: tuple[str, str, str]

    @property
    def home(self) -> str:
        return f"/{self.code}/"


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


EDITIONS: tuple[Edition, ...] = (
    Edition(
        code="en",
        native_name="English",
        english_name="English",
        locale="en_US",
        direction="ltr",
        calendar="gregorian",
        months=_names(
            "January,February,March,April,May,June,July,August,September,October,November,December"
        ),
        weekdays=_names("Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"),
        date_form="{month} {day}, {year}",
        weekday_form="{weekday}, {date}",
        number_signs=(",", ".", "-"),
    ),
    Edition(
        code="ar",
        native_name="عربي",
        english_name="Arabic",
        locale="ar_AR",
        direction="rtl",
        calendar="gregorian",
        months=_names("يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر"),
        levantine_months=_names(
            "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران"
            ",تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول"
        ),
        weekdays=_names("الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد"),
        weekday_form="{weekday} {date}",
        digits=ARABIC_DIGITS,
        number_signs=("٬", "٫", f"{ARABIC_LETTER_MARK}-"),
    ),
    Edition(
        code="fa",
        native_name="فارسی",
        english_name="Persian",
        locale="fa_IR",
        direction="rtl",
        calendar="jalali",
        months=_names("فروردین,اردیبهشت,خرداد,تیر,مرداد,شهریور,مهر,آبان,آذر,دی,بهمن,اسفند"),
        weekdays=_names("دوشنبه,سه‌شنبه,چهارشنبه,پنجشنبه,جمعه,شنبه,یکشنبه"),
        weekday_form="{weekday} {date}",
        digits=PERSIAN_DIGITS,
        number_signs=("٬", "٫", f"{LEFT_TO_RIGHT_MARK}−"),
    ),
    Edition(
        code="sq",
        native_name="Shqip",
        english_name="Albanian",
        locale="sq_AL",
        direction="ltr",
        calendar="gregorian",
        months=_names(
            "janar,shkurt,mars,prill,maj,qershor,korrik,gusht,shtator,tetor,nëntor,dhjetor"
        ),
        weekdays=_names("e hënë,e martë,e mërkurë,e enjte,e premte,e shtunë,e diel"),
        weekday_form="{weekday}, {date}",
        number_signs=(NO_BREAK_SPACE, ",", "-"),
    ),
)
CODES: tuple[str, ...] = tuple(edition.code for edition in EDITIONS)
EDITION_CHOICES = [(edition.code, edition.native_name) for edition in EDITIONS]
"""As fields and forms offer them."""
_BY_CODE = {edition.code: edition for edition in EDITIONS}


def get_edition(code: str) -> Edition:
    """Return the edition of that code; raise `UnknownEdition` when there is none."""
    try:
        return _BY_CODE[code]
    except KeyError:
        raise UnknownEdition(f"no edition {code!r} among {', '.join(CODES)}") from None


def active_edition() -> Edition:
    """Return the edition of the active language, in which a page or a message is written."""
    return get_edition(get_language() or settings.LANGUAGE_CODE)
