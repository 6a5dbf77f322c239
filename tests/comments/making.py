"""What readers and moderators do with comments, for tests."""

from datetime import timedelta
from typing import Any

import time_machine
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.comments.models import Comment, CommentRules, ModerationEntry
from nejat.editions.registry import CODES
from nejat.guard.stamps import new_stamp

QUEUE = "/admin/comments/comment/"


def form(**fields: Any) -> dict[str, Any]:
    """Return what a browser sends for a form of comments that was shown five seconds ago."""
    values = {"author_name": "مینا", "body": "سپاس.", "author_email": "", "website": ""}
    return {**values, "stamp": stamp(), **fields}


def stamp(seconds: float = 5) -> str:
    """Return the stamp of a form that was shown so many seconds ago."""
    with time_machine.travel(timezone.now() - timedelta(seconds=seconds)):
        return new_stamp()


def say(
    client: Client, work: Article, code: str = "fa", *, sender: str = "203.0.113.9", **fields: Any
) -> HttpResponse:
    """Send the form of an article from an IP address."""
    return client.post(f"/{code}/comment/article/{work.pk}/", form(**fields), REMOTE_ADDR=sender)


def answer(client: Client, to: Comment, **fields: Any) -> HttpResponse:
    """Send the form below a comment."""
    return client.post(f"/{to.edition}/comment/{to.pk}/answer/", form(**fields))


def report(
    client: Client, of: Comment, *, sender: str = "203.0.113.9", **fields: Any
) -> HttpResponse:
    """Send the form with which a reader objects to a comment."""
    values = {"reason": "insult", "note": "", "website": "", "stamp": stamp(), **fields}
    return client.post(f"/{of.edition}/comment/{of.pk}/report/", values, REMOTE_ADDR=sender)


def decide(client: Client, action: str, *comments: Comment, **fields: str) -> HttpResponse:
    """Choose an action for comments in the queue, as staff."""
    chosen = {"action": action, "_selected_action": [comment.pk for comment in comments]}
    return client.post(QUEUE, {**chosen, **fields})


def rules(code: str = "fa", **fields: Any) -> CommentRules:
    """Return the saved rules of an edition."""
    saved = CommentRules.objects.create(edition=code, **fields)
    cache.clear()  # as the commit would, which most tests never come to
    return saved


def states() -> list[str]:
    """Return where all comments stand, in the order in which they came."""
    return list(Comment.objects.order_by("pk").values_list("state", flat=True))


def log(*names: str) -> list[tuple]:
    """Return these columns of the whole log, from its beginning."""
    return list(ModerationEntry.objects.order_by("pk").values_list(*names))


def counts(work: Article) -> list[int]:
    """Return how many comments its cards name, in each edition."""
    work.refresh_from_db()
    return [work.get_in("comment_count", code) for code in CODES]


def parsed(response: HttpResponse) -> LexborHTMLParser:
    """Return a page as a tree."""
    return LexborHTMLParser(response.content.decode())
