"""Threads of comments."""

from collections.abc import Iterable

from nejat.comments.models import Comment

DEEPEST = 5


def thread(comments: Iterable[Comment]) -> list[Comment]:
    """Return the comments that answer none, each with its `shown_answers`, five levels deep.

    An answer deeper than that stands on the fifth level; one whose comment is hidden, or comes
    only after it, stands by itself, so that nobody's words are lost.
    """
    shown: dict[int, Comment] = {}
    levels: dict[int, int] = {}
    top = []
    for comment in comments:
        comment.shown_answers = []
        parent = shown.get(comment.parent_id)
        while parent and levels[parent.pk] == DEEPEST - 1:
            parent = shown.get(parent.parent_id)
        levels[comment.pk] = levels[parent.pk] + 1 if parent else 0
        (parent.shown_answers if parent else top).append(comment)
        shown[comment.pk] = comment
    return top
