"""What readers do with comments: write, report, ask to look again."""

import re
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from nejat.comments.bans import banned_until
from nejat.comments.letters import tell_moderators
from nejat.comments.models import Comment, CommentRules, Report
from nejat.comments.rules import rules_of
from nejat.comments.states import REFUSED, Cause, CommentState
from nejat.comments.words import WordList, listed_words
from nejat.outbox.addresses import normal_address
from nejat.text import fold

LINK = re.compile(r"(?:https?://|www\.)\S+|<a\s|\[url|(?<![\w.-])[\w-]+(?:\.[\w-]+)+/\S*", re.I)
COMPARED = 100
"""How many comments of one sender, the newest, a new one is compared with."""


class Refused(Exception):
    """A comment that is not taken; the words say kindly why."""

    def __init__(self, words: str | Promise, status: int) -> None:
        super().__init__(words)
        self.words, self.status = words, status


def is_open(article: Article, code: str) -> bool:
    """Say whether readers of the edition may comment on an article they see."""
    rules = rules_of(code)
    published_at = article.get_in("published_at", code)
    if not (article.comments_open and rules.is_open and article.is_published_in(code)):
        return False
    return not rules.has_closed(published_at)


def post_comment(work: Model, code: str, sender: str, **values: Any) -> Comment:
    """Store a reader's comment where the rules and lists say: shown, waiting or spam.

    Raises Refused for a sender or an address that is banned, and for what was said already.
    """
    comment = Comment(work=work, edition=code, sender=sender, **values)
    if banned_until(sender, comment.author_email):
        raise Refused(_("Comments from you are not taken at present."), 429)
    listed = listed_words(f"{comment.author_name}\n{comment.body}", code)
    with transaction.atomic():
        # Locked, so that of a button pressed twice the second finds the first one's comment.
        list(type(work).objects.filter(pk=work.pk).select_for_update().values_list("pk"))
        former = list(Comment.objects.from_sender(sender, code).order_by("-pk")[:COMPARED])
        said = fold(comment.body, code)
        if any(fold(other.body, code) == said for other in former):
            raise Refused(_("You have sent these words already. They wait, or were seen."), 409)
        state, words = _judge(comment, former, listed)
        comment.arrive(state, **words)
        if state == CommentState.WAITING:
            tell_of_waiting(code)
    return comment


def report_comment(comment: Comment, sender: str, **words: str) -> None:
    """Store a reader's objection; enough of them bring the comment back to the moderators."""
    try:
        with transaction.atomic():
            Report.objects.create(comment=comment, sender=sender, **words)
    except IntegrityError:  # the same sender objected before
        return
    comment.note_report()
    if comment.is_reported:
        tell_of_waiting(comment.edition)


def appeal_for(comment: Comment) -> bool:
    """Bring a rejected comment back to the moderators, once; False when that cannot be."""
    with transaction.atomic():
        mine = Comment.objects.filter(pk=comment.pk, state=CommentState.REJECTED)
        asked = mine.filter(appealed_at__isnull=True).update(appealed_at=timezone.now())
        if asked:
            comment.move(CommentState.WAITING, reason=Cause.APPEAL)
            tell_of_waiting(comment.edition)
    return bool(asked)


def _judge(
    comment: Comment, former: list[Comment], listed: dict[str, list[str]]
) -> tuple[str, dict[str, str]]:
    """Return the first state of a comment, and what the log says of it."""
    links = len(LINK.findall(f"{comment.author_name}\n{comment.body}"))
    lines = (line for of_effect in listed.values() for line in of_effect)
    words = {"reason": Cause.WORDS, "note": ", ".join(lines)[:300]}
    if WordList.Effect.SPAM in listed:
        return CommentState.SPAM, words
    if listed:
        return CommentState.WAITING, words
    if links > rules_of(comment.edition).links_allowed:
        return CommentState.WAITING, {"reason": Cause.LINKS, "note": str(links)}
    if _is_trusted(comment, former):
        return CommentState.APPROVED, {"reason": Cause.TRUSTED}
    return CommentState.WAITING, {}


def _is_trusted(comment: Comment, former: list[Comment]) -> bool:
    """Whether moderators approved enough of this author, and refused nothing from this sender.

    An e-mail address is no proof: whoever knows one can type it. So it counts only together with
    the network it was used from, while that is known. Whoever moves on is a stranger again.
    """
    needed = rules_of(comment.edition).trusted_after
    address = normal_address(comment.author_email)
    if not needed or not address or any(c.state in REFUSED or c.is_reported for c in former):
        return False
    approved = (c for c in former if c.state == CommentState.APPROVED)
    return sum(normal_address(c.author_email) == address for c in approved) >= needed


def tell_of_waiting(code: str) -> None:
    """Tell the moderators of an edition how many comments wait, unless they were told just now."""
    tell_moderators(code, Comment.objects.in_edition(code).to_decide().count())


def remind_of_waiting(code: str) -> None:
    """Tell the moderators of what came since their last mail, when the hour after it is over."""
    rules = CommentRules.objects.filter(edition=code, notified_at__isnull=False).first()
    if rules and Comment.objects.in_edition(code).to_decide().since(rules.notified_at).exists():
        tell_of_waiting(code)
