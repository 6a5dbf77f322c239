"""Threads of comments, two levels deep."""

from collections.abc import Iterable, Mapping

from articles.models import Article
from nejat.comments.models import Comment
from nejat.paging import KeysetPage, keyset_page

THREADS_A_PAGE = 100


def thread_page(article: Article, code: str, params: Mapping[str, str]) -> KeysetPage:
    """Return the newest threads under an article, or those beside them that `params` asks for.

    They stand in the order in which they were written. Where all find room that costs one query,
    else three. Raises BadCursor.
    """
    comments = Comment.objects.under(article, code).approved()
    if article.get_in("comment_count", code) <= THREADS_A_PAGE:
        return KeysetPage(thread(comments))
    below = {top.pk: top.shown_answers for top in thread(comments.only("created_at", "parent"))}
    tops = comments.filter(pk__in=below)
    page = keyset_page(tops, "created_at", params, size=THREADS_A_PAGE)
    answers = [answer.pk for top in page.entries for answer in below[top.pk]]
    shown = [*page.entries, *comments.filter(pk__in=answers)]
    shown.sort(key=lambda comment: (comment.created_at, comment.pk))
    return KeysetPage(thread(shown), page.older, page.newer)


def thread(comments: Iterable[Comment]) -> list[Comment]:
    """Return the comments that answer none, each with its `shown_answers` in their order.

    An answer to an answer stands beside it. One whose comment is hidden, or comes only after it,
    stands by itself, so that nobody's words are lost.
    """
    tops: dict[int, Comment] = {}
    thread = []
    for comment in comments:
        comment.shown_answers = []
        top = tops.get(comment.parent_id)
        (top.shown_answers if top else thread).append(comment)
        tops[comment.pk] = top or comment
    return thread
