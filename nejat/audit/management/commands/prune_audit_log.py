"""`manage.py prune_audit_log`: deletes old entries of the audit log."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from nejat.audit.models import AuditEntry

FIVE_YEARS = 1826


class Command(BaseCommand):
    help = "Delete entries of the audit log that nobody will ask for any more."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than",
            type=int,
            default=FIVE_YEARS,
            metavar="DAYS",
            help=f"written so long ago ({FIVE_YEARS}, five years)",
        )
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["older_than"] < 0:
            raise CommandError("Days are zero or more.")
        before = timezone.now() - timedelta(days=options["older_than"])
        entries = AuditEntry.objects
        count = entries.before(before).count() if options["dry_run"] else entries.prune(before)
        done = "to delete" if options["dry_run"] else "deleted"
        self.stdout.write(f"Entries of the audit log {done}: {count:,}.")
