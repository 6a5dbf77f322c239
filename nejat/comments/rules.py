"""The rules of an edition: who may comment, for how long, and when a moderator looks first."""

from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import EDITION_CHOICES
from nejat.outbox.addresses import check_address

A_MINUTE = 60
BETWEEN_NOTICES = timedelta(hours=1)


class CommentRules(models.Model):
    """What holds for comments in one edition. An edition without a row has the defaults."""

    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES, unique=True)
    is_open = models.BooleanField(
        _("comments open"),
        default=True,
        help_text=_("Closed, readers see what was said and write nothing new."),
    )
    closes_after_days = models.PositiveSmallIntegerField(
        _("closes after days"),
        default=0,
        help_text=_("Counted from the publication of the article. 0: never."),
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("trusted after"),
        default=3,
        help_text=_(
            "So many approved comments from one e-mail address and one network make the next"
            " appear at once. 0: a moderator always looks first."
        ),
    )
    links_allowed = models.PositiveSmallIntegerField(
        _("links allowed"), default=2, help_text=_("With more, a moderator looks first.")
    )
    reports_needed = models.PositiveSmallIntegerField(
        _("reports needed"),
        default=1,
        help_text=_("So many bring a comment back to the moderators. It stays visible meanwhile."),
    )
    ban_days = models.PositiveSmallIntegerField(_("days of a ban"), default=30)
    notify = models.TextField(
        _("mails to moderators"),
        blank=True,
        help_text=_("E-mail addresses, one a line. They hear at most once an hour what waits."),
    )
    notified_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("rules of an edition")
        verbose_name_plural = _("rules of the editions")

    def __str__(self) -> str:
        return self.get_edition_display()

    def clean(self) -> None:
        for address in self.addresses:
            try:
                check_address(address)
            except ValidationError as error:
                words = _("This is no e-mail address: %(address)s")
                words %= {"address": f"\u2068{address}\u2069"}
                raise ValidationError({"notify": words}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self._forget_cached()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        self._forget_cached()
        return deleted

    @property
    def addresses(self) -> list[str]:
        """Who is told of what waits."""
        return self.notify.split()

    def has_closed(self, published_at: datetime) -> bool:
        """Whether an article of that date is too old for new comments."""
        days = timedelta(days=self.closes_after_days)
        return bool(days) and published_at + days <= timezone.now()

    def _forget_cached(self) -> None:
        # Whoever reads before the commit would bring the old rules back.
        transaction.on_commit(lambda: cache.delete(_cache_key(self.edition)))


def rules_of(code: str) -> CommentRules:
    """Return the rules of an edition, which are kept in the cache: articles show them always."""
    values = cache.get_or_set(_cache_key(code), lambda: _stored(code), A_MINUTE)
    return CommentRules(**{"edition": code, **values})


def claim_notice(code: str) -> list[str]:
    """Return whom to tell now of what waits in an edition; nobody for an hour after the last time.

    Of two requests of one moment, one gets the addresses.
    """
    now = timezone.now()
    due = Q(notified_at__isnull=True) | Q(notified_at__lte=now - BETWEEN_NOTICES)
    rules = CommentRules.objects.filter(due, edition=code).exclude(notify="")
    found = rules.first()
    return found.addresses if found and rules.update(notified_at=now) else []


def _stored(code: str) -> dict[str, Any]:
    return CommentRules.objects.filter(edition=code).values().first() or {}


def _cache_key(code: str) -> str:
    return f"comment-rules-{code}"
