"""What is forgotten after a time: whence messages came, and spam."""

from django.db import transaction
from django.utils import timezone

from nejat.contact.models import Message
from nejat.guard.keeping import SENDERS_KEPT, SPAM_KEPT


def tidy(*, dry_run: bool = False) -> dict[str, int]:
    """Forget what is old, with `dry_run` only count it; return how many rows of what."""
    now = timezone.now()
    with transaction.atomic():
        known = Message.objects.with_old_sender(now - SENDERS_KEPT)
        spam = Message.objects.old_spam(now - SPAM_KEPT)
        tidied = {"Senders forgotten": known.count(), "Spam deleted": spam.count()}
        if not dry_run:
            spam.delete()
            known.update(sender="")
    return tidied
