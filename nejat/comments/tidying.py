"""What is forgotten after a time: whence comments came, spam, bans that are over."""

from django.db import transaction
from django.utils import timezone

from nejat.comments.bans import Ban
from nejat.comments.held import NOBODY
from nejat.comments.models import Comment, Report
from nejat.guard.keeping import SENDERS_KEPT, SPAM_KEPT


def tidy(*, dry_run: bool = False) -> dict[str, int]:
    """Forget what is old, with `dry_run` only count it; return how many rows of what."""
    now = timezone.now()
    with transaction.atomic():
        comments = Comment.objects.with_old_sender(now - SENDERS_KEPT)
        reports = Report.objects.filter(created_at__lt=now - SENDERS_KEPT).exclude(sender="")
        spam = Comment.objects.old_spam(now - SPAM_KEPT)
        bans = Ban.objects.ended()
        tidied = {
            "Senders forgotten": comments.count() + reports.count(),
            "Spam deleted": spam.unanswered().count(),
            "Names in answered spam forgotten": spam.answered().exclude(**NOBODY).count(),
            "Bans over": bans.count(),
        }
        if not dry_run:
            bans.delete()
            spam.unanswered().delete()
            spam.answered().update(**NOBODY)
            comments.update(sender="")
            reports.update(sender="")
    return tidied
