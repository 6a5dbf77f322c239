"""What stands in a form of the admin as a row in hand, of which nothing is saved."""

from django import forms
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest

from nejat.editorial.admin.merging import OPENED
from nejat.editorial.body_images import is_body
from nejat.editorial.columns import real_fields
from nejat.editorial.models import Content
from nejat.editorial.rows import EditionsModel

UNSAVED = 0
"""The number of a work that was never saved: its address can be written, and no row has it."""


def typed_texts(admin: ModelAdmin, request: HttpRequest, row: EditionsModel) -> EditionsModel:
    """Return the row with what was sent for it, wherever that is valid and may be changed.

    What the row's own rules refuse stands as it is saved, too.
    """
    form = _form(admin, request, row)
    for name in form.errors.keys() & form.fields.keys():
        setattr(row, name, form.initial[name])
    return row


def typed_work(admin: ModelAdmin, request: HttpRequest, work: Content | None) -> Content:
    """Return the work with what was sent for it, wherever that is valid and may be changed.

    Files, choices of several rows and the rows below the form are those that are saved.
    """
    form = _form(admin, request, work)
    form.full_clean()
    typed = form.instance
    typed.derive()
    for field in real_fields(type(typed)):
        if is_body(field):
            field.pre_save(typed, add=False)  # cleans it
    if work is None:
        typed.pk = UNSAVED
    return typed


def _form(admin: ModelAdmin, request: HttpRequest, row: EditionsModel | None) -> forms.ModelForm:
    names = flatten_fieldsets(admin.get_fieldsets(request, row))
    form = admin.get_form(request, row, change=row is not None, fields=names)
    data = request.POST.copy()
    data.pop(OPENED, None)  # whatever somebody else saved meanwhile, this is about what is typed
    return form(data, instance=row)
