"""What the outbox holds about an address, and its removal."""

from typing import Any

from nejat.outbox.models import OutgoingMail


def held_about(address: str) -> list[dict[str, Any]]:
    """Return the mails to an address, and those whose answers go there, in values JSON has."""
    return [_mail(mail) for mail in OutgoingMail.objects.about(address).order_by("pk")]


def erase(address: str) -> int:
    """Delete the mails to an address, and those whose answers go there; return how many.

    Those that wait are not sent any more.
    """
    _all, counts = OutgoingMail.objects.about(address).delete()
    return counts.get(OutgoingMail._meta.label, 0)


def _mail(mail: OutgoingMail) -> dict[str, Any]:
    return {
        "to": mail.recipient,
        "answers_go_to": mail.reply_to,
        "subject": mail.subject,
        "text": mail.text,
        "state": mail.state,
        "stored_at": mail.created_at.isoformat(),
    }
