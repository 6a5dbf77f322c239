"""Questions to ask of comments, of the log of their moderation and of bans."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any, NoReturn, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from nejat.comments.states import CommentState
from nejat.outbox.addresses import normal_address

UNDO_WITHIN = timedelta(days=1)


class CommentQuerySet(QuerySet):
    """Comments, by what they stand under and by where they stand."""

    def approved(self) -> Self:
        """Comments that readers see."""
        return self.filter(state=CommentState.APPROVED)

    def under(self, work: Model, code: str) -> Self:
        """Comments on a work in one edition, oldest first."""
        kind = ContentType.objects.get_for_model(work)
        return self.filter(content_type=kind, object_id=work.pk, edition=code).order_by(
            "created_at", "pk"
        )

    def to_decide(self) -> Self:
        """Those that a moderator has to look at."""
        return self.filter(Q(state=CommentState.WAITING) | Q(is_reported=True))

    def in_edition(self, code: str) -> Self:
        """Those under works of one edition."""
        return self.filter(edition=code)

    def since(self, moment: datetime) -> Self:
        """Those that were written, appealed or reported after `moment`."""
        appealed, reported = Q(appealed_at__gt=moment), Q(reports__created_at__gt=moment)
        return self.filter(Q(created_at__gt=moment) | appealed | reported)

    def from_sender(self, sender: str, code: str) -> Self:
        """Those that came from one network and are young enough for that to be known."""
        return self.filter(sender=sender, edition=code).exclude(sender="")

    def of_address(self, address: str) -> Self:
        """All comments with an e-mail address, however it is written."""
        spellings = {address.strip(), normal_address(address)} - {""}
        nobody = Q(pk__in=())
        return self.filter(reduce(or_, (Q(author_email__iexact=s) for s in spellings), nobody))

    def with_old_sender(self, moment: datetime) -> Self:
        """Those written before `moment` of which it is still known whence they came."""
        return self.filter(created_at__lt=moment).exclude(sender="")

    def old_spam(self, moment: datetime) -> Self:
        """Spam written before `moment`."""
        return self.filter(state=CommentState.SPAM, created_at__lt=moment)

    def answered(self) -> Self:
        """Those that have answers, in whatever state, which would go with them."""
        return self.filter(Exists(self.model.objects.filter(parent=OuterRef("pk"))))

    def unanswered(self) -> Self:
        """Those without answers."""
        return self.filter(~Exists(self.model.objects.filter(parent=OuterRef("pk"))))


class AppendOnly(TypeError):
    """The log of moderation is written to, and never changed."""


class ModerationQuerySet(QuerySet):
    """Entries of the log, which stay as they were written but for words that are erased."""

    def undoable_by(self, user: Model) -> Self:
        """What a moderator decided in the last day and nobody touched since, the newest first."""
        newer = self.model.objects.filter(comment=OuterRef("comment"), pk__gt=OuterRef("pk"))
        return (
            self.filter(
                ~Exists(newer),
                user=user,
                undoes__isnull=True,
                at__gt=timezone.now() - UNDO_WITHIN,
                comment__state=F("to_state"),
            )
            .exclude(from_state="")
            .order_by("-pk")
        )

    def forget_notes(self) -> int:
        """Empty their notes, which may quote words that are erased: all that ever changes."""
        return super().update(note="")

    def update(self, **values: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class BanQuerySet(QuerySet):
    """Senders and addresses that may not write for a time."""

    def current(self) -> Self:
        """Those that have not ended."""
        return self.filter(until__gt=timezone.now())

    def ended(self) -> Self:
        """Those that are over."""
        return self.filter(until__lte=timezone.now())
