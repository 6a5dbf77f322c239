"""What is held about an address, and its removal."""

from typing import Any

from django.db import transaction

from nejat.contact.models import Message
from nejat.outbox import held as outbox


def held_about(address: str) -> dict[str, Any]:
    """Return every message from an address, in values that JSON has.

    Also the mails to it and about it that stand in the outbox, whichever room posted them.
    """
    messages = Message.objects.of_address(address).order_by("pk")
    return {
        "address": address,
        "messages": [_message(message) for message in messages],
        "outgoing_mails": outbox.held_about(address),
    }


def erase(address: str) -> int:
    """Delete all messages from an address, and the mails to it and about it in the outbox.

    Return how many rows that were.
    """
    with transaction.atomic():
        messages = Message.objects.of_address(address)
        count = messages.count()
        messages.delete()
        return count + outbox.erase(address)


def _message(message: Message) -> dict[str, Any]:
    return {
        "edition": message.edition,
        "written_at": message.created_at.isoformat(),
        "name": message.name,
        "e-mail": message.email,
        "subject": message.subject,
        "text": message.text,
        "state": message.state,
        "suspicion": message.suspicion,
        "sender": message.sender,
    }
