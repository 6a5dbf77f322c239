"""Admin forms and lists whose every act is written into the audit log."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.forms import ModelForm
from django.http import HttpRequest

from nejat.audit.models import Act, AuditEntry


class AuditedAdmin(admin.ModelAdmin):
    """Admin that tells the log what was added, changed and deleted, and by whom.

    `construct_change_message` may name the editions of a change under "editions". Rows that
    `are_persons` are logged by their number: the log outlives them.
    """

    are_persons = False

    def construct_change_message(
        self, request: HttpRequest, form: ModelForm, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        """Name, beside the labels of Django's own history, each changed field of a model."""
        message = super().construct_change_message(request, form, formsets, add)
        # Django's form of a password is no form of a model.
        row = getattr(form, "instance", None) or form.user
        rows = [(row, form.changed_data)] if form.changed_data and not add else []
        rows += [changed for formset in formsets or () for changed in formset.changed_objects]
        parts = [one["changed"] for one in message if "changed" in one]
        for part, (row, names) in zip(parts, rows, strict=True):
            part["model"] = row._meta.label_lower
            part["names"] = _names(row, names, part["fields"])
        return message

    def log_addition(self, request: HttpRequest, object: models.Model, message: Any) -> LogEntry:
        self.record(request, Act.ADDED, object)
        return super().log_addition(request, object, message)

    def log_change(self, request: HttpRequest, object: models.Model, message: Any) -> LogEntry:
        if message:  # saved, and nothing was changed
            changes = [_by_names(one) for one in message] if isinstance(message, list) else []
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


def _names(row: models.Model, names: Iterable[str], labels: Iterable[str]) -> list[str]:
    """Return what finds its words again in any language; an input of the form alone its label."""
    known = {field.name for field in row._meta.get_fields() if not field.auto_created}
    pairs = zip(names, labels, strict=True)
    return [name if name in known else label for name, label in pairs]


def _by_names(change: dict[str, Any]) -> dict[str, Any]:
    """Return the change as the log keeps it: fields by name, put into words when it is read."""
    part = change.get("changed", {})
    if "names" not in part:
        return change
    kept = {name: value for name, value in part.items() if name != "names"}
    return {"changed": {**kept, "fields": part["names"]}}
