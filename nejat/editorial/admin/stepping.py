"""The steps of an edition in its form: buttons that change its state, and what became of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext as _

from nejat.audit.models import Act, AuditEntry
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.admin.editions import EditionsAdmin
from nejat.editorial.admin.merging import MergingForm
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.states import State
from nejat.editorial.steps import STEPS, Step, act_of, steps_for

REASON = "reason_"
STEPS_TOLD = (*(step.act for step in STEPS), Act.SCHEDULED)
"""What the audit log calls steps; whatever else is done to an edition takes none."""
MOST_STEPS_SHOWN = 20


class StepsInput(forms.Widget):
    """Where an edition stands as it was saved, and a button for each step from there.

    Only a button sends a state. Without one the edition stays as it stands by now, also where
    somebody else took a step since the form was opened, or one was refused.
    """

    def __init__(self, work: Content, code: str, steps: list[Step], last: AuditEntry | None):
        super().__init__()
        self.code, self.steps, self.last = code, steps, last
        self.state = work.state_in(code)
        self.phase, self.start = work.phase_in(code), work.get_in("published_at", code)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        return data.get(name) or self.state

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        context = {
            "name": name,
            "id": (attrs or {}).get("id"),
            "edition": get_edition(self.code),
            "phase": self.phase,
            "start": self.start,
            "is_later": bool(self.start and self.start > now()),
            "steps": self.steps,
            "reason_name": REASON + self.code,
            "last": self.last if self.last and self.last.act == Act.SENT_BACK else None,
        }
        return render_to_string("admin/editorial/includes/steps.html", context)

    def id_for_label(self, id_: str) -> str:
        return ""  # a label leads to one input, and these are buttons


class SteppingForm(MergingForm):
    """A form of a work: drafts are saved as they are, and steps ask for what is needed."""

    @property
    def moved(self) -> Iterator[tuple[str, str]]:
        """The editions whose state was changed here, each with its former state."""
        for code in CODES:
            former = self.initial.get(column("state", code)) or State.DRAFT
            if former != self.instance.state_in(code):
                yield code, former

    def step_in(self, code: str) -> Step | None:
        """The step that was taken with the edition; None if the account may take no such step."""
        state, steps = self.instance.get_in("state", code), self._steps_in(code)
        return next((step for step in steps if step.state == state), None)

    def reason_in(self, code: str) -> str:
        """What was written beside the button of a step that needs a reason."""
        step = self.step_in(code)
        return self.data.get(REASON + code, "").strip() if step and step.needs_reason else ""

    def _steps_in(self, code: str) -> list[Step]:
        return self.fields[column("state", code)].widget.steps

    def _post_clean(self) -> None:
        super()._post_clean()
        for code, _former in self.moved:
            step = self.step_in(code)
            if self.instance.get_in("state", code) in (State.IN_REVIEW, State.PUBLISHED):
                for name in self.instance.lacking_in(code):
                    if name not in self.errors:
                        self.add_error(name, _("Needed before it is submitted or published."))
            elif step and step.needs_reason and not self.reason_in(code):
                self.add_error(column("state", code), _("Say why it is sent back."))


class SteppingAdmin(EditionsAdmin):
    """Admin of works, whose state changes by steps."""

    form = SteppingForm
    save_on_top = False

    class Media:
        js = ("nejat/js/admin-steps.js", "nejat/js/admin-counters.js")

    def get_form(
        self, request: HttpRequest, obj: Content | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        work, last = obj or self.model(), _last_steps(obj)
        for code in CODES:
            if field := form.base_fields.get(column("state", code)):
                steps = steps_for(request.user, work, code)
                field.widget = StepsInput(work, code, steps, last.get(code))
        return form

    def save_model(
        self, request: HttpRequest, obj: Content, form: SteppingForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        obj.steps_taken = [
            (code, act_of(form.step_in(code), obj, code), form.reason_in(code))
            for code, _former in form.moved
        ]

    def log_addition(self, request: HttpRequest, object: Content, message: Any) -> LogEntry:
        entry = super().log_addition(request, object, message)
        self._tell_steps(request, object)
        return entry

    def log_change(self, request: HttpRequest, object: Content, message: Any) -> LogEntry:
        entry = super().log_change(request, object, message)
        self._tell_steps(request, object)
        return entry

    def _tell_steps(self, request: HttpRequest, work: Content) -> None:
        """Tell the log, after what was changed, and the account."""
        for code, act, reason in getattr(work, "steps_taken", ()):
            self.record(request, act, work, [code], note=reason)
            words = {"act": act.label, "edition": get_edition(code).native_name}
            self.message_user(request, _("%(edition)s: %(act)s.") % words, messages.SUCCESS)

    def response_post_save_add(self, request: HttpRequest, obj: Content) -> HttpResponse:
        return self._after_step(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Content) -> HttpResponse:
        return self._after_step(request, obj) or super().response_post_save_change(request, obj)

    def _after_step(self, request: HttpRequest, obj: Content) -> HttpResponse | None:
        """Who takes a step stays with the work; "Save" alone leads back to the list."""
        if "_save" in request.POST or not self.has_view_permission(request, obj):
            return None
        name = f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[obj.pk]))


def _last_steps(work: Content | None) -> Mapping[str, AuditEntry]:
    """Return the last step of each edition, by its code."""
    if work is None:
        return {}
    entries = AuditEntry.objects.about(work).filter(act__in=STEPS_TOLD)
    return {entry.editions: entry for entry in reversed(entries[:MOST_STEPS_SHOWN])}
