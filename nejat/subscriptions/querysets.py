"""Questions to ask of subscriptions, mailings and deliveries."""

from datetime import datetime
from typing import Self

from django.db.models import Count, Q, QuerySet

from nejat.outbox.addresses import normal_address
from nejat.outbox.querysets import TrackedMailQuerySet
from nejat.outbox.states import DeliveryState
from nejat.subscriptions.states import SubscriberState

UNFINISHED = (DeliveryState.WAITING, DeliveryState.SENDING)


class SubscriberQuerySet(QuerySet):
    """Subscriptions: an address, a series, an edition."""

    def of_address(self, address: str) -> Self:
        """All subscriptions of an address, however it is written."""
        return self.filter(normal_address=normal_address(address))

    def confirmed(self, series: str, edition: str) -> Self:
        """Those who get the next issue of the series in the edition."""
        return self.filter(series=series, edition=edition, state=SubscriberState.CONFIRMED)

    def pending(self, series: str, edition: str) -> Self:
        """Those who asked for the series in the edition and have not confirmed."""
        return self.filter(series=series, edition=edition, state=SubscriberState.PENDING)

    def not_ended(self) -> Self:
        """Those that can still be ended."""
        return self.exclude(state=SubscriberState.UNSUBSCRIBED)

    def bounced_by(self, moment: datetime) -> Self:
        """Those that a mail returned at `moment` speaks of: nobody said since that mails arrive."""
        unheard = Q(bounced_at__isnull=True) | Q(bounced_at__lt=moment)
        return self.filter(unheard, state=SubscriberState.CONFIRMED, confirmed_at__lte=moment)

    def forgotten(self, moment: datetime) -> Self:
        """Those that wait to be confirmed and no longer can be, for their link is too old.

        Also those that had ended before somebody asked for them again.
        """
        return self.filter(state=SubscriberState.PENDING, asked_at__lt=moment)


class MailingQuerySet(QuerySet):
    """Issues on their way to subscribers."""

    def unfinished(self) -> Self:
        """Those not all of whose mails have had their turn, the oldest first."""
        return self.filter(finished_at__isnull=True).order_by("pk")

    def without_work(self) -> Self:
        """Of the unfinished, those for which nothing is left to do."""
        return self.unfinished().exclude(deliveries__state__in=UNFINISHED)


class DeliveryQuerySet(TrackedMailQuerySet):
    """Mails of issues, one a subscriber."""

    def of_address(self, address: str) -> Self:
        """All mails to an address."""
        return self.filter(address=normal_address(address))

    def counted(self) -> dict[int, dict[str, int]]:
        """Return how many there are in each state, by the id of their mailing."""
        counts: dict[int, dict[str, int]] = {}
        rows = self.order_by().values_list("mailing_id", "state").annotate(Count("pk"))
        for mailing, state, number in rows:
            counts.setdefault(mailing, {})[state] = number
        return counts
