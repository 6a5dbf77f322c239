"""Handing one mail to the mail server, and what its answer means for it.

Django's own `send()` does not tell a connection that broke before the mail was handed over from one
that broke while the server had it; here each is an exception of its own.
"""

from contextlib import suppress
from smtplib import SMTP, SMTPDataError, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from nejat.outbox.addresses import envelope_address

Reply = tuple[int, bytes]


class NotHandedOver(Exception):
    """The server does not have the mail; the text is its answer."""


class RefusedForNow(NotHandedOver):
    """It may take this mail later."""


class RefusedForGood(NotHandedOver):
    """It will never take this mail."""

    def __init__(self, words: str, *, of_recipient: bool = False) -> None:
        super().__init__(words)
        self.of_recipient = of_recipient
        """Whether it said so when it heard whom the mail is for."""


class ConnectionLost(RefusedForNow):
    """The connection broke before the mail was handed over."""


class RefusesUs(NotHandedOver):
    """It takes nothing from us now, whoever it is for."""


class NoAnswer(Exception):
    """The server was given the mail, and the connection broke before it answered."""


def connect(backend: BaseEmailBackend) -> None:
    """Open the connection unless it is open; raise OSError when there is no server."""
    smtp = getattr(backend, "connection", None)
    if isinstance(smtp, SMTP) and smtp.sock is None:  # the server closed it
        backend.close()
    backend.open()


def hand_over(
    backend: BaseEmailBackend, letter: EmailMessage, *, seconds_after_text: float
) -> None:
    """Give one mail to the server over an open connection; return when the server has taken it.

    A server that scans the text takes its time with its last word: it has `seconds_after_text`.
    Raises RefusedForNow, RefusedForGood, ConnectionLost and RefusesUs while the server does not
    have it, and NoAnswer when nobody knows.
    """
    if not isinstance(backend, EmailBackend):  # a console or a folder takes what it is given
        backend.send_messages([letter])
        return
    content = letter.message().as_bytes(linesep="\r\n")
    smtp = backend.connection
    try:
        smtp.sock.settimeout(backend.timeout)  # which the mail before may have changed
        _announce(smtp, envelope_address(letter.to[0]))
        smtp.sock.settimeout(seconds_after_text)
        _judge(_give(smtp, content))
    except NotHandedOver:
        with suppress(SMTPServerDisconnected):
            smtp.rset()
        raise


def _announce(smtp: SMTP, recipient: str) -> None:
    """Say from whom and for whom the next mail is."""
    try:
        smtp.ehlo_or_helo_if_needed()
        options = ["BODY=8BITMIME"] if smtp.has_extn("8bitmime") else []
        code, words = smtp.mail(settings.MAIL_FROM, options)
        if code // 100 != 2:
            raise RefusesUs(_said(code, words))
        _judge(smtp.rcpt(recipient), of_recipient=True)
    except OSError as error:
        raise ConnectionLost(str(error)) from error


def _give(smtp: SMTP, content: bytes) -> Reply:
    """Send the mail and return the server's last word on it; who gives up early never knows."""
    try:
        return smtp.data(content)
    except SMTPDataError as error:  # it did not even ask for the text
        return error.smtp_code, error.smtp_error
    except OSError as error:
        # The connection may have broken before the text left: not knowing is the safe side.
        raise NoAnswer(str(error)) from error


def _judge(reply: Reply, *, of_recipient: bool = False) -> None:
    """Raise what an answer means, unless it is a yes."""
    code, words = reply
    said = _said(code, words)
    if code // 100 == 5:
        raise RefusedForGood(said, of_recipient=of_recipient)
    if code // 100 == 4 or (of_recipient and code // 100 != 2):
        raise RefusedForNow(said)
    if code // 100 != 2:
        raise NoAnswer(said)


def _said(code: int, words: bytes) -> str:
    return f"{code} {words.decode(errors='replace')}"
