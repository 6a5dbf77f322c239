"""What readers report about a comment."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.comments.moderation import ModerationEntry
from nejat.comments.states import Reason


class Report(models.Model):
    """One reader's objection to a comment. It hides nothing; a moderator decides.

    It is open until a decision on the comment settles it. A sender objects once to a comment.
    """

    comment = models.ForeignKey(
        "comments.Comment",
        verbose_name=_("comment"),
        on_delete=models.CASCADE,
        related_name="reports",
    )
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    sender = models.CharField(max_length=16, blank=True, editable=False)
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    settled_by = models.ForeignKey(
        ModerationEntry,
        verbose_name=_("settled by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "sender"],
                condition=~models.Q(sender=""),
                name="reported_once_by_a_sender",
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.get_reason_display()}"
