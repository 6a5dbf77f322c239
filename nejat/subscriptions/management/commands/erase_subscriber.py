"""`manage.py erase_subscriber ADDRESS`: removes an address from everywhere."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.subscriptions.held import erase


class Command(BaseCommand):
    help = "Remove an e-mail address from all subscriptions and deliveries. It cannot be undone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Erased from {erase(options['address']):,} rows.")
