"""Sending what waits in the outbox: at once, while a page is made, or by the command.

A mail is marked as being sent, and that is committed, before the mail server hears of it; what the
server answers is noted at once. So two senders never send the same mail. One that is killed in
between leaves the mark: such a mail becomes "unknown", and a person decides.
"""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from threading import Event

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import gettext_noop

from nejat.outbox.models import OutgoingMail
from nejat.outbox.states import DeliveryState
from nejat.outbox.transport import (
    NoAnswer,
    RefusedForGood,
    RefusedForNow,
    RefusesUs,
    connect,
    hand_over,
)

ABANDONED_AFTER = timedelta(hours=1)
"""Longer than any sender has a mail in hand: all waits for the server together are shorter."""
KEPT_FOR = timedelta(days=30)
MAILS_A_RUN = 500
CUT_OFF = gettext_noop("The sender was cut off.")

logger = logging.getLogger(__name__)


class SendingStopped(Exception):
    """The mail server takes nothing now; the text says why. What waits goes on waiting."""


def can_send() -> bool:
    """Say whether there is a mail server, and an address that mails are from."""
    return bool(settings.MAIL and settings.MAIL_FROM)


def try_once(mails: Sequence[OutgoingMail]) -> None:
    """Send mails while a reader waits for the page; the first trouble leaves the rest waiting."""
    if not mails or not can_send():
        return
    patience = settings.MAIL_TIMEOUT_OF_PAGES
    server = get_connection(timeout=patience)
    try:
        for mail in mails:
            _send(mail, server, seconds_after_text=patience)
            if mail.state not in {DeliveryState.SENT, DeliveryState.FAILED}:
                break
    except SendingStopped as problem:
        logger.warning("Mails wait in the outbox. %s", problem)
    finally:
        server.close()


def send_due(stopping: Event) -> Counter[str]:
    """Send the mails that are due, over one connection; return how many came to which state.

    `stopping`, once set, makes the mail in hand the last. Raises SendingStopped when the mail
    server cannot be reached or refuses us.
    """
    done: Counter[str] = Counter()
    server = get_connection()
    try:
        for mail in list(OutgoingMail.objects.due(timezone.now())[:MAILS_A_RUN]):
            if stopping.is_set():
                break
            _send(mail, server, seconds_after_text=settings.MAIL_TIMEOUT_AFTER_TEXT)
            done[mail.state] += 1
    finally:
        server.close()
    return done


def find_abandoned() -> list[OutgoingMail]:
    """Call unknown what a sender that is gone was sending, and return it."""
    found = list(OutgoingMail.objects.abandoned(timezone.now() - ABANDONED_AFTER))
    for mail in found:
        mail.note_unknown(CUT_OFF)
    return found


def forget_sent() -> int:
    """Delete mails that were sent a month ago, with their texts; return how many."""
    _all, counts = OutgoingMail.objects.sent_before(timezone.now() - KEPT_FOR).delete()
    return counts.get(OutgoingMail._meta.label, 0)


def _send(mail: OutgoingMail, server: BaseEmailBackend, *, seconds_after_text: float) -> None:
    """Give one mail to the server, if nobody else does, and note at once what becomes of it."""
    try:
        connect(server)
    except OSError as error:
        raise SendingStopped(f"The mail server cannot be reached: {error}") from error
    letter = mail.letter()
    if not mail.claim():
        return
    try:
        hand_over(server, letter, seconds_after_text=seconds_after_text)
        mail.note_sent()
    except RefusesUs as answer:
        mail.take_back(str(answer))
        raise SendingStopped(f"The mail server takes nothing from us: {answer}") from answer
    except RefusedForGood as answer:
        mail.note_failed(str(answer))
    except RefusedForNow as answer:
        mail.note_refused_for_now(str(answer))
    except NoAnswer as answer:
        mail.note_unknown(str(answer))
