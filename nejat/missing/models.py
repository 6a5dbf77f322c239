"""Addresses that lead nowhere, and where staff send those who ask for them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editions.addresses import edition_of
from nejat.editions.registry import EDITION_CHOICES
from nejat.missing.addresses import LONGEST_PATH, LONGEST_REFERRER
from nejat.missing.querysets import MissingAddressQuerySet
from nejat.missing.targets import (
    GONE,
    normal_target,
    path_of_source,
    path_of_target,
    validate_path,
    validate_target,
)

LONGEST_NOTED = 500
"""Letters of a path that is noted; one that is longer was never typed or linked."""


class MissingAddress(models.Model):
    """An address below an edition that was asked for and is not there. Nobody is named."""

    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    path = models.CharField(_("address"), max_length=LONGEST_NOTED)
    hits = models.PositiveIntegerField(_("hits"), default=0)
    first_seen_at = models.DateTimeField(_("first asked for"), default=timezone.now)
    last_seen_at = models.DateTimeField(_("last asked for"), default=timezone.now)
    referrer = models.CharField(
        _("last page with the link"), max_length=LONGEST_REFERRER, blank=True, default=""
    )
    is_ignored = models.BooleanField(_("ignored"), default=False)

    objects = MissingAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("missing address")
        verbose_name_plural = _("missing addresses")
        constraints = [models.UniqueConstraint(fields=["path"], name="missing_address_once")]

    def __str__(self) -> str:
        return self.path


class Redirect(models.Model):
    """Where an address leads at which nothing else answers.

    A target never is the address of another redirect: chains are made straight when one is saved.
    """

    edition = models.CharField(
        _("edition"), max_length=2, choices=EDITION_CHOICES, editable=False, default=""
    )
    path = models.CharField(
        _("address"),
        max_length=LONGEST_PATH,
        validators=[validate_path],
        help_text=_("The one that leads nowhere, from its edition on: /fa/old-page"),
    )
    target = models.CharField(
        _("leads to"),
        max_length=LONGEST_PATH,
        validators=[validate_target],
        help_text=_(
            "An address of ours like /fa/about/, one of the web like https://example.org/,"
            " or the word gone: it was here and will not come back."
        ),
    )
    target_path = models.CharField(
        max_length=LONGEST_PATH, editable=False, blank=True, default="", help_text="As in path."
    )
    hits = models.PositiveIntegerField(_("hits"), default=0, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [
            models.UniqueConstraint(
                fields=["path"],
                name="redirect_once",
                violation_error_message=_("This address has a redirect already."),
            ),
            models.CheckConstraint(condition=~Q(path=F("target_path")), name="redirect_leads_on"),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def is_gone(self) -> bool:
        """Whether the address leads nowhere for good."""
        return self.target == GONE

    def clean_fields(self, exclude: Any = None) -> None:
        self._normalise()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        super().clean()
        self._straighten()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it, lead on what led here, and take the address from the missing ones.

        Raise ValidationError when it would lead to itself.
        """
        self._normalise()
        with transaction.atomic():
            self._straighten()
            super().save(*args, **kwargs)
            leading_here = Redirect.objects.filter(target_path=self.path)
            leading_here.update(target=self.target, target_path=self.target_path)
            MissingAddress.objects.filter(path=self.path).delete()

    def _normalise(self) -> None:
        self.path = path_of_source(self.path)
        self.edition = edition_of(self.path)
        self.target = normal_target(self.target)
        self.target_path = path_of_target(self.target)

    def _straighten(self) -> None:
        others = Redirect.objects.exclude(pk=self.pk)
        if self.target_path and (further := others.filter(path=self.target_path).first()):
            self.target, self.target_path = further.target, further.target_path
        if self.target_path == self.path:
            raise ValidationError({"target": _("This would lead back to where it begins.")})

    def count_use(self) -> None:
        """Count one who was led on."""
        used = {"hits": F("hits") + 1, "last_used_at": timezone.now()}
        Redirect.objects.filter(pk=self.pk).update(**used)
