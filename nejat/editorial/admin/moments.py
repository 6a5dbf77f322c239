"""Days and hours typed into forms of the admin, in whatever digits, days in two calendars."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from nejat.editions.calendars import read_jalali


class DayField(forms.DateField):
    """A day of the Gregorian calendar or of the Jalali one."""

    def clean(self, value: Any) -> Any:
        return super().clean(_read_day(value, self.error_messages["invalid"]))


class MomentField(forms.SplitDateTimeField):
    """Such a day and an hour."""

    def clean(self, value: Any) -> Any:
        if isinstance(value, list):
            day, hour = value
            value = [_read_day(day, self.error_messages["invalid_date"]), _with_ascii_digits(hour)]
        return super().clean(value)


MOMENTS: dict[type[models.Field], dict[str, Any]] = {
    models.DateField: {"form_class": DayField},
    models.DateTimeField: {"form_class": MomentField},
}
"""The `formfield_overrides` that make them of a model's fields."""


def _read_day(typed: Any, fault: Any) -> date | Any:
    """Return the day if it is one of the Jalali calendar, else what is to be read as usual."""
    plain = _with_ascii_digits(typed)
    try:
        return read_jalali(plain) or plain if isinstance(plain, str) else plain
    except ValueError as error:
        raise ValidationError(fault, code="invalid") from error


def _with_ascii_digits(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in typed)
