"""Revisions: what a row was after each of its saves, who saved it, and which columns changed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import simple_history
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.fields import TranslationField
from simple_history.models import HistoricalRecords

from nejat.editorial.columns import real_fields

SHARED = ""
"""The part of a row that all editions have in common; the other parts are their codes."""
FIRST = "first"
RESTORED = "restored"
"""Reasons that a revision gives for being there; one that is saved by staff gives none."""


class Revision(models.Model):
    """A saved past version of a row. `changed` are the columns that its save changed."""

    changed = models.JSONField(default=list, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding and self.history_type == "~":
            former = revisions_of(self.instance_type, self.id).first()
            self.changed = [field.name for field in differing(former, self)] if former else []
        super().save(*args, **kwargs)


class Records(HistoricalRecords):
    """The history of a model; nobody is given rights to it but those to the row itself."""

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        return {**super().get_meta_options(model), "default_permissions": ()}


def keep_revisions(*kinds: type[models.Model], without: Iterable[str] = ()) -> None:
    """Keep a revision of each save of these models; call it when their translation is registered.

    What staff do not write is not kept: counts, moments of saving, and what is named as `without`.
    """
    for kind in kinds:
        written = {field.name for field in real_fields(kind) if field.editable} - set(without)
        names = {field.name for field in kind._meta.concrete_fields} - {kind._meta.pk.name}
        simple_history.register(
            kind,
            records_class=Records,
            bases=[Revision],
            excluded_fields=sorted(names - written),
            verbose_name=_("revision"),
            verbose_name_plural=_("revisions"),
        )


@contextmanager
def one_revision(row: models.Model, update_fields: Iterable[str] | None = None) -> Iterator[None]:
    """Keep one revision of what is saved inside, unless nothing is saved that staff write.

    A row that came without one, as the import brings them, first gets one of how it stood.
    """
    if not _is_written(row, update_fields):
        row.skip_history_when_saving = True
        try:
            yield
        finally:
            del row.skip_history_when_saving
        return
    if not row._state.adding:
        _load_all(row)
        _keep_first(row)
    yield


def revisions_of(kind: type[models.Model], pk: Any) -> models.QuerySet:
    """Return the revisions of one row, newest first."""
    return kind.history.model.objects.filter(id=pk).order_by("-history_id")


def kept_fields(kind: type[models.Model]) -> list[models.Field]:
    """Return the fields of a model that its revisions keep."""
    return [field for field in kind.history.model.tracked_fields if not field.primary_key]


def part_of(field: models.Field) -> str:
    """Return the part of the row in which a field stands: the code of an edition, or SHARED."""
    return field.language if isinstance(field, TranslationField) else SHARED


def differing(one: models.Model, other: models.Model) -> list[models.Field]:
    """Return the fields in which two revisions, or a revision and its row, are not the same."""
    fields = one.tracked_fields if isinstance(one, Revision) else other.tracked_fields
    return [field for field in fields if _stored(field, one) != _stored(field, other)]


def _stored(field: models.Field, holder: models.Model) -> Any:
    """Return the value as the database has it; no text and an empty one are the same."""
    value = field.get_prep_value(getattr(holder, field.attname))
    return "" if value is None else value


def _is_written(row: models.Model, update_fields: Iterable[str] | None) -> bool:
    if update_fields is None:
        return True
    saved = set(update_fields)
    return any(saved & {field.name, field.attname} for field in kept_fields(type(row)))


def _load_all(row: models.Model) -> None:
    """Load at once what the row came without: a revision holds all of it."""
    missing = row.get_deferred_fields() & {field.attname for field in kept_fields(type(row))}
    if missing:
        row.refresh_from_db(fields=missing)


def _keep_first(row: models.Model) -> None:
    kind = type(row)
    if revisions_of(kind, row.pk).exists():
        return
    stored = kind._base_manager.get(pk=row.pk)
    kind.history.model(
        **{
            field.attname: getattr(stored, field.attname)
            for field in kind.history.model.tracked_fields
        },
        history_date=getattr(stored, "updated_at", None) or timezone.now(),
        history_type="+",
        history_change_reason=FIRST,
    ).save()
