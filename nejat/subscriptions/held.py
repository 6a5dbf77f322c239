"""What is held about an address, and its removal."""

from datetime import datetime
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from nejat.outbox.addresses import normal_address
from nejat.outbox.states import DeliveryState
from nejat.subscriptions.models import Delivery, Subscriber


def held_about(address: str) -> dict[str, Any]:
    """Return everything the room holds about an address, in values that JSON has."""
    subscribers = Subscriber.objects.of_address(address).order_by("pk")
    deliveries = Delivery.objects.of_address(address).order_by("pk")
    return {
        "address": address,
        "subscriptions": [_subscription(subscriber) for subscriber in subscribers],
        "deliveries": [_delivery(delivery) for delivery in deliveries],
    }


def erase(address: str) -> int:
    """Remove an address from everywhere; return how many rows held it.

    Deliveries stay, without the address and what the mail server said of it, for their numbers.
    So do the entries in the history of the admin: who did something then, but not to whom.
    """
    with transaction.atomic():
        _blur_history(address)
        deliveries = Delivery.objects.of_address(address)
        waiting = deliveries.in_state(DeliveryState.WAITING)
        waiting.update(state=DeliveryState.SKIPPED)
        count = deliveries.update(address=None, error="")
        subscribers = Subscriber.objects.of_address(address)
        count += subscribers.count()
        subscribers.delete()
    return count


def _blur_history(address: str) -> None:
    """Take an address out of the admin's history of its rows, also of those that are gone."""
    spellings = {address, normal_address(address)}
    for model in (Subscriber, Delivery):
        rows = dict(model.objects.of_address(address).values_list("pk", "address"))
        told = Q(object_id__in=list(map(str, rows)))
        for spelling in spellings | set(rows.values()):
            told |= Q(object_repr__iexact=spelling[:200])  # as long as the history keeps it
        entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model))
        entries.filter(told).update(object_repr=gettext("erased"), change_message="")


def _subscription(subscriber: Subscriber) -> dict[str, Any]:
    return {
        "address": subscriber.address,
        "series": subscriber.series,
        "edition": subscriber.edition,
        "state": subscriber.state,
        "asked_at": _moment(subscriber.asked_at),
        "confirmed_at": _moment(subscriber.confirmed_at),
        "unsubscribed_at": _moment(subscriber.unsubscribed_at),
        "bounced_at": _moment(subscriber.bounced_at),
    }


def _delivery(delivery: Delivery) -> dict[str, Any]:
    return {
        "issue": str(delivery.mailing.issue),
        "edition": delivery.mailing.edition,
        "state": delivery.state,
        "changed_at": _moment(delivery.changed_at),
        "answer": delivery.error,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
