"""`manage.py erase_comments ADDRESS`: takes a person out of all comments."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.comments.held import erase


class Command(BaseCommand):
    help = (
        "Remove an e-mail address from all comments, with the name and the site that stood beside"
        " it. The texts stay, unless --texts is given. It cannot be undone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")
        parser.add_argument("--texts", action="store_true", help="Remove the texts too.")

    def handle(self, *args: Any, **options: Any) -> None:
        count = erase(options["address"], texts=options["texts"])
        self.stdout.write(f"Erased from {count:,} comments.")
