"""Tags and topics given to many works at once, or taken from them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from nejat.audit.models import Act
from nejat.editorial.admin.at_once import NOT_BY_YOU, ask_before, chosen_numbers, do_with_each
from nejat.editorial.admin.editions import EditionsAdmin
from nejat.editorial.models import Label
from nejat.editorial.rights import can_change_shared
from nejat.editorial.rows import EditionsModel

Labels = list[Label]


@dataclass(frozen=True)
class Labelling:
    """What becomes of the labels of each chosen work.

    `change` does it with one work and returns the labels that were not as wanted before. The log
    names them behind `sign`, and `field`.
    """

    field: str
    sign: str
    change: Callable[[Any, Labels], Labels]


class LabelsForm(forms.Form):
    """Which labels; a form of a kind sets the choices of `labels`."""

    labels = forms.ModelMultipleChoiceField(None, widget=forms.CheckboxSelectMultiple)

    def __init__(self, choices: QuerySet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["labels"].queryset = choices
        self.fields["labels"].label = capfirst(choices.model._meta.verbose_name_plural)


def label_each(
    desk: EditionsAdmin,
    request: HttpRequest,
    chosen: QuerySet,
    labelling: Labelling,
    make_form: Callable[[list[int], Any], forms.Form],
) -> TemplateResponse | None:
    """Ask which labels, in a form of the chosen numbers and what was sent; then change each work.

    It is changed as its own form would do it, or left with the reason.
    """
    numbers = chosen_numbers(desk, request, chosen)
    if not numbers:
        return None
    form = make_form(numbers, request.POST if "apply" in request.POST else None)
    if not form.is_valid():
        template = "admin/editorial/label_works.html"
        return ask_before(desk, request, numbers, form, template)
    labels = list(form.cleaned_data["labels"])

    def label(work: EditionsModel) -> bool:
        if not can_change_shared(request.user, work):
            raise ValidationError(NOT_BY_YOU)
        changed = labelling.change(work, labels)
        if changed:
            _record(desk, request, work, labelling, changed)
        return bool(changed)

    do_with_each(desk, request, numbers, label)
    return None


def _record(
    desk: EditionsAdmin,
    request: HttpRequest,
    work: EditionsModel,
    labelling: Labelling,
    changed: Labels,
) -> None:
    said = {"model": work._meta.label_lower, "fields": [labelling.field]}
    note = f"{labelling.sign} {', '.join(map(str, changed))}"
    desk.record(request, Act.CHANGED, work, changes=[{"changed": said}], note=note)
