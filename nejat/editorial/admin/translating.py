"""Works are sent to translation from their list."""

from collections.abc import Iterable

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
from nejat.editorial.admin.at_once import NOT_BY_YOU, ask_before, chosen_numbers, do_with_each
from nejat.editorial.admin.bulk import BulkStepAdmin
from nejat.editorial.models import Content
from nejat.editorial.states import State
from nejat.editorial.translations.requests import LONGEST_NOTE, TranslationRequest
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
    """Lists of works from which many are sent to translation at once."""

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
        """Ask for each work in those of the editions in which there is something to ask for."""

        def ask(work: Content) -> bool:
            if not may_ask(request.user, work):
                raise ValidationError(NOT_BY_YOU)
            wanted = _wanted(work, editions)
            asked = TranslationRequest.objects.ask(work, wanted, request.user, note)
            if asked:
                self.record(request, Act.ASKED, work, asked, note=note)
            return bool(asked)

        do_with_each(self, request, numbers, ask)


def _wanted(work: Content, codes: Iterable[str]) -> list[str]:
    """Return the editions in which the work can be wanted; raise ValidationError if in none."""
    if not work.source_code or work.lacking_in(work.source_code):
        raise ValidationError(_("It has no text yet in the edition in which it is written."))
    faults = {code: _fault(work, code) for code in codes}
    if all(faults.values()):
        names = {get_edition(code).native_name: fault for code, fault in faults.items()}
        raise ValidationError(" ".join(f"{name}: {fault}" for name, fault in names.items()))
    return [code for code, fault in faults.items() if not fault]


def _fault(work: Content, code: str) -> str:
    """Say why there is nothing to ask for in the edition; "" where there is."""
    if code == work.source_code:
        return _("It was written in this edition.")
    return _("It is no draft there any more.") if work.state_in(code) != State.DRAFT else ""
