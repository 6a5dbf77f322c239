"""Subscribers and mailings for tests."""

from typing import Any

from django.utils import timezone

from nejat.subscriptions.models import Delivery, Mailing, Subscriber
from publications.models import Issue
from tests.factories import make_issue


def make_subscriber(address: str = "mina@example.org", **fields: Any) -> Subscriber:
    """Return a saved, confirmed subscriber of the Persian newsletter."""
    moments = {"asked_at": timezone.now(), "confirmed_at": timezone.now()}
    defaults = {"series": "newsletter", "edition": "fa", "state": "confirmed", **moments}
    return Subscriber.objects.create(address=address, **{**defaults, **fields})


def make_mailing(*addresses: str, issue: Issue | None = None, edition: str = "fa") -> Mailing:
    """Return an issue that waits to be sent to these subscribers, who are made."""
    for address in addresses:
        make_subscriber(address, edition=edition)
    mailing = Mailing(issue=issue or make_issue(edition), edition=edition)
    mailing.queue()
    return mailing


def states() -> dict[str | None, str]:
    """Return where the mail to each address stands."""
    return dict(Delivery.objects.order_by("pk").values_list("address", "state"))
