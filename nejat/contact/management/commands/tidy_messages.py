"""`manage.py tidy_messages`: forgets what is old."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.contact.tidying import tidy


class Command(BaseCommand):
    help = "Forget whence old messages came, and delete old spam. Run it every day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        tidied = tidy(dry_run=options["dry_run"])
        self.stdout.write(" ".join(f"{what}: {count:,}." for what, count in tidied.items()))
