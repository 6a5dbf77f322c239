"""Moderators are told what became of what they chose, in the language they work in."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.utils import translation

from nejat.comments.models import Ban, Comment
from tests.comments.making import QUEUE, decide, parsed, rules, say
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 7, 26, 12, tzinfo=UTC)
NOTHING = ["warning Nothing has changed: it stood there already, or is gone."]


@pytest.fixture
def work():
    return make_article("fa")


def _told(client) -> list[str]:
    """What the next page tells, each with its level."""
    lines = parsed(client.get(QUEUE)).css(".messagelist li")
    return [f"{line.attributes['class']} {line.text(strip=True)}" for line in lines]


def _undo(client) -> list[str]:
    client.post(f"{QUEUE}undo/")
    return _told(client)


@pytest.mark.parametrize(
    ("action", "done", "undone"),
    [
        ("approve", "Approved: 2", "Approval taken back: 2"),
        ("reject", "Rejected: 2", "Rejection taken back: 2"),
        ("mark_spam", "Spam: 2", "Spam taken back: 2"),
    ],
)
def test_what_was_decided_and_taken_back_is_named_and_counted(
    admin_client, work, action, done, undone
):
    decide(admin_client, action, make_comment(work), make_comment(work), reason="insult")

    assert _told(admin_client) == [f"success {done}"]
    assert _undo(admin_client) == [f"success {undone}"]
    assert _undo(admin_client) == ["warning There is nothing to take back."]


def test_a_decision_that_changes_nothing_says_so(admin_client, work):
    decide(admin_client, "approve", make_comment(work, state="approved"))

    assert _told(admin_client) == NOTHING


def test_a_ban_says_until_when(admin_client, client, work):
    rules(ban_days=30)
    with time_machine.travel(NOON):
        say(client, work, author_email="mina@example.org")
        admin_client.force_login(User.objects.get())
        decide(admin_client, "ban", Comment.objects.get())

        assert _told(admin_client) == ["success Banned: 1, until August 25, 2026"]
        assert _undo(admin_client) == ["success Ban taken back: 1"]


def test_each_day_on_which_bans_end_is_told(admin_client, work):
    rules(ban_days=30)
    rules("en", ban_days=1)
    comments = [make_comment(make_article(code), code, sender="a" * 16) for code in ("fa", "en")]
    with time_machine.travel(NOON):
        admin_client.force_login(User.objects.get())
        decide(admin_client, "ban", *comments, make_comment(work, sender="b" * 16))

        assert _told(admin_client) == [
            "success Banned: 1, until July 27, 2026",
            "success Banned: 2, until August 25, 2026",
        ]


def test_who_is_not_known_is_not_said_to_be_banned(admin_client, work):
    decide(admin_client, "ban", make_comment(work))

    assert Ban.objects.count() == 0
    assert _told(admin_client) == ["warning Spam, and nobody known to ban: 1"]
    assert _undo(admin_client) == ["success Spam taken back: 1"]


def test_numbers_and_dates_are_those_of_the_interface(admin_client, client, work):
    rules(ban_days=30)
    with time_machine.travel(NOON), translation.override("fa"):
        say(client, work)
        admin_client.force_login(User.objects.get())
        admin_client.cookies["django_language"] = "fa"
        decide(admin_client, "ban", Comment.objects.get())

        [told] = _told(admin_client)
    assert "۳ شهریور ۱۴۰۵" in told
    assert "۱" in told.partition("۳")[0]
