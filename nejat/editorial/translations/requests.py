"""Requests for translation: somebody asked for a work in an edition where it is still a draft.

One stands until the edition has left the draft, or until somebody says that it is not needed.
"""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from nejat.editions.registry import CODES, EDITION_CHOICES
from nejat.editorial.columns import column, columns
from nejat.editorial.states import State
from nejat.staff.models import name_of

LONGEST_NOTE = 200


class TranslationRequestQuerySet(models.QuerySet):
    """Requests for translation, as those ask who make them and those who translate."""

    def ask(
        self, work: models.Model, codes: Iterable[str], user: models.Model, note: str
    ) -> list[str]:
        """Ask for a work, which is locked, in these editions; return those not asked for before."""
        kind = ContentType.objects.get_for_model(work)
        place = {"content_type": kind, "object_id": work.pk}
        there = set(self.filter(**place).values_list("edition", flat=True))
        asked = [code for code in codes if code not in there]
        values = {**place, "asked_by": user, "note": note}
        self.bulk_create(self.model(edition=code, **values) for code in asked)
        return asked

    def oldest_first(self) -> Self:
        """The longest waiting first, with the accounts that asked."""
        return self.select_related("asked_by").order_by("asked_at", "pk")


class TranslationRequest(models.Model):
    """A work that somebody wants in an edition. It stays when the account is gone."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    work = GenericForeignKey()
    edition = models.CharField(max_length=2, choices=EDITION_CHOICES)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True, default="")

    objects = TranslationRequestQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # who may write the work may ask; see translations.rights
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "edition"], name="one_translation_request"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work} ({self.edition})"

    @property
    def asker(self) -> str:
        """The name of who asked; "" where the account is gone."""
        return name_of(self.asked_by)


def drop_answered(work: models.Model, update_fields: Iterable[str] | None = None) -> None:
    """Let go of the requests for editions of a saved work that are drafts no more.

    One query, and none where no other edition than the source has left the draft.
    """
    saved = set(columns("state") if update_fields is None else update_fields)
    states = [code for code in CODES if column("state", code) in saved]
    beyond = [code for code in states if work.state_in(code) != State.DRAFT]
    if answered := [code for code in beyond if code != work.source_code]:
        work.translation_requests.filter(edition__in=answered).delete()
