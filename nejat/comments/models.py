"""What readers say under content, one thread an edition."""

from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import EDITIONS
from nejat.editorial.columns import column, translated_fields


class CommentQuerySet(models.QuerySet):
    """Comments, by what they stand under."""

    def approved(self) -> Self:
        """Comments that readers see."""
        return self.filter(state=Comment.State.APPROVED)

    def under(self, work: models.Model, code: str) -> Self:
        """Comments on a work in one edition, oldest first."""
        kind = ContentType.objects.get_for_model(work)
        return self.filter(content_type=kind, object_id=work.pk, edition=code).order_by(
            "created_at", "pk"
        )


class Comment(models.Model):
    """One reader's words under one work in one edition. Their IP address is not kept."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Rejected")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    work = GenericForeignKey()
    edition = models.CharField(
        _("edition"), max_length=2, choices=[(e.code, e.native_name) for e in EDITIONS]
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("answer to"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="answers",
    )
    author_name = models.CharField(_("name"), max_length=200, blank=True)
    author_email = models.EmailField(_("e-mail"), blank=True)
    author_address = models.URLField(_("site"), max_length=500, blank=True)
    body = models.TextField(_("comment"))
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField(_("written at"), default=timezone.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(
                fields=["content_type", "object_id", "edition", "created_at"],
                name="comment_under_work",
            ),
            models.Index(fields=["state", "-created_at"], name="comment_state"),
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {self.body[:60]}"

    def approve(self) -> None:
        """Show it to readers and count it on its work."""
        self._move_to(self.State.APPROVED)

    def reject(self) -> None:
        """Hide it from readers and from the count of its work."""
        self._move_to(self.State.REJECTED)

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            self._tell_work()
        return deleted

    def _move_to(self, state: str) -> None:
        with transaction.atomic():
            self.state = state
            self.save(update_fields=["state"])
            self._tell_work()

    def _tell_work(self) -> None:
        """Keep the number of approved comments on the work, when its kind has a place for it."""
        kind = self.content_type.model_class()
        if "comment_count" not in translated_fields(kind):
            return
        works = kind.objects.filter(pk=self.object_id)
        # Two moderators may act at once: the second counts after the first has finished.
        list(works.select_for_update().values_list("pk"))
        seen = Comment.objects.approved().filter(
            content_type=self.content_type, object_id=self.object_id, edition=self.edition
        )
        works.update(**{column("comment_count", self.edition): seen.count()})
