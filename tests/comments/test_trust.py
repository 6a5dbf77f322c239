"""Whose comments are shown at once: known by address and network together, and unsuspicious."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from nejat.comments.models import Comment, WordList
from nejat.comments.tidying import tidy
from nejat.guard.keeping import SENDERS_KEPT
from tests.comments.making import counts, log, rules, say, states
from tests.factories import make_article

pytestmark = pytest.mark.django_db

MINA = "mina@example.org"


@pytest.fixture
def work():
    return make_article("fa")


@pytest.fixture
def known(client, work):
    """Three comments of one author, approved by moderators."""
    for number in range(3):
        say(client, work, author_email=MINA, body=f"متن {number}")
    for comment in Comment.objects.all():
        comment.approve()


def _state_of_next(client, work, **fields) -> str:
    say(client, work, **{"author_email": MINA, "body": "متن بعدی", **fields})
    return states()[-1]


def test_a_trusted_authors_comment_is_shown_and_counted_at_once(client, work, known):
    response = say(client, work, author_email="Mina@EXAMPLE.org", body="متن بعدی")

    comment = Comment.objects.latest("pk")
    assert response.url == f"{work.url_in('fa')}#comment-{comment.pk}"
    assert comment.state == "approved"
    assert log("from_state", "to_state", "reason", "user")[-1] == ("", "approved", "trusted", None)
    assert counts(work) == [0, 0, 4, 0]
    assert f'id="comment-{comment.pk}"' in client.get(response.url).content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"sender": "198.51.100.7"},
        {"author_email": "other@example.org"},
        {"author_email": ""},
        {"body": "https://a.example/ https://b.example/ www.c.example"},
    ],
)
def test_an_address_alone_a_network_alone_or_many_links_are_not_trusted(
    client, work, known, fields
):
    assert _state_of_next(client, work, **fields) == "waiting"


def test_fewer_approvals_than_the_rules_ask_for_are_not_trusted(client, work, known):
    rules(trusted_after=4)

    assert _state_of_next(client, work) == "waiting"


def test_nobody_is_trusted_where_the_rules_say_so(client, work, known):
    rules(trusted_after=0)

    assert _state_of_next(client, work) == "waiting"


@pytest.mark.parametrize("verb", ["reject", "mark_spam"])
def test_whoever_was_refused_from_the_same_network_ends_the_trust(client, work, known, verb):
    say(client, work, body="متن دیگری")
    getattr(Comment.objects.latest("pk"), verb)()

    assert _state_of_next(client, work) == "waiting"


def test_an_open_report_ends_the_trust(client, work, known):
    Comment.objects.filter(pk=Comment.objects.first().pk).update(is_reported=True)

    assert _state_of_next(client, work) == "waiting"


def test_approvals_in_one_edition_are_no_trust_in_another(client, known):
    work = make_article("ar")

    say(client, work, "ar", author_email=MINA, body="نص")

    assert states()[-1] == "waiting"


def test_a_listed_word_waits_for_a_moderator_all_the_same(client, work, known):
    WordList.objects.create(name="List", words="قمار", effect="hold")

    assert _state_of_next(client, work, body="قمار") == "waiting"


def test_who_comes_after_the_window_is_a_stranger_again(client, work, known):
    with time_machine.travel(timezone.now() + SENDERS_KEPT + timedelta(hours=1)):
        tidy()

        assert _state_of_next(client, work) == "waiting"


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("www.a.example and http://b.example/x", "approved"),
        ("a.example/x b.example/y c.example/z", "waiting"),
        ("[url=x] <a href=y> https://z.example", "waiting"),
        ("It cost 3.5/4.5 of 2.0. Or not.", "approved"),
    ],
)
def test_links_are_counted_however_they_are_written(client, work, known, body, state):
    assert _state_of_next(client, work, body=body) == state
