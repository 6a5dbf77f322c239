"""Readers and moderators who act in the same moment."""

from collections.abc import Callable
from itertools import pairwise
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client

from nejat.comments.models import Comment, ModerationEntry
from tests.comments.making import counts, form, log, states
from tests.factories import make_article, make_comment

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory has one writer"),
]


def at_once(*deeds: Callable[[], object]) -> list:
    """Do all of these in threads that start together; return what each gave or raised."""
    start, found = Barrier(len(deeds)), [None] * len(deeds)

    def run(place: int) -> None:
        start.wait()
        try:
            found[place] = deeds[place]()
        except Exception as error:
            found[place] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[place]) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_approvals_of_one_comment_are_one_decision():
    work = make_article("fa")
    comment = make_comment(work)
    held = [Comment.objects.get(pk=comment.pk) for _ in range(6)]

    entries = at_once(*(same.approve for same in held))

    assert sum(isinstance(entry, ModerationEntry) for entry in entries) == 1
    assert entries.count(None) == 5
    assert log("from_state", "to_state") == [("waiting", "approved")]
    assert counts(work) == [0, 0, 1, 0]


def test_many_approvals_under_one_article_are_all_counted():
    work = make_article("fa")
    comments = [make_comment(work) for _ in range(8)]

    at_once(*(comment.approve for comment in comments))

    assert states() == ["approved"] * 8
    assert counts(work) == [0, 0, 8, 0]


def test_an_approval_and_a_rejection_leave_a_count_that_is_right():
    work = make_article("fa")
    comment = make_comment(work)
    twin = Comment.objects.get(pk=comment.pk)

    at_once(comment.approve, twin.mark_spam)

    first, second = log("from_state", "to_state")
    assert (first[0], first[1]) == ("waiting", second[0])
    assert states() == [second[1]]
    assert counts(work) == [0, 0, int(second[1] == "approved"), 0]


def test_undoing_and_deciding_anew_leave_a_log_without_a_gap():
    work = make_article("fa")
    comment = make_comment(work)
    user = User.objects.create_superuser("sara")
    entry = comment.mark_spam(by=user)
    twin = Comment.objects.get(pk=comment.pk)

    at_once(lambda: comment.take_back(entry, by=user, batch=entry.batch), twin.approve)

    steps = log("from_state", "to_state")
    assert all(former[1] == later[0] for former, later in pairwise(steps))
    assert states() == [steps[-1][1]]


def test_a_button_pressed_twice_sends_one_comment():
    work = make_article("fa")
    values = form()

    def press() -> int:
        return Client().post(f"/fa/comment/article/{work.pk}/", values).status_code

    assert sorted(at_once(press, press, press)) == [302, 409, 409]
    assert states() == ["waiting"]


def test_answering_and_deciding_on_what_is_answered_do_not_block_each_other():
    work = make_article("fa")
    comment = make_comment(work, state="approved")
    values = form()

    def answer() -> int:
        path = f"/fa/comment/{comment.pk}/answer/"
        return Client().post(path, {**values, "body": "پاسخ"}).status_code

    found = at_once(answer, comment.mark_spam)

    assert found[0] in (302, 410)
    assert isinstance(found[1], ModerationEntry)
