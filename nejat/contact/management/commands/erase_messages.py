"""`manage.py erase_messages ADDRESS`: deletes every message from an address."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.contact.held import erase


class Command(BaseCommand):
    help = (
        "Delete every message from an e-mail address, and the mails to it and about it in the "
        "outbox. It cannot be undone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Deleted rows: {erase(options['address']):,}.")
