"""The mails about comments: to moderators what waits, to authors what became of their words.

Each is in the language of the comment's edition. What people wrote is quoted and keeps its own
direction; the lines around it run as the edition does.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from nejat.comments import links
from nejat.comments.moderation import ModerationEntry
from nejat.comments.rules import claim_notice
from nejat.editions.registry import get_edition
from nejat.editions.templatetags.editions import edition_number
from nejat.outbox.addresses import normal_address
from nejat.outbox.posting import post
from nejat.text import directed

if TYPE_CHECKING:
    from nejat.comments.comment import Comment

STILL_NEWS = timedelta(days=30)
"""Who wrote longer ago, perhaps on the site before this one, hears nothing of its fate."""
QUOTED = ">"
SUBJECTS = {
    "moderators": _("Comments that wait: %(number)s"),
    "approved": _("Your comment is shown: %(title)s"),
    "rejected": _("Your comment is not shown: %(title)s"),
    "answered": _("Somebody has answered you: %(title)s"),
}

logger = logging.getLogger(__name__)


def tell_moderators(code: str, count: int) -> None:
    """Tell those whom the rules of an edition name how many comments wait, once an hour at most."""
    if not count or not links.can_link():
        return
    if addresses := claim_notice(code):
        with translation.override(code):
            number = edition_number(count)
        link = links.queue_link(code)
        _write(addresses, code, "moderators", count=count, number=number, link=link)


def tell_approved(comment: Comment) -> None:
    """Tell its author that readers see it."""
    if _is_news(comment):
        _tell_author(comment, "approved")


def tell_rejected(comment: Comment, entry: ModerationEntry) -> None:
    """Tell its author that readers do not see it, why, and how to ask once to look again."""
    if _is_news(comment):
        appeal = "" if comment.appealed_at else links.appeal_link(comment.pk, comment.edition)
        _tell_author(comment, "rejected", entry=entry, appeal=appeal)


def tell_answered(answer: Comment) -> None:
    """Tell the author of what it answers, if that author asked for it and is another one."""
    asked = answer.parent
    if asked is None or not asked.wants_answers or asked.state != asked.State.APPROVED:
        return
    if normal_address(asked.author_email) != normal_address(answer.author_email):
        quiet = links.quiet_link(asked.pk, asked.edition)
        _tell_author(asked, "answered", answer=answer, quiet=quiet)


def _is_news(comment: Comment) -> bool:
    return comment.created_at > timezone.now() - STILL_NEWS


def _tell_author(comment: Comment, name: str, **context: Any) -> None:
    work = comment.work
    if work is None or not comment.author_email or not links.can_link():
        return
    context |= {
        "comment": comment,
        "title": work.get_in("title", comment.edition),
        "link": links.absolute((context.get("answer") or comment).path),
    }
    _write([comment.author_email], comment.edition, name, **context)


def _write(addresses: list[str], code: str, name: str, **context: Any) -> None:
    with translation.override(code):
        subject = SUBJECTS[name] % context
        text = render_to_string(f"comments/mail/{name}.txt", context)
        try:
            post(addresses, subject, _directed(text, get_edition(code).direction))
        except ValidationError:  # an address that came with an import
            logger.warning("A mail about a comment has an address that is none.")


def _directed(text: str, direction: str) -> str:
    """The lines of ours in the edition's direction; those quoted as they are."""
    lines = text.strip().split("\n")
    return "\n".join(
        line if line.startswith(QUOTED) else directed(line, direction) for line in lines
    )
