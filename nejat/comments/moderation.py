"""The log of moderation: who brought which comment into which state, and why. Append-only."""

from typing import Any, NoReturn
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.comments.querysets import AppendOnly, ModerationQuerySet
from nejat.comments.states import Cause, CommentState, Reason

DELETED = "deleted"
LOGGED_STATES = [*CommentState.choices, (DELETED, _("Deleted"))]
LOGGED_REASONS = [*Reason.choices, *Cause.choices]


class ModerationEntry(models.Model):
    """One change of a comment's state. It stays when the comment is gone, and never changes; its
    note alone is emptied when the words of the comment are erased.

    `from_state` is empty when the comment came. Without a user it was the site that decided, or
    the author who asked. Entries of one action on many comments share their `batch`.
    """

    comment = models.ForeignKey(
        "comments.Comment",
        verbose_name=_("comment"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="entries",
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    from_state = models.CharField(_("from"), max_length=10, choices=LOGGED_STATES, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=LOGGED_STATES)
    reason = models.CharField(_("reason"), max_length=10, choices=LOGGED_REASONS, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    batch = models.UUIDField(default=uuid4)
    undoes = models.ForeignKey(
        "self", verbose_name=_("undoes"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ModerationQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on a comment")
        verbose_name_plural = _("log of moderation")
        indexes = [
            models.Index(fields=["user", "-id"], name="moderated_by"),
            models.Index(fields=["batch"], name="moderated_at_once"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.get_to_state_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly
