"""Admin forms and lists whose every act is written into the audit log."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.http import HttpRequest

from nejat.audit.models import Act, AuditEntry


class AuditedAdmin(admin.ModelAdmin):
    """Admin that tells the log what was added, changed and deleted, and by whom.

    `construct_change_message` may name the editions of a change under "editions". Rows that
    `are_persons` are logged by their number: the log outlives them.
    """

    are_persons = False

    def log_addition(self, request: HttpRequest, object: models.Model, message: Any) -> LogEntry:
        self.record(request, Act.ADDED, object)
        return super().log_addition(request, object, message)

    def log_change(self, request: HttpRequest, object: models.Model, message: Any) -> LogEntry:
        if message:  # saved, and nothing was changed
            changes = message if isinstance(message, list) else []
            editions = {code for one in changes for code in _editions_of(one)}
            self.record(request, Act.CHANGED, object, sorted(editions), changes=changes)
        return super().log_change(request, object, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        with transaction.atomic():
            for row in queryset:
                self.record(request, Act.DELETED, row)
            return super().log_deletions(request, queryset)

    def record(
        self,
        request: HttpRequest,
        act: Act,
        row: models.Model,
        editions: Iterable[str] = (),
        **facts: Any,
    ) -> None:
        """Write down what the account of the request did; `facts` are a `note` and `changes`."""
        name = f"{row._meta.verbose_name} {row.pk}" if self.are_persons else str(row)
        AuditEntry.objects.create(
            account=request.user,
            account_name=request.user.get_username(),
            act=act,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            object_name=name[:300],
            editions=",".join(editions),
            **facts,
        )


def _editions_of(change: dict[str, Any]) -> list[str]:
    return change.get("changed", {}).get("editions", [])
