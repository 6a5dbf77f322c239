"""Links by which people without an account see one edition of a work before readers do."""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import EDITION_CHOICES

TOKEN_BYTES = 32


class PreviewLinkQuerySet(models.QuerySet):
    """Links to previews, as those ask who make them and those who follow them."""

    def make(
        self, work: models.Model, code: str, days: int, user: AbstractBaseUser | None
    ) -> tuple["PreviewLink", str]:
        """Make a link to an edition of a work; return it and its token, which is kept nowhere."""
        token = secrets.token_hex(TOKEN_BYTES)  # in lower case, as addresses are
        until = timezone.now() + timedelta(days=days)
        values = {"edition": code, "made_by": user, "expires_at": until}
        return self.create(work=work, token_hash=_hash(token), **values), token

    def open_by(self, token: str, code: str) -> "PreviewLink | None":
        """Return the link of a token, if it still leads to a work in that edition.

        It is looked up by a hash, so the time that it takes tells nothing of other tokens.
        """
        still_open = self.filter(revoked_at=None, expires_at__gt=timezone.now())
        return still_open.filter(token_hash=_hash(token), edition=code).first()

    def newest_first(self) -> Self:
        """The newest first, with the accounts that made them."""
        return self.select_related("made_by").order_by("-made_at", "-pk")


class PreviewLink(models.Model):
    """A link to one edition of one work. Its token is known to those alone who were given it."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    work = GenericForeignKey()
    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True)
    times_opened = models.PositiveIntegerField(_("times opened"), default=0)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="preview_links_of_work")]

    def __str__(self) -> str:
        return f"{self.edition} {self.made_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether it still leads to its work."""
        return self.revoked_at is None and self.expires_at > timezone.now()

    def revoke(self) -> None:
        """Let it lead nowhere from now on."""
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])

    def count_opening(self) -> None:
        """Count one more visit."""
        others = type(self).objects.filter(pk=self.pk)
        others.update(times_opened=F("times_opened") + 1)


def _hash(token: str) -> str:
    return sha256(token.encode(errors="replace")).hexdigest()
