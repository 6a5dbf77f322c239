"""Threads of comments."""

from collections.abc import Iterable

from nejat.comments.models import Comment

DEEPEST = 5


def thread(comments: Iterable[Comment]) -> list[Comment]:
    """Return the comments that answer none, each with its `shown_answers`, five levels deep.

    An answer deeper than that stands on the fifth level; one whose comment is hidden stands
    by itself, so that nobody's words are lost.
    """
    shown = {comment.pk: comment for comment in comments}
    levels: dict[int, int] = {}
    top = []
    for comment in shown.values():
        comment.shown_answers = []
        parent = shown.get(comment.parent_id)
        while parent and levels.get(parent.pk, 0) >= DEEPEST - 1:
            parent = shown.get(parent.parent_id)
        levels[comment.pk] = levels.get(parent.pk, 0) + 1 if parent else 0
        (parent.shown_answers if parent else top).append(comment)
    return top
