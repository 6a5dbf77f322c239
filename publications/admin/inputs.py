"""Numbers and ISBNs that run as they are written, whatever the language of the interface."""

from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.db.models import Field
from django.http import HttpRequest
from modeltranslation.fields import TranslationField

from nejat.editions.registry import get_edition


class DirectedInputs(BaseModelAdmin):
    """A form in which the number of an edition runs as the edition does, and an ISBN in Latin."""

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "isbn":
            field.widget.attrs["dir"] = "ltr"
        elif isinstance(field, forms.IntegerField) and isinstance(db_field, TranslationField):
            field.widget.attrs["dir"] = get_edition(db_field.language).direction
        return field
