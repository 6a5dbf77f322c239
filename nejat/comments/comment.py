"""A comment: one reader's words, and the decisions that bring it from state to state."""

import re
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from nejat.comments.bans import Ban, ban
from nejat.comments.letters import tell_answered, tell_approved, tell_rejected
from nejat.comments.moderation import DELETED, ModerationEntry
from nejat.comments.querysets import CommentQuerySet
from nejat.comments.rules import rules_of
from nejat.comments.states import CommentState
from nejat.editions.registry import EDITION_CHOICES
from nejat.editorial.columns import column, translated_fields

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of text, also of what stands around it."""


class Comment(models.Model):
    """One reader's words under one work in one edition. Their IP address is not kept.

    `sender` is a short salted hash of the network it came from, which `tidy_comments` erases.
    """

    State = CommentState

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    work = GenericForeignKey()
    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("answer to"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="answers",
    )
    author_name = models.CharField(_("name"), max_length=200, blank=True)
    author_email = models.EmailField(_("e-mail"), blank=True)
    author_address = models.URLField(_("site"), max_length=500, blank=True)
    body = models.TextField(_("comment"))
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    sender = models.CharField(max_length=16, blank=True, editable=False)
    wants_answers = models.BooleanField(_("is told of answers"), default=False, editable=False)
    is_staff = models.BooleanField(_("by the staff"), default=False, editable=False)
    is_pick = models.BooleanField(
        _("editor's pick"), default=False, help_text=_("Readers see a mark beside it.")
    )
    is_reported = models.BooleanField(_("reported"), default=False, editable=False)
    appealed_at = models.DateTimeField(_("asked to look again at"), null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [("moderate_comment", "Can moderate comments")]
        indexes = [
            models.Index(
                fields=["content_type", "object_id", "edition", "created_at"],
                name="comment_under_work",
            ),
            models.Index(fields=["state", "-created_at"], name="comment_state"),
            models.Index(
                fields=["sender"], condition=~models.Q(sender=""), name="comment_of_sender"
            ),
            models.Index(
                fields=["edition"], condition=models.Q(is_reported=True), name="comment_reported"
            ),
        ]

    def __str__(self) -> str:
        """Who said it and the first words, which run as the name does; of an erased one a number.

        It names a person, so nothing may keep it longer than the comment.
        """
        name, words = _short(self.author_name), _short(self.body)
        if not name and not words:
            return f"{self._meta.verbose_name} {self.pk}"
        if name and words:
            return f"\u2068{name}: \u2068{words}\u2069\u2069"
        return f"\u2068{name or words}\u2069"

    @property
    def path(self) -> str:
        """Its address in its edition, without scheme and host; of a work that is gone, nothing."""
        return f"{self.work.url_in(self.edition)}#comment-{self.pk}" if self.work else ""

    def arrive(self, state: str, **words: Any) -> None:
        """Store it in its first state; `words` are the `user`, `reason` and `note` of the entry."""
        with transaction.atomic():
            self.state = state
            self.save()
            self._log("", **words)
            self._tell_work()
            if state == self.State.APPROVED:
                tell_answered(self)

    def approve(self, **decision: Any) -> ModerationEntry | None:
        """Show it to readers and count it on its work; see `move` for what may be said of it."""
        with transaction.atomic():
            is_first = not self.entries.filter(to_state=self.State.APPROVED).exists()
            entry = self.move(self.State.APPROVED, **decision)
            if entry and is_first and entry.from_state != self.State.APPROVED:
                tell_approved(self)
                tell_answered(self)
        return entry

    def reject(self, **decision: Any) -> ModerationEntry | None:
        """Hide it from readers and from the count of its work, and tell its author why."""
        with transaction.atomic():
            entry = self.move(self.State.REJECTED, **decision)
            if entry:
                tell_rejected(self, entry)
        return entry

    def mark_spam(self, **decision: Any) -> ModerationEntry | None:
        """Hide it from readers, and tell nobody."""
        return self.move(self.State.SPAM, **decision)

    def ban(self, **decision: Any) -> ModerationEntry | None:
        """Call it spam, and take nothing from its sender and its e-mail address for a time."""
        with transaction.atomic():
            entry = self.move(self.State.SPAM, anew=True, **decision)
            if entry:
                ban(self.sender, self.author_email, entry, rules_of(self.edition).ban_days)
        return entry

    def move(
        self, state: str, *, by: AbstractBaseUser | None = None, anew: bool = False, **words: Any
    ) -> ModerationEntry | None:
        """Bring it into a state, which settles its reports; return the entry in the log.

        `words` are the `reason`, `note` and `batch` of the entry. None when it is gone, or stands
        there already with no open report, unless it is decided `anew`. Of two who decide at once,
        the second waits for the first.
        """
        with transaction.atomic():
            former = self._locked()
            if former is None:
                return None
            if former.state == state and not former.is_reported and not anew:
                return None
            self.state, self.is_reported = state, False
            self.save(update_fields=["state", "is_reported"])
            entry = self._log(former.state, user=by, **words)
            self.reports.filter(settled_by__isnull=True).update(settled_by=entry)
            self._tell_work()
        return entry

    def take_back(self, entry: ModerationEntry, *, by: AbstractBaseUser, batch: object) -> bool:
        """Bring it back to where it stood before a decision, with its reports and without its bans.

        False when somebody decided since, or it is gone.
        """
        with transaction.atomic():
            if self._locked() is None or self.entries.order_by("-pk").first() != entry:
                return False
            self.reports.filter(settled_by=entry).update(settled_by=None)
            Ban.objects.filter(entry=entry).delete()
            self.state = entry.from_state
            self._weigh_reports()
            self.save(update_fields=["state", "is_reported"])
            self._log(entry.to_state, user=by, batch=batch, undoes=entry)
            self._tell_work()
        return True

    def note_report(self) -> None:
        """Bring it back to the moderators if there are enough open reports; it stays visible."""
        with transaction.atomic():
            self._locked()
            self._weigh_reports()
            self.save(update_fields=["is_reported"])

    def delete(
        self, *args: Any, by: AbstractBaseUser | None = None, **kwargs: Any
    ) -> tuple[int, dict[str, int]]:
        """Delete it with its answers, and theirs; the log keeps a line of each."""
        with transaction.atomic():
            if self._locked() is None:
                return 0, {}
            for comment in reversed(self._with_answers()):
                former, comment.state = comment.state, DELETED
                comment._log(former, user=by)
            deleted = super().delete(*args, **kwargs)
            self._tell_work()
        return deleted

    def _with_answers(self) -> "list[Comment]":
        """The comment, then what goes with it: its answers, their answers, and so on."""
        found = [self]
        known = {self.pk}
        while below := Comment.objects.filter(parent__in=found).exclude(pk__in=known):
            found += below
            known |= {comment.pk for comment in below}
        return found

    def _locked(self) -> "Comment | None":
        """Its state as it is stored; nobody else changes it until the transaction ends."""
        mine = Comment.objects.filter(pk=self.pk).only("state", "is_reported")
        return mine.select_for_update(no_key=True).first()

    def _weigh_reports(self) -> None:
        count = self.reports.filter(settled_by__isnull=True).count()
        self.is_reported = bool(count) and count >= rules_of(self.edition).reports_needed

    def _log(self, former: str, **words: Any) -> ModerationEntry:
        return ModerationEntry.objects.create(
            comment_id=self.pk, from_state=former, to_state=self.state, **words
        )

    def _tell_work(self) -> None:
        """Keep the number of approved comments on the work, when its kind has a place for it."""
        kind = self.content_type.model_class()
        if "comment_count" not in translated_fields(kind):
            return
        works = kind.objects.filter(pk=self.object_id)
        # Two moderators may act at once: the second counts after the first has finished.
        list(works.select_for_update().values_list("pk"))
        seen = Comment.objects.approved().filter(
            content_type=self.content_type, object_id=self.object_id, edition=self.edition
        )
        works.update(**{column("comment_count", self.edition): seen.count()})


def _short(text: str) -> str:
    return Truncator(" ".join(TURNING.sub("", text).split())).chars(40)
