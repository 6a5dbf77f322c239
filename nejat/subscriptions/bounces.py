"""Mails that mail servers send back: delivery status notifications (RFC 3464)."""

import mailbox
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.utils import timezone

from nejat.subscriptions.models import Subscriber
from nejat.subscriptions.states import condemns_address

Recipient = tuple[str, str]
"""An address, and the status that its server gave: "5.1.1"."""


def read_mails(path: Path) -> Iterator[Message]:
    """Yield the mails of a Maildir, of an mbox file, or of a file with one raw mail.

    Raises OSError for what cannot be read.
    """
    if path.is_dir():
        yield from mailbox.Maildir(path, factory=None, create=False)
    elif is_mbox(path):
        with closing(mailbox.mbox(path, create=False)) as box:
            yield from box
    else:
        yield message_from_bytes(path.read_bytes())


def is_mbox(path: Path) -> bool:
    """Say whether a file is an mbox: it begins with the line that parts mails."""
    with path.open("rb") as file:
        return file.read(5) == b"From "


def note_bounces(mails: Iterable[Message]) -> Counter[str]:
    """Mark the subscribers whom nothing reaches; return how many mails and addresses were what.

    A status that passes (4.x.x), a full mailbox and a policy against us change nothing. Nor does a
    notification from before the subscriber confirmed (again).
    """
    counts: Counter[str] = Counter()
    for mail in mails:
        recipients = list(failed_recipients(mail))
        if not recipients:
            counts["no notification"] += 1
        for address, status in recipients:
            counts[_note(address, status, _sent_at(mail))] += 1
    return counts


def failed_recipients(mail: Message) -> Iterator[Recipient]:
    """Yield each address that a notification speaks of, with its status; nothing for other mails.

    Where a mail was forwarded, the address is that to which we sent it, if the notification says.
    """
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status" or not part.is_multipart():
            continue
        for block in part.get_payload():
            given = _address(block["Original-Recipient"])
            if address := given or _address(block["Final-Recipient"]):
                yield address, str(block["Status"] or "")


def _address(field: object) -> str:
    """The address of "rfc822; somebody@example.org"; "" for other kinds and for nothing."""
    kind, _semicolon, address = str(field or "").partition(";")
    return address.strip().strip("<>") if kind.strip().lower() == "rfc822" else ""


def _sent_at(mail: Message) -> datetime:
    """When the notification was written; now, where it does not say so."""
    try:
        moment = parsedate_to_datetime(str(mail["Date"]))
    except ValueError:
        return timezone.now()
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _note(address: str, status: str, moment: datetime) -> str:
    """Mark the subscriptions of an address, if the status says so; return what was done."""
    if not condemns_address(status):
        return "no reason to stop"
    subscribers = list(Subscriber.objects.of_address(address).bounced_by(moment))
    for subscriber in subscribers:
        subscriber.bounce()
    return "undeliverable" if subscribers else "not subscribed"
