"""Fields of readers' forms that answer in the words and digits of the edition."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nejat.editions.numbers import format_number
from nejat.editions.registry import active_edition


class LongTextField(forms.CharField):
    """A text of some lines and of at most `longest` letters, a line end counting as one.

    Its box has no `maxlength`: a browser cuts there what is pasted, and says nothing.
    """

    def __init__(self, *, longest: int, rows: int, **kwargs: Any) -> None:
        self.longest = longest
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(widget=widget, **kwargs)

    def to_python(self, value: str | None) -> str:
        return super().to_python(value).replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.longest:
            edition = active_edition()
            message = _("It is too long: %(count)s letters, and at most %(most)s are taken.")
            numbers = {"count": len(value), "most": self.longest}
            shown = {name: format_number(number, edition) for name, number in numbers.items()}
            raise ValidationError(message % shown, code="max_length")
