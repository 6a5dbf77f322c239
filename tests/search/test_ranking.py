"""In which order works are found: titles before standfirsts before texts, and the newest first."""

from datetime import UTC, datetime, timedelta

import pytest

from nejat.search.finding import candidates, find
from nejat.search.query import parse
from nejat.search.querysets import Scope
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DAY = datetime(2020, 5, 10, tzinfo=UTC)


def _order(text: str) -> list[int]:
    return [hit.pk for hit in find(text, ["en"], limit=50)]


def test_a_title_comes_before_a_standfirst_and_that_before_a_text():
    body = make_article("en", title="One", body="<p>lantern</p>", published_at=DAY)
    standfirst = make_article("en", title="Two", standfirst="lantern", published_at=DAY)
    title = make_article("en", title="A lantern", published_at=DAY)

    assert _order("lantern") == [title.pk, standfirst.pk, body.pk]


def test_of_equal_matches_the_newer_comes_first():
    days = (2, 0, 1)
    made = {
        day: make_article("en", title="lantern", published_at=DAY + timedelta(day)) for day in days
    }

    assert _order("lantern") == [made[day].pk for day in (2, 1, 0)]


def test_an_old_title_comes_before_a_new_text():
    new = make_article("en", title="One", body="<p>lantern</p>", published_at=DAY)
    old = make_article("en", title="lantern", published_at=DAY - timedelta(days=365 * 15))

    assert _order("lantern") == [old.pk, new.pk]


def test_the_word_itself_comes_before_one_that_begins_with_it():
    longer = make_article("en", title="Gardening", published_at=DAY + timedelta(days=30))
    itself = make_article("en", title="Garden", published_at=DAY)

    assert _order("garden") == [itself.pk, longer.pk]


def test_two_words_in_a_title_come_before_one():
    one = make_article("en", title="Lantern", body="<p>garden</p>", published_at=DAY)
    both = make_article("en", title="Lantern in the garden", published_at=DAY)

    assert _order("lantern garden") == [both.pk, one.pk]


def test_of_very_many_the_newest_are_put_in_order_with_the_newest_titles():
    title = make_article("en", title="lantern", published_at=DAY - timedelta(days=900))
    made = [
        make_article("en", title="—", body="<p>lantern</p>", published_at=DAY + timedelta(days=day))
        for day in range(8)
    ]

    found = candidates(Scope("en"), parse("lantern", "en"), 3)

    expected = [title, *made[:-4:-1]]
    assert [row.object_id for row in found] == [work.pk for work in expected]


def test_editions_asked_together_are_put_into_one_order():
    text = make_article("en", title="—", body="<p>Lantern</p>", published_at=DAY)
    title = make_article("sq", title="Lantern", published_at=DAY)

    found = find("lantern", ["en", "sq"], limit=10)

    assert [(hit.pk, hit.edition) for hit in found] == [(title.pk, "sq"), (text.pk, "en")]
    assert len(find("lantern", ["en", "sq"], limit=1)) == 1
