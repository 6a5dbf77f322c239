"""Word lists find what they name, however it is spelled, in every script, and nothing else."""

from time import process_time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nejat.comments.models import WordList
from nejat.comments.words import listed_words
from tests.comments.making import log, say, states
from tests.factories import make_article

pytestmark = pytest.mark.django_db

EVASIONS = {
    "en": (
        "casino",
        (
            "CASINO",
            "a casino.",
            "cásíño",
            "ｃａｓｉｎｏ",
            "c a s i n o",
            "c.a.s.i.n.o",
            "c-a-s-i-n-o!",
            "ca.sino",
            "cas\u200bino",
            "cas\u00adino",
            "cas\u200cino",
            "cas\u2060i\u200dno",
            "caaaasino",
            "_casino_",
        ),
        ("casinos", "occasion", "cas in o", "casi no"),
    ),
    "ar": (
        "قمار",
        (
            "قِمَار",
            "قـمـار",
            "ق م ا ر",
            "ق.م.ا.ر",
            "«قمار»",
            "قم\u200cار",
            "قم\u200fار",
            "قمااار",
            "ﻗﻤﺎﺭ",
        ),
        ("القمار", "قمر", "مار"),
    ),
    "fa": (
        "شرط‌بندی کی",
        (
            "شرط‌بندي كي",
            "شرط بندی کی",
            "شرطبندی کی",
            "شَرط‌بَندی کی",
            "شـرط‌بندی کی",
            "شرط\u200c\u200cبندی کی",
            "ش\u200cرط‌بن\u200cدی کی",
            "شرط_بندی کی؟",
            "شرررط‌بندی کی",
            "شرط-بندی کی",
        ),
        ("شرط‌بندی", "شرط کی", "شرطبندیها کی"),
    ),
    "sq": (
        "mashtruesë",
        (
            "MASHTRUESË",
            "mashtruese",
            "mashtrue\u200bsë",
            "m a s h t r u e s ë",
            "mashtrues\u00ebë\u00eb",
            "mashtruese\u0308",
            "m.a.s.h.t.r.u.e.s.e",
        ),
        ("mashtrues", "mashtrim"),
    ),
}
CASES = [(code, word, text) for code, (word, texts, _) in EVASIONS.items() for text in texts]
INNOCENT = [(code, word, text) for code, (word, _, texts) in EVASIONS.items() for text in texts]


def _list(words: str, edition: str = "", effect: str = "spam") -> WordList:
    return WordList.objects.create(name="List", words=words, edition=edition, effect=effect)


@pytest.mark.parametrize(("code", "word", "text"), CASES)
def test_no_spelling_evades_the_list(code, word, text):
    _list(f"other\n{word}\n", code)

    assert listed_words(f"before {text} after", code) == {"spam": [word]}


@pytest.mark.parametrize(("code", "word", "text"), INNOCENT)
def test_what_only_looks_like_a_listed_word_is_let_through(code, word, text):
    _list(word, code)

    assert listed_words(f"before {text} after", code) == {}


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("casino*", "three casinos", True),
        ("casino*", "a casino", True),
        ("*casino", "megacasino", True),
        ("*casino", "casinos", False),
        ("free * money", "free and easy money", False),
        ("free mon*", "FREE   money", True),
        ("۱۲۳", "call 123 now", True),
        ("a.b", "a b", True),
        ("(casino", "[casino]", True),
    ],
)
def test_a_star_stands_for_letters_and_signs_for_nothing(line, text, found):
    _list(line)

    assert listed_words(text, "en") == ({"spam": [line]} if found else {})


@pytest.mark.parametrize("line", ["*", "a", "...", "*a*", "\u200c\u200c", "a*b*c*d"])
def test_a_line_that_would_catch_everything_or_search_for_hours_is_refused(line):
    with pytest.raises(ValidationError) as refused:
        WordList(name="List", words=f"casino\n{line}").full_clean()

    assert set(refused.value.message_dict) == {"words"}
    [told] = refused.value.message_dict["words"]
    assert told.endswith(f": \u2068{line}\u2069")  # it keeps its own direction


def test_a_list_of_an_edition_is_not_that_of_another_and_one_of_none_is_of_all():
    _list("casino", "en")
    _list("lottery", "")

    assert listed_words("casino lottery", "sq") == {"spam": ["lottery"]}
    assert listed_words("casino lottery", "en") == {"spam": ["casino", "lottery"]}


def test_a_listed_word_in_a_name_or_a_text_sends_to_spam_and_tells_the_reader_nothing(client):
    _list("قمار", "fa")
    work = make_article("fa")

    responses = [say(client, work, body="قِمار"), say(client, work, author_name="ق م ا ر")]

    assert [r.url for r in responses] == [f"/fa/comment/article/{work.pk}/waiting/"] * 2
    assert states() == ["spam", "spam"]
    assert log("from_state", "to_state", "reason", "note") == [("", "spam", "words", "قمار")] * 2


def test_a_list_that_holds_makes_a_comment_wait_even_of_a_trusted_author(client):
    _list("قمار", "fa", "hold")
    work = make_article("fa")

    say(client, work, body="قمار", author_email="mina@example.org")

    assert states() == ["waiting"]
    assert log("to_state", "reason", "note") == [("waiting", "words", "قمار")]


def test_a_long_list_is_read_once_and_never_while_others_wait(client):
    _list("\n".join(f"word{number}x*" for number in range(2000)))
    work = make_article("fa")
    listed_words("a", "fa")

    with CaptureQueriesContext(connection) as statements:
        started = process_time()
        say(client, work, body="word sentence " * 100)
        took = process_time() - started

    begun = [query["sql"].partition(" ")[0] for query in statements].index("SAVEPOINT")
    lists = [n for n, query in enumerate(statements) if "comments_wordlist" in query["sql"]]
    assert [number < begun for number in lists] == [True]
    assert took < 0.3


@pytest.mark.parametrize("part", ["a", "ab", "abc", "a b ", "a."])
def test_no_text_takes_long_to_search(part):
    _list("a*b*z\n*casino*")
    text = (part * 5000)[:5000]

    started = process_time()
    assert listed_words(text, "en") == {}
    assert process_time() - started < 1
