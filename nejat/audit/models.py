"""The audit log: who did what to which row, in which editions, and why.

Append-only: rows never change, and go by `AuditQuerySet.prune` alone.
"""

from datetime import datetime
from typing import Any, NoReturn, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """What may be done to a row."""

    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    DELETED = "deleted", _("Deleted")
    SUBMITTED = "submitted", _("Submitted")
    SENT_BACK = "sent_back", _("Sent back")
    TAKEN_BACK = "taken_back", _("Taken back")
    PUBLISHED = "published", _("Published")
    SCHEDULED = "scheduled", _("Scheduled")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REDRAFTED = "redrafted", _("Made a draft again")
    SHARED = "shared", _("Preview shared")
    UNSHARED = "unshared", _("Preview no longer shared")
    TRASHED = "trashed", _("Moved to the trash")
    RESTORED = "restored", _("Restored from the trash")
    DUPLICATED = "duplicated", _("Made as a copy")
    KEPT = "kept", _("Translation declared right")
    ASKED = "asked", _("Sent to translation")
    NOT_NEEDED = "not_needed", _("Translation not needed")


class AppendOnly(Exception):
    """The log was to be changed."""


class AuditQuerySet(models.QuerySet):
    """Entries, by what they tell."""

    def about(self, row: models.Model) -> Self:
        """Entries of one row, newest first."""
        kind = ContentType.objects.get_for_model(row)
        return self.filter(content_type=kind, object_id=row.pk).order_by("-pk")

    def in_edition(self, code: str) -> Self:
        """Entries of what was done in an edition."""
        return self.filter(editions__contains=code)

    def before(self, moment: datetime) -> Self:
        """Entries of what was done before a moment."""
        return self.filter(at__lt=moment)

    def prune(self, moment: datetime) -> int:
        """Delete what was done before a moment, the one way out of the log; return how many."""
        deleted, _kinds = super(AuditQuerySet, self.before(moment)).delete()
        return deleted

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class AuditEntry(models.Model):
    """One act. It stays when the account or the row is gone, and never changes."""

    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    account_name = models.CharField(_("account"), max_length=150)
    act = models.CharField(_("act"), max_length=12, choices=Act.choices)
    content_type = models.ForeignKey(
        ContentType,
        verbose_name=_("kind"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    object_id = models.PositiveBigIntegerField()
    object_name = models.CharField(_("what"), max_length=300)
    editions = models.CharField(
        _("editions"), max_length=40, blank=True, default="", help_text="Codes with commas."
    )
    note = models.TextField(_("reason"), blank=True, default="")
    changes = models.JSONField(default=list, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("audit log")
        base_manager_name = "objects"
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["content_type", "object_id", "-id"], name="audit_of_row"),
            models.Index(fields=["account", "-id"], name="audit_of_account"),
            models.Index(fields=["content_type", "-id"], name="audit_of_kind"),
            models.Index(fields=["act", "-id"], name="audit_of_act"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.object_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **{**kwargs, "force_insert": True})  # nor over one by its number

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly

    @property
    def address(self) -> str:
        """The form of the row in the admin; "" where its kind has none."""
        kind = self.content_type
        try:
            return reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[self.object_id])
        except NoReverseMatch:
            return ""
