"""A real mail server for the tests, whose answers a test may choose."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

DROP = "drop"
"""What a test answers to have the connection broken."""

Answer = Callable[[str], str | None]


def yes(address: str) -> None:
    """Take what comes."""


@dataclass
class MailServer:
    """What came in, and what is answered: a reply like "550 5.1.1 unknown", DROP, or None: yes.

    `kept` is what the server has taken, in order: the address and the mail; `raw` its bytes.
    """

    port: int = 0
    on_mail: Answer = yes
    on_recipient: Answer = yes
    on_text: Answer = yes
    after_keeping: Answer = yes
    kept: list[tuple[str, EmailMessage]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def addresses(self) -> list[str]:
        """To whom mails were taken, in order."""
        return [address for address, _mail in self.kept]

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails that were taken, in order."""
        return [mail for _address, mail in self.kept]

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, lines: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connections += 1
        return lines

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, sender: str, options: list[str]
    ) -> str:
        self.senders.append(sender)
        answer = _act(server, self.on_mail(sender)) or "250 OK"
        if answer.startswith("250"):
            envelope.mail_from = sender
        return answer

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = _act(server, self.on_recipient(address)) or "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        address = envelope.rcpt_tos[0]
        if answer := _act(server, self.on_text(address)):
            return answer
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.kept.append((address, mail))
        self.raw.append(envelope.original_content)
        return _act(server, self.after_keeping(address)) or "250 OK"


def _act(server: SMTP, answer: str | None) -> str | None:
    if answer == DROP:
        server.transport.abort()
        return "421 gone"
    return answer


@contextmanager
def running_mail_server() -> Iterator[MailServer]:
    """Give a server that listens on a free port of this machine, in a thread of its own."""
    handler = MailServer()
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()

    def in_thread(coroutine: Coroutine) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result(30)

    listen = loop.create_server(lambda: SMTP(handler, loop=loop), "127.0.0.1", 0)
    server = in_thread(listen)
    handler.port = server.sockets[0].getsockname()[1]
    try:
        yield handler
    finally:
        in_thread(_end(server))
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(server: asyncio.Server) -> None:
    """Close the server and break its connections."""
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
