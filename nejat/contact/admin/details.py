"""The admin of contact details: one form with a tab an edition, instead of a list."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from nejat.contact.details import OFFICE, SAFETY
from nejat.contact.models import ContactDetails
from nejat.editorial.admin.editions import EditionsAdmin

WRITTEN_LEFT_TO_RIGHT = (
    "phone",
    "email",
    "map_address",
    "pgp_fingerprint",
    "pgp_key",
    "recipients",
)


@admin.register(ContactDetails)
class ContactDetailsAdmin(EditionsAdmin):
    edition_fields = (*OFFICE, *SAFETY, "recipients")
    shared_fields = ("spam_words",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # there is one row

    def has_delete_permission(
        self, request: HttpRequest, obj: ContactDetails | None = None
    ) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        details, _created = ContactDetails.objects.get_or_create(pk=1)
        return redirect("admin:contact_contactdetails_change", details.pk)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name.startswith(WRITTEN_LEFT_TO_RIGHT):
            field.widget.attrs["dir"] = "ltr"
        elif field is not None and db_field.name == "spam_words":
            field.widget.attrs["dir"] = "auto"
        return field
