"""One form for four editions: a fieldset an edition, which a script shows as tabs."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.helpers import InlineAdminFormSet
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from nejat.editions.registry import CODES, EDITIONS, get_edition
from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.inputs import DeskInputs
from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.editorial.admin.locking import LockedAdmin
from nejat.editorial.admin.merging import OPENED, MergingForm
from nejat.editorial.admin.moments import MOMENTS
from nejat.editorial.columns import column

Fieldsets = list[tuple[str | None, dict[str, Any]]]
HTTPS_BY_DEFAULT = {models.URLField: {"assume_scheme": "https"}}


class EditionInputs(DeskInputs):
    """A form or a row of a form whose inputs have the language of what is written in them."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(db_field, TranslationField):
            _speak_own_language(field, db_field)
        if isinstance(field, forms.IntegerField):
            _take_any_digits(field)
        return field


class EditionsAdmin(LockedAdmin, EditionInputs, LargeListAdmin):
    """Admin of a model with a column an edition.

    `edition_fields` stand in every edition's tab, `shared_fields` below the tabs. Lists, and
    the choices other forms offer, load nothing but `list_columns`.
    """

    edition_fields: ClassVar[Iterable[str]] = ()
    shared_fields: ClassVar[Iterable[str | tuple[str, ...]]] = ()
    list_columns: ClassVar[Iterable[str]] = ()

    form = MergingForm
    save_on_top = True
    view_on_site = False
    change_form_template = "admin/editorial/change_form.html"
    formfield_overrides: ClassVar[Any] = {**HTTPS_BY_DEFAULT, **MOMENTS}

    class Media:
        js: ClassVar[list[str]] = [
            "nejat/js/edition-tabs.js",
            "nejat/js/admin-faults.js",
            "nejat/js/unsaved-changes.js",
            "nejat/js/admin-days.js",
        ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows, page = super().get_queryset(request), request.resolver_match.url_name
        if page.endswith(("_changelist", "autocomplete")):
            return rows.only(*self.list_columns)
        if page.endswith("_change") and request.method == "POST":
            return rows.select_for_update(of=("self",), no_key=True)
        return rows

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Fieldsets:
        tabs: Fieldsets = [
            (
                edition.native_name,
                {
                    "fields": [column(field, edition.code) for field in self.edition_fields],
                    "classes": ["edition-tab", f"edition-{edition.code}"],
                },
            )
            for edition in EDITIONS
        ]
        opened = [OPENED] if obj and self.has_change_permission(request, obj) else []
        return [*tabs, (None, {"fields": [*self.shared_fields, *opened]})]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        context["faults"] = [
            *faults_of(context["adminform"].form),
            *(fault for rows in context["inline_admin_formsets"] for fault in faults_in_rows(rows)),
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def construct_change_message(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        """Tell the history and the log of which edition each changed field is."""
        changed = set(form.changed_data)
        for edition in EDITIONS:
            for name in self.edition_fields:
                if field := form.fields.get(column(name, edition.code)):
                    field.label = f"{field.label} ({edition.native_name})"
        message = super().construct_change_message(request, form, formsets, add)
        editions = [
            code for code in CODES if changed & {column(f, code) for f in self.edition_fields}
        ]
        for one in message:
            if "fields" in one.get("changed", ()):
                one["changed"]["editions"] = editions
        return message


def faults_of(form: forms.ModelForm, row: str = "") -> Iterator[dict[str, Any]]:
    """Yield each field with an error: its place on the page, edition, label and what is wrong.

    `row` says which of the rows below the form it is in; what is wrong with the row as a whole
    comes first.
    """
    if row and form.non_field_errors():
        place, words = form.prefix, form.non_field_errors()[0]
        yield {"place": place, "edition": None, "label": row, "words": words}
    for field in form:
        if field.errors:
            code = field.name.rpartition("_")[2]
            yield {
                "place": field.id_for_label or field.auto_id,
                "edition": get_edition(code) if code in CODES else None,
                "label": f"{row} · {field.label}" if row else field.label,
                "words": field.errors.as_data()[0].messages[0],
            }


def faults_in_rows(rows: InlineAdminFormSet) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with rows below a form, but for those that are to be deleted."""
    formset, name = rows.formset, rows.opts.verbose_name
    if not formset.is_bound:
        return
    for words in formset.non_form_errors()[:1]:
        place, label = f"{formset.prefix}-group", rows.opts.verbose_name_plural
        yield {"place": place, "edition": None, "label": label, "words": words}
    for number, form in enumerate(formset.forms, 1):
        if not formset._should_delete_form(form):
            yield from faults_of(form, f"{name} {edition_number(number)}")


def all_editions(*fields: str) -> list[str]:
    """Return the columns of these fields in all editions, as `search_fields` wants them."""
    return [column(field, code) for field in fields for code in CODES]


def _take_any_digits(field: forms.IntegerField) -> None:
    """Let Persian and Arabic digits be typed, which an input for numbers would swallow."""
    field.widget.input_type = "text"
    field.widget.attrs["inputmode"] = "numeric"


def _speak_own_language(field: forms.Field, db_field: TranslationField) -> None:
    """Give text inputs the language and direction of what is written in them."""
    field.label = capfirst(db_field.translated_field.verbose_name)
    if isinstance(field, forms.CharField):
        edition = get_edition(db_field.language)
        ltr = isinstance(field, forms.URLField)
        field.widget.attrs |= {
            "lang": edition.code,
            "dir": "ltr" if ltr else edition.direction,
        }
    elif isinstance(field, forms.SplitDateTimeField):
        for part, name in zip(field.widget.widgets, (_("Date"), _("Time")), strict=True):
            part.attrs["aria-label"] = f"{field.label}: {name}"
