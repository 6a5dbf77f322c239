"""The languages that books are written in: more than the editions we publish."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

CODES = ("fa", "en", "ar", "sq", "fr", "de", "it", "es", "tr", "ru", "ku", "he")
NAMES_OF_OURS = {"ku": _("Kurdish")}
"""Of languages that Django has no name for."""


def language_name(code: str) -> str:
    """Return the name of a language in the current one; its code if it is none of ours."""
    if code in NAMES_OF_OURS:
        return str(NAMES_OF_OURS[code])
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def language_choices() -> list[tuple[str, str]]:
    """Return code and name of every language a book may be in."""
    return [(code, language_name(code)) for code in CODES]


class LanguagesField(models.CharField):
    """Language codes, stored as ",fa,en,".

    The commas around each code let a list be filtered by one of them: `languages__contains`
    with what `stored` returns.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 60, "default": list, "blank": True, **kwargs})

    def from_db_value(self, value: str | None, *args: Any) -> list[str]:
        return self.to_python(value)

    def to_python(self, value: Any) -> list[str]:
        if isinstance(value, str):
            return [code for code in value.split(",") if code]
        return list(value or ())

    def get_prep_value(self, value: Any) -> str:
        if isinstance(value, str) and value.startswith(","):
            return value
        return stored(self.to_python(value))

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: list[str], model_instance: Any) -> None:
        if unknown := set(value) - set(CODES):
            raise ValidationError(_("Not a language we know: %s") % ", ".join(sorted(unknown)))

    def run_validators(self, value: list[str]) -> None:
        """Nothing is left to be checked: there are only codes of ours."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=language_choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
        )


def stored(codes: Iterable[str]) -> str:
    """Return how the database holds some codes; "" for none."""
    joined = ",".join(codes)
    return f",{joined}," if joined else ""
