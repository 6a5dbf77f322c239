"""`manage.py send_outbox`: sends the mails that wait in the outbox, and tidies it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nejat.outbox.senders import keep_what_is_committed, only_sender, told_to_stop
from nejat.outbox.sending import (
    SendingStopped,
    can_send,
    find_abandoned,
    forget_sent,
    send_due,
)


class Command(BaseCommand):
    help = (
        "Send the mails of the outbox that wait, and delete those sent a month ago. Run it every "
        "few minutes. A second one beside it ends at once. The exit code is 1 when mail is not set "
        "up, or when the mail server cannot be reached or takes nothing from us."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with only_sender("send_outbox") as is_alone:
            if is_alone:
                keep_what_is_committed()
                self._tidy()
                self._send()
            else:
                self.stdout.write("Another sender is at work.")

    def _tidy(self) -> None:
        if count := forget_sent():
            self.stdout.write(f"Deleted, for they were sent a month ago: {count:,}.")
        found = find_abandoned()
        if found:
            self.stdout.write(
                "A sender was cut off. Nobody knows whether these went out; decide in the admin, "
                "under Outgoing mails:"
            )
        for mail in found:
            self.stdout.write(f"  {mail}")

    def _send(self) -> None:
        if not can_send():
            raise CommandError(
                "EMAIL_URL and MAIL_FROM are not set. See “Mail” in docs/running.md."
            )
        try:
            with told_to_stop() as stopping:
                done = send_due(stopping)
        except SendingStopped as problem:
            raise CommandError(str(problem)) from problem
        counts = ", ".join(f"{state} {number:,}" for state, number in sorted(done.items()))
        self.stdout.write(f"Done: {counts or 'nothing was due'}.")
