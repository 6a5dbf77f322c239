"""Mails of the outbox for tests."""

from typing import Any

from nejat.outbox.models import OutgoingMail


def make_mail(recipient: str = "office@example.org", **fields: Any) -> OutgoingMail:
    """Return a stored mail that waits to be sent."""
    defaults = {"subject": "Question", "text": "Where are you?"}
    return OutgoingMail.objects.create(recipient=recipient, **{**defaults, **fields})


def states() -> dict[str, str]:
    """Return where the mail to each address stands."""
    return dict(OutgoingMail.objects.order_by("pk").values_list("recipient", "state"))
