"""Moving works to the trash, taking them out again, and letting go of old ones."""

from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nejat.audit.models import Act
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.models import Content
from nejat.editorial.querysets import ContentQuerySet
from nejat.editorial.rights import User, can_delete
from nejat.editorial.states import State
from nejat.editorial.steps import SEND_BACK, TAKE_BACK, WITHDRAW, steps_for, take_step

WAYS_OUT = (WITHDRAW, SEND_BACK, TAKE_BACK)
"""The steps that lead away from readers, and from those who review."""


@transaction.atomic
def move_to_trash(user: User, work: Content) -> list[tuple[Act, str]]:
    """Withdraw the work wherever it is published, and put it into the trash.

    Returns what was done on the way, each with its edition. Raises ValidationError where the
    account may not; then nothing is changed.
    """
    if work.is_trashed or not can_delete(user, work):
        raise ValidationError(_("It is in the trash already, or not for you to move there."))
    taken = [
        (take_step(step, user, work, code), code)
        for code in CODES
        for step in steps_for(user, work, code)
        if step in WAYS_OUT
    ]
    seen = [code for code in CODES if work.get_in("state", code) == State.PUBLISHED]
    if seen:
        names = ", ".join(get_edition(code).native_name for code in seen)
        text = _("It is published and not for you to withdraw: %(editions)s.")
        raise ValidationError(text % {"editions": names})
    work.trashed_at = timezone.now()
    work.save(update_fields=["trashed_at"])
    return taken


def take_out(work: Content) -> None:
    """Take the work out of the trash; its editions stand where they stood there."""
    work.trashed_at = None
    work.save(update_fields=["trashed_at"])


def trashed_before(moment: datetime) -> Iterator[ContentQuerySet]:
    """Yield, for each kind of works, those that went to the trash before a moment."""
    for kind in apps.get_models():
        if issubclass(kind, Content):
            yield kind.objects.trashed().filter(trashed_at__lt=moment).order_by("pk")
