"""What the audit log keeps by names, in words of the language of whoever reads it."""

import json
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core.exceptions import FieldDoesNotExist

from nejat.audit.models import AuditEntry
from nejat.editorial.revisions.values import full_label_of


def said_changes(entry: AuditEntry) -> str:
    """Return the fields that an act changed, and the rows below the form."""
    if not entry.changes:
        return ""
    changes = [_in_words(change) for change in entry.changes]
    return LogEntry(change_message=json.dumps(changes)).get_change_message()


def _in_words(change: dict[str, Any]) -> dict[str, Any]:
    part = change.get("changed", {})
    if "model" not in part:
        return change  # kept before fields were kept by name
    fields = [_label(part["model"], name) for name in part["fields"]]
    return {"changed": {**part, "fields": fields}}


def _label(model: str, name: str) -> str:
    """Return the words for a field; what is none any more stands there by its name."""
    try:
        return full_label_of(apps.get_model(model)._meta.get_field(name))
    except (LookupError, FieldDoesNotExist):
        return name
