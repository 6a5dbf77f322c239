"""What is offered when words find nothing."""

import pytest

from nejat.search.backends import backend
from nejat.search.spelling import did_you_mean, words_found
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "text", "typed", "meant"),
    [
        ("en", "A lantern", "lantrn", "lantern"),
        ("en", "A lantern", "lanntern", "lantern"),
        ("en", "A lantern", "latnern", "lantern"),
        ("en", "A lantern", "lamtern", "lantern"),
        ("en", "A quiet lantern", "lamtern quiet", "lantern quiet"),
        ("en", "A quiet lantern", "qiuet lamtern", "quiet lantern"),
        ("sq", "Në Shqipëri", "shqpëri", "Shqipëri"),
        ("ar", "في الحديقة", "الحديفة", "الحديقة"),
        ("fa", "آزادی زندانیان", "آزاذی", "آزادی"),
        ("fa", "مستقل", "مصتقل", "مستقل"),
    ],
)
def test_a_word_one_letter_away_is_offered_as_it_is_written(code, text, typed, meant):
    make_article(code, title="—", body=f"<p>{text}</p>")

    assert did_you_mean(typed, code) == meant


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("A lantern", "lantern"),
        ("A lantern", "harbour"),
        ("A lantern", "lamtern harbour"),
        ("A lantern", "lmtrn"),
        ("A lantern", "x" * 100),
        ("A lantern", "?"),
        ("An owl", "ow"),
    ],
)
def test_nothing_is_offered_where_nothing_is_near(text, typed):
    make_article("en", title="—", body=f"<p>{text}</p>")

    assert did_you_mean(typed, "en") == ""


def test_a_word_that_readers_do_not_see_is_not_given_away():
    make_article("en", title="Codename lantern", state="draft")
    make_article("fa", title="Lantern")

    assert did_you_mean("lamtern", "en") == ""


def test_of_several_words_the_one_in_most_texts_is_offered():
    make_article("en", title="A hat")
    for _ in range(2):
        make_article("en", title="A cat")

    assert did_you_mean("bat", "en") == "cat"


def test_words_that_are_found_alone_are_named():
    make_article("en", title="Lantern")
    make_article("en", title="Harbour")

    assert words_found("Lantern harbour nowhere", "en") == ["Lantern", "harbour"]
    assert words_found("lantern", "en") == []


def test_the_database_knows_its_words():
    make_article("en", title="Lantern", body="<p>harbour</p>")

    assert backend().known_words({"lantern", "harbour", "harb", "nowhere"}) == {
        "lantern",
        "harbour",
    }


def test_a_suggestion_costs_a_bounded_number_of_queries(django_assert_max_num_queries):
    for letter in "abcdefghij":
        make_article("en", title=f"{letter}at {letter}og {letter}en {letter}ip {letter}un")

    with django_assert_max_num_queries(80):
        did_you_mean("zat zog zen zip zun", "en")
