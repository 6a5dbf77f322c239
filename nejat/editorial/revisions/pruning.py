"""Letting go of old revisions."""

from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import F, Window
from django.db.models.functions import RowNumber

BATCH = 500


def kinds_with_revisions() -> Iterator[type[models.Model]]:
    """Yield the models whose revisions are kept."""
    kept = "simple_history_manager_attribute"  # how the library marks them
    return (kind for kind in apps.get_models() if hasattr(kind._meta, kept))


def old_revisions(kind: type[models.Model], before: datetime, keep: int) -> list[int]:
    """Return the numbers of revisions made before a moment, but for the newest of each row."""
    rank = Window(RowNumber(), partition_by=[F("id")], order_by=F("history_id").desc())
    revisions = kind.history.model.objects.order_by("history_id")
    # A subquery of its own: conditions beside that on the rank would apply before the ranking.
    behind = revisions.annotate(rank_by_age=rank).filter(rank_by_age__gt=keep)
    old = revisions.filter(history_date__lt=before, history_id__in=behind.values("history_id"))
    return list(old.values_list("history_id", flat=True))


def delete_revisions(kind: type[models.Model], numbers: list[int]) -> None:
    """Delete the revisions with these numbers, a batch at a time."""
    revisions = kind.history.model.objects
    for start in range(0, len(numbers), BATCH):
        revisions.filter(history_id__in=numbers[start : start + BATCH]).delete()
