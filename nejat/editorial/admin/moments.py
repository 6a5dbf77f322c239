"""Days and hours that are typed into forms of the admin."""

from typing import Any

from django import forms

from nejat.editions.calendars import read_jalali


class MomentField(forms.SplitDateTimeField):
    """A day and an hour in whatever digits; the day may be of the Jalali calendar."""

    def clean(self, value: Any) -> Any:
        if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
            day, hour = map(_with_ascii_digits, value)
            value = [read_jalali(day) or day, hour]
        return super().clean(value)


def _with_ascii_digits(text: str) -> str:
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
