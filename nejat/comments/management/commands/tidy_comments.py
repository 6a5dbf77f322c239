"""`manage.py tidy_comments`: forgets what is old, and reminds moderators of what waits."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.comments.posting import remind_of_waiting
from nejat.comments.tidying import tidy
from nejat.editions.registry import CODES


class Command(BaseCommand):
    help = (
        "Forget whence old comments came, delete old spam and bans that are over, and tell"
        " moderators of what came within the hour after their last mail. Run it every hour."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only count.")

    def handle(self, *args: Any, **options: Any) -> None:
        tidied = tidy(dry_run=options["dry_run"])
        self.stdout.write(" ".join(f"{what}: {count:,}." for what, count in tidied.items()))
        if not options["dry_run"]:
            for code in CODES:
                remind_of_waiting(code)
