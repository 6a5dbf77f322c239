"""What moderators are told of that which they decided, and of that which they took back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.comments.models import Ban, ModerationEntry
from nejat.comments.states import CommentState
from nejat.editions.calendars import format_date
from nejat.editions.registry import active_edition
from nejat.editions.templatetags.editions import edition_number

Told = tuple[int, str]
"""The level of a message, and its words."""
DECIDED = {
    "approve": _("Approved: %(count)s"),
    "reject": _("Rejected: %(count)s"),
    "mark_spam": _("Spam: %(count)s"),
}
TAKEN_BACK = {
    CommentState.APPROVED: _("Approval taken back: %(count)s"),
    CommentState.REJECTED: _("Rejection taken back: %(count)s"),
    CommentState.SPAM: _("Spam taken back: %(count)s"),
}
BAN_TAKEN_BACK = _("Ban taken back: %(count)s")


def of_decision(name: str, entries: list[ModerationEntry]) -> Iterator[Told]:
    """Say what the action of that name has done, by the entries that it made."""
    if not entries:
        words = gettext("Nothing has changed: it stood there already, or is gone.")
        yield messages.WARNING, words
    elif name == "ban":
        yield from _of_bans(entries)
    else:
        yield messages.SUCCESS, _counted(DECIDED[name], len(entries))


def words_of_undo(entries: list[ModerationEntry]) -> str | Promise:
    """Return the words, still without a number, for decisions that are about to be taken back."""
    if Ban.objects.filter(entry__in=entries).exists():
        return BAN_TAKEN_BACK
    return TAKEN_BACK[entries[0].to_state] if entries else ""


def of_undo(words: str | Promise, count: int) -> Told:
    """Say how many decisions were taken back, or that there was none."""
    if not count:
        return messages.WARNING, gettext("There is nothing to take back.")
    return messages.SUCCESS, _counted(words, count)


def _of_bans(entries: list[ModerationEntry]) -> Iterator[Told]:
    """One message a day on which bans end: the rules of editions may differ."""
    ends = dict(Ban.objects.filter(entry__in=entries).values_list("entry", "until"))
    for day, count in sorted(Counter(map(timezone.localdate, ends.values())).items()):
        words = _counted(gettext("Banned: %(count)s, until %(date)s"), count, date=_written(day))
        yield messages.SUCCESS, words
    if unknown := len(entries) - len(ends):
        yield (
            messages.WARNING,
            _counted(gettext("Spam, and nobody known to ban: %(count)s"), unknown),
        )


def _counted(words: str | Promise, count: int, **values: str) -> str:
    return words % {"count": edition_number(count), **values}


def _written(day: date) -> str:
    return format_date(day, active_edition(), month_style=settings.MONTH_STYLE_AR)
