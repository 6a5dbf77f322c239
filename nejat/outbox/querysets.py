"""Questions to ask of mails whose fate is tracked."""

from datetime import datetime
from typing import Self

from django.db.models import Q, QuerySet

from nejat.outbox.addresses import normal_address
from nejat.outbox.states import DeliveryState


class TrackedMailQuerySet(QuerySet):
    """Mails of any kind that are handed to the mail server one by one."""

    def due(self, now: datetime) -> Self:
        """Those that may be sent now, the first stored first."""
        ready = Q(next_try_at__isnull=True) | Q(next_try_at__lte=now)
        return self.filter(ready, state=DeliveryState.WAITING).order_by("pk")

    def in_state(self, *states: str) -> Self:
        """Those in one of these states."""
        return self.filter(state__in=states)


class OutgoingMailQuerySet(TrackedMailQuerySet):
    """Mails of the outbox."""

    def abandoned(self, moment: datetime) -> Self:
        """Those whose sending began before `moment` and never came to an end."""
        return self.filter(state=DeliveryState.SENDING, changed_at__lt=moment).order_by("pk")

    def sent_before(self, moment: datetime) -> Self:
        """Those that the mail server took before `moment`."""
        return self.filter(state=DeliveryState.SENT, changed_at__lt=moment)

    def about(self, address: str) -> Self:
        """Those to an address, and those whose answers go there, however it is written."""
        normal = normal_address(address)
        return self.filter(Q(recipient__iexact=normal) | Q(reply_to__iexact=normal))
