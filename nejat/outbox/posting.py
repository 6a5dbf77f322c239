"""The way into the outbox: `from nejat.outbox.posting import post`."""

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.utils.translation import get_language

from nejat.outbox.addresses import check_address, envelope_address, normal_address
from nejat.outbox.models import LONGEST_SUBJECT, OutgoingMail
from nejat.outbox.sending import try_once

_gathered: ContextVar[list[OutgoingMail] | None] = ContextVar("gathered", default=None)


def post(to: Sequence[str], subject: str, text: str, *, reply_to: str = "") -> list[OutgoingMail]:
    """Store a plain mail to each address, in the caller's transaction; return the mails.

    They are sent once it is committed, if the mail server takes them within a few seconds, and
    otherwise wait for `send_outbox`: whatever the server says, nothing is raised and nothing is
    lost. An address that stands there twice gets one mail; nobody sees who else gets it.

    The mail is in the active language. The subject becomes one line; in the text every line takes
    its direction from its first letter, so lines of ours go through `nejat.text.directed` and
    quoted ones do not. Raises ValidationError for what is no address.
    """
    people = {normal_address(address): _checked(address) for address in to}
    answers_to = _checked(reply_to) if reply_to else ""
    mails = [
        OutgoingMail(
            recipient=recipient,
            reply_to=answers_to,
            subject=_one_line(subject)[:LONGEST_SUBJECT],
            text=_plain(text),
            language=get_language() or "",
        )
        for recipient in people.values()
    ]
    with transaction.atomic():
        for mail in mails:
            mail.save()
        transaction.on_commit(lambda: _send(mails), robust=True)
    return mails


@contextmanager
def sent_together() -> Iterator[None]:
    """Send what is posted and committed inside the block at its end, over one connection.

    The first trouble leaves the rest waiting for `send_outbox`, so that many mails hold a page no
    longer than one.
    """
    mails: list[OutgoingMail] = []
    before = _gathered.set(mails)
    try:
        yield
    finally:
        _gathered.reset(before)
        transaction.on_commit(lambda: _send(mails), robust=True)


def _send(mails: list[OutgoingMail]) -> None:
    gathered = _gathered.get()
    if gathered is None:
        try_once(mails)
    else:
        gathered.extend(mails)


def _checked(address: str) -> str:
    check_address(address)
    return envelope_address(address)


def _one_line(text: str) -> str:
    """The text without line ends and other signs that steer a machine."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """The text with plain line ends, without signs that steer a machine (Unicode's Cc)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(s for s in lines if s in "\n\t" or unicodedata.category(s) != "Cc")
