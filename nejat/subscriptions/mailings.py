"""Mailings: an issue on its way to the subscribers of an edition, one delivery each."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from nejat.editions.registry import EDITION_CHOICES
from nejat.outbox.addresses import LONGEST
from nejat.outbox.states import DeliveryState
from nejat.outbox.tracking import TrackedMail
from nejat.subscriptions.querysets import DeliveryQuerySet, MailingQuerySet, SubscriberQuerySet
from nejat.subscriptions.subscribers import Subscriber
from publications.models import Issue

ROWS_AT_ONCE = 1000
STOPPED = gettext_noop("Stopped.")
REST = timedelta(hours=1)
"""How long those rest that were refused in a row, so that others get their turn."""


class Mailing(models.Model):
    """An issue that is sent in an edition, once: its deliveries are made when it is."""

    issue = models.ForeignKey(Issue, verbose_name=_("issue"), on_delete=models.PROTECT)
    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
    )
    started_at = models.DateTimeField(_("started at"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished at"), null=True, editable=False)

    objects = MailingQuerySet.as_manager()

    class Meta:
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "edition"],
                name="mailed_once",
                violation_error_message=_("The issue was given to the mail in this edition."),
            )
        ]

    def __str__(self) -> str:
        title = self.issue.get_in("title", self.edition) or self.issue
        return f"{title} ({self.get_edition_display()})"

    def clean(self) -> None:
        if self.issue_id and self.edition and not self.is_public:
            raise ValidationError(_("Readers of the edition do not see the issue yet."))

    @property
    def is_public(self) -> bool:
        """Whether readers of the edition see the issue now."""
        return self.issue.is_published_in(self.edition)

    @property
    def readers(self) -> SubscriberQuerySet:
        """Those to whom it goes if it is given to the mail now."""
        return Subscriber.objects.confirmed(self.issue.series, self.edition)

    @property
    def undecided(self) -> SubscriberQuerySet:
        """Those who asked for the series in the edition and have not confirmed."""
        return Subscriber.objects.pending(self.issue.series, self.edition)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of its mails are in each state."""
        return self.deliveries.counted().get(self.pk, {})

    def queue(self) -> int:
        """Save it with a delivery to each confirmed subscriber; return how many there are."""
        rows = self.readers.order_by("pk").values_list("pk", "normal_address")
        with transaction.atomic():
            self.save()
            deliveries = Delivery.objects.bulk_create(
                (Delivery(mailing=self, subscriber_id=pk, address=address) for pk, address in rows),
                batch_size=ROWS_AT_ONCE,
            )
        return len(deliveries)

    def stop(self) -> int:
        """Send nothing of it that still waits; return how many mails that are."""
        waiting = self.deliveries.in_state(DeliveryState.WAITING)
        return waiting.update(state=DeliveryState.SKIPPED, changed_at=timezone.now(), error=STOPPED)


class Delivery(TrackedMail):
    """The mail of an issue to one subscriber."""

    WAITS = tuple(timedelta(minutes=minutes) for minutes in (10, 60, 240, 720, 1440))

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(
        Subscriber, null=True, on_delete=models.SET_NULL, related_name="deliveries"
    )
    address = models.CharField(_("e-mail"), max_length=LONGEST, null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(fields=["mailing", "address"], name="delivered_once")
        ]
        indexes = [
            models.Index(fields=["mailing", "state", "id"], name="delivery_due"),
            models.Index(fields=["address"], name="delivery_of_address"),
            models.Index(
                fields=["state"],
                condition=models.Q(state__in=[DeliveryState.SENDING, DeliveryState.UNKNOWN]),
                name="delivery_in_doubt",
            ),
        ]

    def __str__(self) -> str:
        return self.address or str(_("erased"))

    def note_failed(self, words: str, *, condemns_address: bool = False) -> None:
        """The mail server will never take it; perhaps because there is no such mailbox."""
        super().note_failed(words)
        if condemns_address and self.subscriber:
            self.subscriber.bounce()

    def take_back_refusal(self) -> None:
        """It was refused, but so were those before it: it is tried again after a rest."""
        rested = timezone.now() + REST
        fields = {"attempts": self.attempts - 1, "next_try_at": rested}
        self._move(self.State.FAILED, self.State.WAITING, **fields)

    def skip(self, reason: str) -> None:
        """It is not sent any more."""
        self._move(self.State.WAITING, self.State.SKIPPED, error=reason)

    def send_again(self) -> bool:
        """Also take up its mailing again."""
        waits = super().send_again()
        if waits:
            Mailing.objects.filter(pk=self.mailing_id).update(finished_at=None)
        return waits

    def count_as_sent(self) -> None:
        """A person decides that a mail of unknown fate has arrived."""
        self._move(self.State.UNKNOWN, self.State.SENT)
