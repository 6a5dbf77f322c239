"""A mail whose fate is written down at every step, so that none is lost and none is sent twice."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.outbox.states import DeliveryState


class TrackedMail(models.Model):
    """A mail to one address.

    Every change of state is one statement that names the state it starts from, committed by
    itself, so a sender that is killed at any moment leaves a row that says what is known.
    """

    State = DeliveryState
    WAITS: ClassVar[tuple[timedelta, ...]]
    """How long it rests after each refusal that is said to pass; after the last it has failed."""

    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt at"), null=True)
    error = models.CharField(_("answer of the mail server"), max_length=500, default="")

    class Meta:
        abstract = True

    def claim(self) -> bool:
        """Note, before the mail server hears of it, that it is being sent; False if it is not ours.

        From here on the mail may have gone out, whatever happens to this process.
        """
        self.attempts += 1
        return self._move(self.State.WAITING, self.State.SENDING, attempts=self.attempts)

    def note_sent(self) -> None:
        """The mail server has it."""
        self._move(self.State.SENDING, self.State.SENT, error="")

    def note_failed(self, words: str) -> None:
        """The mail server will never take it."""
        self.error = words[:500]
        self._move(self.State.SENDING, self.State.FAILED, error=self.error)

    def note_unknown(self, words: str) -> None:
        """The mail server was given it and did not answer."""
        self._move(self.State.SENDING, self.State.UNKNOWN, error=words[:500])

    def note_refused_for_now(self, words: str) -> None:
        """The mail server may take it later; after the last wait it has failed."""
        if self.attempts > len(self.WAITS):
            self.note_failed(words)
        else:
            rested = timezone.now() + self.WAITS[self.attempts - 1]
            self._put_back(words, self.attempts, rested)

    def take_back(self, words: str) -> None:
        """It was not tried, for a reason that has nothing to do with it."""
        self._put_back(words, self.attempts - 1, None)

    def send_again(self) -> bool:
        """A person decides that a mail which may not have arrived is sent once more.

        False for one that is sent, is being sent or waits.
        """
        ended = (self.State.UNKNOWN, self.State.FAILED, self.State.SKIPPED)
        afresh = {"attempts": 0, "next_try_at": None}
        return any(self._move(state, self.State.WAITING, **afresh) for state in ended)

    def _put_back(self, words: str, attempts: int, next_try_at: datetime | None) -> None:
        self._move(
            self.State.SENDING,
            self.State.WAITING,
            error=words[:500],
            attempts=attempts,
            next_try_at=next_try_at,
        )

    def _move(self, start: str, end: str, **fields: object) -> bool:
        mine = type(self).objects.in_state(start).filter(pk=self.pk)
        moved = bool(mine.update(state=end, changed_at=timezone.now(), **fields))
        if moved:
            self.state = end
        return moved
