"""Sending what waits, so that no mail is lost and none is sent twice, wherever a run is cut off.

A delivery is marked as being sent, and that is committed, before the mail server hears of it; what
the server answers is noted at once. A run that is killed in between leaves the mark, and the next
run turns it into "unknown": a person decides, for no machine can know.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import gettext_noop

from nejat.outbox.states import DeliveryState
from nejat.outbox.transport import (
    ConnectionLost,
    NoAnswer,
    RefusedForGood,
    RefusedForNow,
    RefusesUs,
    connect,
    hand_over,
)
from nejat.subscriptions.letters import issue_letter
from nejat.subscriptions.models import Delivery, Mailing, Subscriber
from nejat.subscriptions.states import condemns_address
from publications.inside import sheet_of
from publications.sheets import Sheet

LOSSES_IN_A_ROW = 3
REFUSALS_IN_A_ROW = 5
NO_LONGER_WANTED = gettext_noop("The reader no longer gets it.")
CUT_OFF = gettext_noop("The sender was cut off.")


class SendingStopped(Exception):
    """The mail server takes nothing now; the text says why. What waits goes on waiting."""


def find_abandoned() -> list[Delivery]:
    """Call unknown what a sender that is gone was sending, and return it.

    Only for the holder of the lock: a sender at work has such deliveries too.
    """
    found = list(Delivery.objects.in_state(DeliveryState.SENDING).order_by("pk"))
    for delivery in found:
        delivery.note_unknown(CUT_OFF)
    return found


@dataclass
class Sender:
    """One run: at most `limit` mails, in batches of a connection each, with pauses between."""

    batch: int
    limit: int | None
    pause: float
    """Seconds."""
    say: Callable[[str], object]
    stopping: Event = field(default_factory=Event)
    """Once set, the mail in hand is the last."""

    def __post_init__(self) -> None:
        self.done: Counter[str] = Counter()
        self.losses = 0
        self.refused: list[Delivery] = []
        """What was refused for good since the last success, for no fault of its address."""

    def run(self) -> Counter[str]:
        """Send what is due; return how many deliveries came to which state.

        Raises SendingStopped when the mail server cannot be reached or refuses us.
        """
        for mailing in Mailing.objects.unfinished():
            while due := self._next_batch(mailing):
                self._send_batch(mailing, due)
        Mailing.objects.without_work().update(finished_at=timezone.now())
        return self.done

    def _next_batch(self, mailing: Mailing) -> list[Delivery]:
        if self.done:
            self.stopping.wait(self.pause)
        if self.stopping.is_set():
            return []
        mailing.refresh_from_db()  # the issue may have been withdrawn since the last batch
        if not mailing.is_public:
            self.say(f"Held back, for readers do not see the issue now: {mailing}")
            return []
        size = self.batch
        if self.limit is not None:
            size = min(size, self.limit - self.done.total())
        return list(mailing.deliveries.due(timezone.now())[: max(size, 0)])

    def _send_batch(self, mailing: Mailing, deliveries: list[Delivery]) -> None:
        Mailing.objects.filter(pk=mailing.pk, started_at=None).update(started_at=timezone.now())
        sheet = sheet_of(mailing.issue, mailing.edition)
        server = get_connection()
        try:
            for delivery in deliveries:
                if self.stopping.is_set():
                    return
                self._connect(server)
                self._send(delivery, sheet, server)
        finally:
            server.close()

    def _connect(self, server: BaseEmailBackend) -> None:
        try:
            connect(server)
        except OSError as error:
            raise SendingStopped(f"The mail server cannot be reached: {error}") from error

    def _send(self, delivery: Delivery, sheet: Sheet, server: BaseEmailBackend) -> None:
        subscriber = Subscriber.objects.filter(pk=delivery.subscriber_id).first()
        if subscriber is None or not subscriber.gets_mail:
            delivery.skip(NO_LONGER_WANTED)
        else:
            letter = issue_letter(delivery, subscriber, sheet)
            if delivery.claim():
                self._hand_over(delivery, letter, server)
        self.done[delivery.state] += 1
        self._stop_where_nothing_goes()

    def _hand_over(
        self, delivery: Delivery, letter: EmailMessage, server: BaseEmailBackend
    ) -> None:
        """Give it to the server and note at once what becomes of it."""
        is_lost = False
        try:
            patience = settings.MAIL_TIMEOUT_AFTER_TEXT
            hand_over(server, letter, seconds_after_text=patience)
            delivery.note_sent()
            self.refused.clear()
        except RefusesUs as answer:
            delivery.take_back(str(answer))
            raise SendingStopped(f"The mail server takes nothing from us: {answer}") from answer
        except RefusedForGood as answer:
            condemns = answer.of_recipient and condemns_address(str(answer))
            delivery.note_failed(str(answer), condemns_address=condemns)
            if not condemns:
                self.refused.append(delivery)
        except RefusedForNow as answer:
            delivery.note_refused_for_now(str(answer))
            is_lost = isinstance(answer, ConnectionLost)
        except NoAnswer as answer:
            delivery.note_unknown(str(answer))
            is_lost = True
        self.losses = self.losses + 1 if is_lost else 0

    def _stop_where_nothing_goes(self) -> None:
        """Raise SendingStopped when the server fails us again and again.

        What it refused in a row waits again: an answer that everybody gets is about us.
        """
        if self.losses == LOSSES_IN_A_ROW:
            raise SendingStopped("The mail server broke the connection again and again.")
        if len(self.refused) < REFUSALS_IN_A_ROW:
            return
        for delivery in self.refused:
            self.done[delivery.state] -= 1
            delivery.take_back_refusal()
        raise SendingStopped(
            f"The mail server refused {REFUSALS_IN_A_ROW} mails in a row, which is hardly the "
            f"fault of their readers: they wait for an hour. It said: {self.refused[-1].error}"
        )
