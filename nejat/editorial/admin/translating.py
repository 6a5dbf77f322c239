"""Works are sent to translation from their list, and their forms tell what became of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nejat.audit.models import Act
from nejat.editions.registry import EDITION_CHOICES, get_edition
from nejat.editorial.admin.at_once import ask_before, chosen_numbers, do_with_each, tell_left
from nejat.editorial.admin.bulk import BulkStepAdmin
from nejat.editorial.models import Content
from nejat.editorial.rights import User
from nejat.editorial.translations.notices import notices_of
from nejat.editorial.translations.requests import (
    LONGEST_NOTE,
    TranslationRequest,
    is_beyond_draft,
)
from nejat.editorial.translations.rights import may_ask


class AskingForm(forms.Form):
    """Into which editions works are to be translated, and what translators should know."""

    editions = forms.MultipleChoiceField(
        label=gettext_lazy("Editions"),
        choices=EDITION_CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
    )


class TranslatingAdmin(BulkStepAdmin):
    """Admin of works that are translated."""

    actions = (*BulkStepAdmin.actions, "ask_translations")

    @admin.action(description=gettext_lazy("Send to translation…"), permissions=["change"])
    def ask_translations(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask into which editions; then ask for each work there, or say why not."""
        numbers = chosen_numbers(self, request, queryset)
        if not numbers:
            return None
        form = AskingForm(request.POST if "apply" in request.POST else None)
        if not form.is_valid():
            template = "admin/editorial/ask_translations.html"
            return ask_before(self, request, numbers, form, template)
        said = form.cleaned_data
        self._ask_for_each(request, numbers, said["editions"], said["note"])
        return None

    def _ask_for_each(
        self, request: HttpRequest, numbers: list[int], editions: list[str], note: str
    ) -> None:
        """Ask for each work where that may be; tell of the other editions why not."""
        left_in_part: list[tuple[int, str]] = []

        def ask(work: Content) -> bool:
            faults = _faults(request.user, work, editions)
            wanted = [code for code in editions if code not in faults]
            if not wanted:
                raise ValidationError(_said(faults))
            asked = TranslationRequest.objects.ask(work, wanted, request.user, note)
            if asked:
                self.record(request, Act.ASKED, work, asked, note=note)
            if faults:
                left_in_part.append((work.pk, _said(faults)))
            return bool(asked)

        do_with_each(self, request, numbers, ask)
        tell_left(self, request, left_in_part)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        context["translation_notices"] = notices_of(request.user, obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def _faults(user: User, work: Content, codes: Iterable[str]) -> dict[str, str]:
    """Return why there is nothing to ask for in an edition, by its code.

    Raises ValidationError where that holds for the whole work.
    """
    if not may_ask(user, work):
        raise ValidationError(_("Not by you: it belongs to editions that you do not change."))
    if not work.source_code or work.lacking_in(work.source_code):
        raise ValidationError(_("It has no text yet in the edition in which it is written."))
    return {code: fault for code in codes if (fault := _fault(work, code))}


def _fault(work: Content, code: str) -> str:
    if code == work.source_code:
        return _("It was written in this edition.")
    return _("It is no draft there any more.") if is_beyond_draft(work, code) else ""


def _said(faults: Mapping[str, str]) -> str:
    return " ".join(f"{get_edition(code).native_name}: {fault}" for code, fault in faults.items())
