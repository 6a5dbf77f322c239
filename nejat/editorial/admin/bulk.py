"""Steps taken with many works at once, chosen in their list."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy

from nejat.editions.registry import get_edition
from nejat.editorial.admin.at_once import ask_before, chosen_numbers, do_with_each
from nejat.editorial.admin.keeping import KeepingAdmin
from nejat.editorial.models import Content
from nejat.editorial.steps import PUBLISH, REDRAFT, SUBMIT, WITHDRAW, take_step
from nejat.staff.models import editions_of

IN_BULK = {step.act: step for step in (SUBMIT, PUBLISH, WITHDRAW, REDRAFT)}


class BulkStepForm(forms.Form):
    """Which step is taken, in which edition."""

    step = forms.ChoiceField(
        label=gettext_lazy("Step"),
        choices=[(act, step.label) for act, step in IN_BULK.items()],
        widget=forms.RadioSelect,
    )
    edition = forms.ChoiceField(label=gettext_lazy("Edition"), widget=forms.RadioSelect)

    def __init__(self, codes: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = [(code, get_edition(code).native_name) for code in codes]


class BulkStepAdmin(KeepingAdmin):
    """Lists of works in which an edition of many is submitted, published or withdrawn at once."""

    actions: Any = ("take_steps",)

    @admin.action(description=gettext_lazy("Submit, publish or withdraw…"), permissions=["change"])
    def take_steps(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which step and which edition; then take it with each work, or say why not."""
        numbers = chosen_numbers(self, request, queryset)
        if not numbers:
            return None
        sent = request.POST if "apply" in request.POST else None
        form = BulkStepForm(editions_of(request.user), sent)
        if not form.is_valid():
            return ask_before(self, request, numbers, form, "admin/editorial/take_steps.html")
        step, edition = IN_BULK[form.cleaned_data["step"]], form.cleaned_data["edition"]

        def take(work: Content) -> bool:
            act = take_step(step, request.user, work, edition)
            self.record(request, act, work, [edition])
            return True

        do_with_each(self, request, numbers, take, str(step.label))
        return None
