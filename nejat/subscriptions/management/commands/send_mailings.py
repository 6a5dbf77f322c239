"""`manage.py send_mailings`: hands the mails that wait to the mail server."""

from argparse import ArgumentTypeError
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nejat.editorial.commands import require_migrated_database
from nejat.outbox.senders import keep_what_is_committed, only_sender, told_to_stop
from nejat.subscriptions.links import (
    CONFIRM_WITHIN,
    LOCAL,
    MailNotSetUp,
    require_mail,
    site_address,
)
from nejat.subscriptions.models import Subscriber
from nejat.subscriptions.sending import Sender, SendingStopped, find_abandoned


def at_least_one(value: str) -> int:
    """Read a number that counts something."""
    if not value.isdecimal() or int(value) < 1:
        raise ArgumentTypeError(f"“{value}” is not a number from 1 on")
    return int(value)


class Command(BaseCommand):
    help = (
        "Send the issues that wait to their subscribers. Run it every few minutes; cut off, it "
        "goes on where it was. A second one beside it ends at once. The exit code is 1 when the "
        "mail server cannot be reached, takes nothing, or refuses five in a row."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--batch", type=at_least_one, default=50, help="mails a connection (50)"
        )
        parser.add_argument("--limit", type=at_least_one, help="mails in this run (all)")
        parser.add_argument(
            "--pause", type=float, default=1.0, help="seconds between two batches (1)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        try:
            require_mail()
        except MailNotSetUp as problem:
            raise CommandError(f"{problem} See “Mail” in docs/running.md.") from problem
        with only_sender("send_mailings") as is_alone, told_to_stop() as stopping:
            if is_alone:
                self._send(stopping, options)
            else:
                self.stdout.write("Another sender is at work.")

    def _send(self, stopping: Event, options: dict[str, Any]) -> None:
        keep_what_is_committed()
        if site_address() == LOCAL:
            self.stdout.write(f"SITE_ADDRESS is not set: links lead to {LOCAL}.")
        Subscriber.objects.forgotten(timezone.now() - CONFIRM_WITHIN).delete()
        self._name_abandoned()
        sender = Sender(
            batch=options["batch"],
            limit=options["limit"],
            pause=options["pause"],
            say=self.stdout.write,
            stopping=stopping,
        )
        try:
            sender.run()
        except SendingStopped as problem:
            raise CommandError(str(problem)) from problem
        finally:
            counts = ", ".join(f"{state} {n:,}" for state, n in sorted((+sender.done).items()))
            self.stdout.write(f"Done: {counts or 'nothing was due'}.")

    def _name_abandoned(self) -> None:
        found = find_abandoned()
        if found:
            self.stdout.write(
                "An earlier run was cut off. Nobody knows whether these went out; decide in the "
                "admin, under Deliveries:"
            )
        for delivery in found:
            self.stdout.write(f"  {delivery.pk}: {delivery} – {delivery.mailing}")
