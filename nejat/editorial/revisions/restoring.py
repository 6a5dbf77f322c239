"""Bringing one part of a row back to what a revision holds."""

from collections.abc import Collection, Iterator

from django.db import models

from nejat.editorial.revisions.recording import RESTORED, Revision, differing, part_of
from nejat.editorial.rights import User, Verb, can, can_change_shared
from nejat.editorial.rows import EditionsModel


def may_restore(user: User, row: EditionsModel, part: str) -> bool:
    """Say whether the account may bring back an edition of the row, or what its editions share."""
    return can(user, Verb.EDIT, row, part) if part else can_change_shared(user, row)


def restorable_parts(
    user: User, row: EditionsModel, revision: Revision, keep: Collection[str]
) -> set[str]:
    """Return the parts that a revision would change, and that the account may bring back."""
    parts = {part_of(field) for field in differing(revision, row) if not _is_kept(field, keep)}
    return {part for part in parts if may_restore(user, row, part)}


def restore(row: EditionsModel, part: str, revision: Revision, keep: Collection[str]) -> list[str]:
    """Write one part of a revision into the row and save it; return the columns that changed.

    What `keep` names stays as it is, and so do files and what leads to rows that are gone. A
    ValidationError says why the row cannot be so today; then nothing is saved.
    """
    changed = list(_changed(row, part, revision, keep))
    if not changed:
        return []
    for field in changed:
        setattr(row, field.attname, getattr(revision, field.attname))
    row.full_clean()
    row._change_reason = f"{RESTORED} {revision.history_date.isoformat()}"
    row.save()
    return [field.name for field in changed]


def _changed(
    row: EditionsModel, part: str, revision: Revision, keep: Collection[str]
) -> Iterator[models.Field]:
    for field in differing(revision, row):
        if part_of(field) == part and not _is_kept(field, keep) and _is_there(field, revision):
            yield field


def _is_kept(field: models.Field, keep: Collection[str]) -> bool:
    plain = getattr(field, "translated_field", field)
    return plain.name in keep or isinstance(field, models.FileField)


def _is_there(field: models.Field, revision: Revision) -> bool:
    """Say whether the row to which the field led is still there."""
    if not isinstance(field, models.ForeignKey):
        return True
    key = getattr(revision, field.attname)
    return key is None or field.related_model._base_manager.filter(pk=key).exists()
