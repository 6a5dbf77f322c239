"""The steps that lead an edition of a work from one state to another, and who may take them."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nejat.audit.models import Act
from nejat.editorial.models import Content
from nejat.editorial.rights import User, Verb, can
from nejat.editorial.states import Phase, State


@dataclass(frozen=True)
class Step:
    """One step. `phases` are those it leads away from, `verb` is the right it needs."""

    act: Act
    label: str | Promise
    state: State
    verb: Verb
    phases: frozenset[Phase]
    needs_reason: bool = False


SUBMIT = Step(
    Act.SUBMITTED,
    _("Submit for review"),
    State.IN_REVIEW,
    Verb.SUBMIT,
    frozenset({Phase.ABSENT, Phase.DRAFT}),
)
TAKE_BACK = Step(
    Act.TAKEN_BACK, _("Take back"), State.DRAFT, Verb.EDIT, frozenset({Phase.IN_REVIEW})
)
SEND_BACK = Step(
    Act.SENT_BACK,
    _("Send back"),
    State.DRAFT,
    Verb.PUBLISH,
    frozenset({Phase.IN_REVIEW}),
    needs_reason=True,
)
PUBLISH = Step(
    Act.PUBLISHED,
    _("Publish"),
    State.PUBLISHED,
    Verb.PUBLISH,
    frozenset({Phase.ABSENT, Phase.DRAFT, Phase.IN_REVIEW, Phase.WITHDRAWN}),
)
WITHDRAW = Step(
    Act.WITHDRAWN,
    _("Withdraw"),
    State.WITHDRAWN,
    Verb.PUBLISH,
    frozenset({Phase.PUBLISHED, Phase.SCHEDULED, Phase.EXPIRED}),
)
REDRAFT = Step(
    Act.REDRAFTED,
    _("Make it a draft again"),
    State.DRAFT,
    Verb.PUBLISH,
    frozenset({Phase.WITHDRAWN}),
)
STEPS = (SUBMIT, TAKE_BACK, SEND_BACK, PUBLISH, WITHDRAW, REDRAFT)


def steps_for(user: User, work: Content, code: str) -> list[Step]:
    """Return the steps that the account may take with the edition as it stands."""
    phase = work.phase_in(code)
    may = {verb: can(user, verb, work, code) for verb in Verb}
    steps = [step for step in STEPS if phase in step.phases and may[step.verb]]
    if SEND_BACK in steps:
        steps.remove(TAKE_BACK)  # the same with a reason
    return steps


def act_of(step: Step | None, work: Content, code: str) -> Act:
    """Return what was done to the edition by a step, or by a change of its state that is none."""
    if step is None:
        return Act.CHANGED
    start = work.get_in("published_at", code)
    is_later = step.act == Act.PUBLISHED and start and start > timezone.now()
    return Act.SCHEDULED if is_later else step.act


def take_step(step: Step, user: User, work: Content, code: str) -> Act:
    """Take a step with an edition and save the work; return what was done.

    Raises ValidationError where the account may not take it, the edition does not stand where
    the step begins, or something is missing for it; then nothing is changed.
    """
    if step not in steps_for(user, work, code):
        raise ValidationError(_("It does not stand where that can be done, or not by you."))
    work.set_in(code, state=step.state)
    if step.state in (State.IN_REVIEW, State.PUBLISHED):
        if work.lacking_in(code):
            raise ValidationError(_("Its text is not complete."))
        work.clean()  # what leads away from readers is never held up by a fault of the work
    work.save()
    return act_of(step, work, code)
