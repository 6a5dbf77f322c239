"""Contact details, messages and forms for tests."""

from datetime import timedelta
from typing import Any

import time_machine
from django.utils import timezone

from nejat.contact.models import ContactDetails, Message
from nejat.editions.registry import CODES
from nejat.guard.stamps import new_stamp

WRITTEN = {
    "name": "مینا",
    "email": "mina@example.org",
    "subject": "پرسش دربارهٔ نامه",
    "text": "سلام\nWhere are you?",
}


def make_details(**fields: Any) -> ContactDetails:
    """Return saved details in which each edition has an office of its own that gets mail."""
    defaults = {f"recipients_{code}": f"office-{code}@example.org" for code in CODES}
    details = ContactDetails(**{**defaults, **fields})
    details.clean()
    details.save()
    return details


def make_message(**fields: Any) -> Message:
    """Return a saved message from the Persian edition."""
    return Message.objects.create(**{"edition": "fa", **WRITTEN, **fields})


def form(**fields: str) -> dict[str, str]:
    """Return what a browser sends of a form that was shown a minute ago."""
    with time_machine.travel(timezone.now() - timedelta(minutes=1)):
        stamp = new_stamp()
    return {**WRITTEN, "website": "", "stamp": stamp, **fields}
