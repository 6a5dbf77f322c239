"""`manage.py prune_revisions`: deletes old revisions."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nejat.editorial.commands import require_migrated_database
from nejat.editorial.revisions.pruning import (
    delete_revisions,
    kinds_with_revisions,
    old_revisions,
)


class Command(BaseCommand):
    help = "Delete old revisions, but for the newest ones of each work and label."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than", type=int, required=True, metavar="DAYS", help="made so long ago"
        )
        parser.add_argument(
            "--keep", type=int, default=20, metavar="N", help="spare the newest N of each (20)"
        )
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        if options["older_than"] < 0 or options["keep"] < 0:
            raise CommandError("Days and numbers of revisions are zero or more.")
        before = timezone.now() - timedelta(days=options["older_than"])
        total = 0
        for kind in kinds_with_revisions():
            numbers = old_revisions(kind, before, options["keep"])
            total += len(numbers)
            if numbers:
                self.stdout.write(f"{kind._meta.label}: {len(numbers):,}")
            if not options["dry_run"]:
                delete_revisions(kind, numbers)
        done = "to delete" if options["dry_run"] else "deleted"
        self.stdout.write(f"Revisions {done}: {total:,}.")
