"""Subscriptions: asked for, confirmed by whoever reads the mailbox, ended at any time."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import EDITION_CHOICES
from nejat.outbox.addresses import LONGEST, normal_address
from nejat.subscriptions.querysets import SubscriberQuerySet
from nejat.subscriptions.states import SubscriberState
from publications.series import SERIES_CHOICES

A_DAY = timedelta(days=1)
MAILS_A_DAY = 3
"""How many mails an address gets in 24 hours because somebody typed it into the form."""


class SubscriberManager(models.Manager.from_queryset(SubscriberQuerySet)):
    """Subscriptions, and how they begin."""

    def ask(self, address: str, series: str, edition: str) -> "Subscriber | None":
        """Note that somebody wants the series at that address, and that a mail goes there.

        Returns None when the address had its mails of the day. A confirmed subscription stays
        confirmed; any other waits for the answer to the mail.
        """
        now = timezone.now()
        key = {"normal_address": normal_address(address), "series": series, "edition": edition}
        with transaction.atomic():
            found, is_new = self.get_or_create(**key, defaults={"address": address})
            # Locked, so that requests of the same moment are counted one after the other.
            rows = {row.pk: row for row in self.of_address(address).select_for_update()}
            if sum(row.asked_count for row in rows.values() if row.is_asked(now)) >= MAILS_A_DAY:
                if is_new:
                    found.delete()
                return None
            subscriber = rows[found.pk]
            subscriber.note_asking(now, address)
        return subscriber


class Subscriber(models.Model):
    """One address that gets, or is to get, one series in one edition. No IP address is kept."""

    State = SubscriberState

    address = models.EmailField(_("e-mail"), max_length=LONGEST)
    normal_address = models.CharField(max_length=LONGEST, editable=False)
    series = models.CharField(_("series"), max_length=12, choices=SERIES_CHOICES)
    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.PENDING
    )
    asked_at = models.DateTimeField(_("asked for at"), null=True)
    asked_count = models.PositiveSmallIntegerField(default=0, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    unsubscribed_at = models.DateTimeField(_("unsubscribed at"), null=True)
    bounced_at = models.DateTimeField(_("undeliverable since"), null=True)

    objects = SubscriberManager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        constraints = [
            models.UniqueConstraint(
                fields=["normal_address", "series", "edition"], name="subscribed_once"
            )
        ]
        permissions = [("export_subscriber", "Can export subscribers")]
        indexes = [models.Index(fields=["series", "edition", "state"], name="subscriber_of_series")]

    def __str__(self) -> str:
        return self.address or str(_("erased"))

    def save(self, *args: object, **kwargs: object) -> None:
        if kwargs.get("update_fields") is None:
            self.normal_address = normal_address(self.address)
        super().save(*args, **kwargs)

    @property
    def gets_mail(self) -> bool:
        """Whether issues are sent to it."""
        return self.state == self.State.CONFIRMED

    @property
    def is_pending(self) -> bool:
        """Whether it waits to be confirmed."""
        return self.state == self.State.PENDING

    def is_asked(self, now: datetime) -> bool:
        """Whether somebody asked for it in the 24 hours before `now`."""
        return self.asked_at is not None and self.asked_at > now - A_DAY

    def note_asking(self, now: datetime, address: str) -> None:
        """Count one mail more, in the spelling of the address that was typed last."""
        self.asked_count = self.asked_count + 1 if self.is_asked(now) else 1
        self.asked_at = now
        if not self.gets_mail:
            self.address, self.state = address, self.State.PENDING
        self.save(update_fields=["asked_count", "asked_at", "address", "state"])

    def take_back_asking(self) -> None:
        """Count one mail less: it could not be sent."""
        Subscriber.objects.filter(pk=self.pk).update(asked_count=F("asked_count") - 1)

    def confirm(self) -> None:
        """Confirm it, if it waits for that: an old link does not bring back what has ended."""
        self._become(self.State.CONFIRMED, self.State.PENDING, confirmed_at=timezone.now())

    def unsubscribe(self) -> None:
        """End it; one that has ended stays as it is."""
        starts = set(self.State) - {self.State.UNSUBSCRIBED}
        self._become(self.State.UNSUBSCRIBED, *starts, unsubscribed_at=timezone.now())

    def bounce(self) -> None:
        """Send nothing more, for nothing arrives; one that has ended stays as it is."""
        self._become(self.State.BOUNCED, self.State.CONFIRMED, bounced_at=timezone.now())

    def deliver_again(self) -> None:
        """A person decides that mails reach it after all.

        It keeps the moment since when it was undeliverable: what came back before counts no more.
        """
        self._become(self.State.CONFIRMED, self.State.BOUNCED)

    def _become(self, end: str, *starts: str, **moments: datetime) -> None:
        """Change the state in one statement, if it is one of `starts`, whatever was read before."""
        mine = Subscriber.objects.filter(pk=self.pk, state__in=starts)
        if mine.update(state=end, **moments):
            self.state = end
