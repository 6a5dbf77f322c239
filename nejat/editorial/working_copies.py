"""Working copies: what somebody typed into an edition and has not saved; readers see none of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

AT_WORK_FOR = timedelta(minutes=2)
"""Whose copy was kept so lately is taken to be at work in the form."""


class WorkingCopyQuerySet(models.QuerySet):
    """Working copies, by the work they are of."""

    def of(self, work: models.Model) -> Self:
        """Copies of the work, newest first."""
        kind = ContentType.objects.get_for_model(work)
        copies = self.filter(content_type=kind, object_id=work.pk)
        return copies.select_related("account").order_by("-saved_at")

    def begun_by(self, account: models.Model, model: type[models.Model]) -> Self:
        """Copies of new works of that kind which the account never saved, newest first.

        Each is of the form with its `begun`, a number that the form has from when it was opened.
        """
        kind = ContentType.objects.get_for_model(model)
        copies = self.filter(content_type=kind, begun__isnull=False, account=account)
        return copies.order_by("-saved_at")

    def left_before(self, moment: datetime) -> Self:
        """Copies into which nobody has typed since a moment."""
        return self.filter(saved_at__lt=moment)

    def keep(
        self,
        work: models.Model,
        code: str,
        account: models.Model,
        values: Mapping[str, str],
        opened: Mapping[str, str],
    ) -> None:
        """Keep what the account typed into the edition, in place of what it typed before.

        `opened` are prints of the fields as they stood when it began to type.
        """
        kind = ContentType.objects.get_for_model(work)
        place = {"content_type": kind, "object_id": work.pk, "edition": code, "account": account}
        self.update_or_create(**place, defaults={"values": dict(values), "opened": dict(opened)})

    def keep_begun(
        self,
        model: type[models.Model],
        begun: UUID,
        code: str,
        account: models.Model,
        values: Mapping[str, str],
    ) -> None:
        """Keep what the account typed into the edition of a work that was never saved."""
        kind = ContentType.objects.get_for_model(model)
        place = {"content_type": kind, "begun": begun, "edition": code, "account": account}
        self.update_or_create(**place, defaults={"values": dict(values)})

    def drop(self, work: models.Model, account: models.Model, codes: Iterable[str]) -> None:
        """Forget the account's copies of these editions."""
        kind = ContentType.objects.get_for_model(work)
        self.filter(
            content_type=kind, object_id=work.pk, account=account, edition__in=codes
        ).delete()


class WorkingCopy(models.Model):
    """The texts of one edition as one account left them; `values` are columns and their text.

    A work that was never saved has no number yet: `begun` tells its form from others, and `work`
    is None.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True)
    work = GenericForeignKey()
    begun = models.UUIDField(null=True)
    edition = models.CharField(max_length=2)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="working_copies"
    )
    values = models.JSONField(default=dict)
    opened = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    objects = WorkingCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("working copy")
        verbose_name_plural = _("working copies")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "edition", "account"],
                name="one_working_copy_an_account",
            ),
            models.UniqueConstraint(
                fields=["content_type", "begun", "edition", "account"],
                name="one_copy_of_a_new_work_an_account",
            ),
            models.CheckConstraint(
                condition=Q(object_id__isnull=False, begun__isnull=True)
                | Q(object_id__isnull=True, begun__isnull=False),
                name="working_copy_of_saved_or_new_work",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.edition}"

    @property
    def is_at_work(self) -> bool:
        """Whether it was kept so lately that its account is taken to be typing."""
        return self.saved_at > timezone.now() - AT_WORK_FOR
