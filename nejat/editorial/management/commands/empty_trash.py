"""`manage.py empty_trash`: deletes for good what has been in the trash for long."""

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from nejat.audit.models import Act, AuditEntry
from nejat.editorial.commands import require_migrated_database
from nejat.editorial.models import Content
from nejat.editorial.querysets import ContentQuerySet
from nejat.editorial.trashing import trashed_before


def _log(work: Content) -> None:
    AuditEntry.objects.create(
        account_name="empty_trash",
        act=Act.DELETED,
        content_type=ContentType.objects.get_for_model(work),
        object_id=work.pk,
        object_name=str(work)[:300],
    )


class Command(BaseCommand):
    help = "Delete works that went to the trash long ago, but for those that other rows hold."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than",
            type=int,
            default=30,
            metavar="DAYS",
            help="moved there so long ago (30)",
        )
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        if options["older_than"] < 0:
            raise CommandError("Days are zero or more.")
        total = 0
        for works in trashed_before(timezone.now() - timedelta(days=options["older_than"])):
            count = works.count() if options["dry_run"] else self._destroy(works)
            total += count
            if count:
                self.stdout.write(f"{works.model._meta.label}: {count:,}")
        done = "to delete" if options["dry_run"] else "deleted"
        self.stdout.write(f"Works {done}: {total:,}.")

    def _destroy(self, works: ContentQuerySet) -> int:
        """Delete each by itself; say which stay, because an issue or a mailing holds them."""
        count = 0
        for number in list(works.values_list("pk", flat=True)):
            try:
                with transaction.atomic():
                    if work := works.select_for_update(of=("self",)).filter(pk=number).first():
                        _log(work)
                        work.destroy()
                        count += 1
            except ProtectedError as held:
                rows = ", ".join(sorted({row._meta.label for row in held.protected_objects}))
                self.stderr.write(f"{works.model._meta.label} {number}: held by {rows}.")
        return count
