"""The admin of contact details: one form with a tab an edition, instead of a list."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest

from nejat.contact.details import OFFICE, SAFETY
from nejat.contact.models import ContactDetails
from nejat.editorial.admin.site_texts import SiteTextsAdmin


@admin.register(ContactDetails)
class ContactDetailsAdmin(SiteTextsAdmin):
    edition_fields = (*OFFICE, *SAFETY, "recipients")
    shared_fields = ("spam_words",)
    left_to_right = (
        "phone",
        "email",
        "map_address",
        "pgp_fingerprint",
        "pgp_key",
        "recipients",
    )

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "spam_words":
            field.widget.attrs["dir"] = "auto"
        return field
