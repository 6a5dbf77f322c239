"""`manage.py prune_working_copies`: deletes working copies that were left lying."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nejat.editorial.commands import require_migrated_database
from nejat.editorial.working_copies import WorkingCopy


class Command(BaseCommand):
    help = "Delete working copies into which nobody has typed for long."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than", type=int, default=90, metavar="DAYS", help="left so long ago (90)"
        )
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        if options["older_than"] < 0:
            raise CommandError("Days are zero or more.")
        left = WorkingCopy.objects.left_before(
            timezone.now() - timedelta(days=options["older_than"])
        )
        count = left.count() if options["dry_run"] else left.delete()[0]
        done = "to delete" if options["dry_run"] else "deleted"
        self.stdout.write(f"Working copies {done}: {count:,}.")
