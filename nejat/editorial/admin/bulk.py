"""Steps taken with many works at once, chosen in their list."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nejat.editions.registry import get_edition
from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.dots import phase_dots
from nejat.editorial.admin.keeping import KeepingAdmin
from nejat.editorial.steps import PUBLISH, REDRAFT, SUBMIT, WITHDRAW, take_step
from nejat.staff.models import editions_of

IN_BULK = {step.act: step for step in (SUBMIT, PUBLISH, WITHDRAW, REDRAFT)}
MOST_AT_ONCE = 500
MOST_TOLD = 20


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
        numbers = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
        if len(numbers) > MOST_AT_ONCE:
            text = _("At most %(most)s at once, please.")
            self.message_user(
                request, text % {"most": edition_number(MOST_AT_ONCE)}, messages.ERROR
            )
            return None
        sent = request.POST if "apply" in request.POST else None
        form = BulkStepForm(editions_of(request.user), sent)
        if sent and form.is_valid():
            self._take_with_each(request, numbers, **form.cleaned_data)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Submit, publish or withdraw"),
            "opts": self.opts,
            "form": form,
            "works": [
                (work, phase_dots(work))
                for work in self._listed().filter(pk__in=numbers).order_by("-pk")
            ],
            "checkbox": ACTION_CHECKBOX_NAME,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/editorial/take_steps.html", context)

    def _take_with_each(
        self, request: HttpRequest, numbers: list[int], step: str, edition: str
    ) -> None:
        done, left = 0, []
        for number in numbers:
            try:
                self._take_with_one(request, number, step, edition)
                done += 1
            except ValidationError as fault:
                left.append((number, fault.messages[0]))
        text = ngettext("Done with %(count)s work.", "Done with %(count)s works.", done)
        level = messages.SUCCESS if done else messages.WARNING
        self.message_user(request, text % {"count": edition_number(done)}, level)
        for number, fault in left[:MOST_TOLD]:
            self.message_user(request, self._left_out(number, fault), messages.WARNING)
        if len(left) > MOST_TOLD:
            text = _("And %(count)s more were left as they are.")
            count = edition_number(len(left) - MOST_TOLD)
            self.message_user(request, text % {"count": count}, messages.WARNING)

    def _take_with_one(self, request: HttpRequest, number: int, step: str, edition: str) -> None:
        with transaction.atomic():
            works = self.model.objects.select_for_update(of=("self",), no_key=True)
            work = works.get(pk=number)
            act = take_step(IN_BULK[step], request.user, work, edition)
            self.record(request, act, work, [edition])

    def _listed(self) -> QuerySet:
        return self.model.objects.only(*self.list_columns)

    def _left_out(self, number: int, fault: str) -> SafeString:
        work = self._listed().get(pk=number)
        return format_html(
            '<a href="{}"><bdi dir="auto">{}</bdi></a>: {}', f"{number}/change/", str(work), fault
        )
