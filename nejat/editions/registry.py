"""The editions: what each is called, how it runs and how it writes dates and numbers."""

from dataclasses import dataclass
from typing import Literal

ASCII_DIGITS = "0123456789"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"


class UnknownEdition(LookupError):
    """There is no edition of that code."""


@dataclass(frozen=True)
class Edition:
    """One language site. `code` is the BCP 47 language tag and the first part of its addresses."""

    code: str
    native_name: str
    english_name: str
    direction: Literal["ltr", "rtl"]
    calendar: Literal["gregorian", "jalali"]
    digits: str
    open_graph_locale: str

    @property
    def is_rtl(self) -> bool:
        return self.direction == "rtl"

    @property
    def home(self) -> str:
        return f"/{self.code}/"


EDITIONS: tuple[Edition, ...] = (
    Edition(
        code="en",
        native_name="English",
        english_name="English",
        direction="ltr",
        calendar="gregorian",
        digits=ASCII_DIGITS,
        open_graph_locale="en_US",
    ),
    Edition(
        code="ar",
        native_name="عربي",
        english_name="Arabic",
        direction="rtl",
        calendar="gregorian",
        digits=ARABIC_DIGITS,
        open_graph_locale="ar_AR",
    ),
    Edition(
        code="fa",
        native_name="فارسی",
        english_name="Persian",
        direction="rtl",
        calendar="jalali",
        digits=PERSIAN_DIGITS,
        open_graph_locale="fa_IR",
    ),
    Edition(
        code="sq",
        native_name="Shqip",
        english_name="Albanian",
        direction="ltr",
        calendar="gregorian",
        digits=ASCII_DIGITS,
        open_graph_locale="sq_AL",
    ),
)
CODES: tuple[str, ...] = tuple(edition.code for edition in EDITIONS)
_BY_CODE = {edition.code: edition for edition in EDITIONS}


def get_edition(code: str) -> Edition:
    """Return the edition of that code; raise `UnknownEdition` when there is none."""
    try:
        return _BY_CODE[code]
    except KeyError:
        raise UnknownEdition(f"no edition {code!r} among {', '.join(CODES)}") from None
