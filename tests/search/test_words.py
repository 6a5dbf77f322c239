"""The words of a text, as the index holds them, and where each stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nejat.editions.registry import CODES
from nejat.search.words import WORD, ZWNJ, index_words, other_forms, tokens

# Random text seldom holds what matters: compounds, marks, articles, the linking ی.
PIECES = [
    "کتاب",
    "\u200c",
    "های",
    " ",
    "ه",
    "ی",
    "\u064e",
    "ـ",
    "ال",
    "وال",
    "للكتاب",
    "ë",
    "½",
    "x",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@given(TEXTS, st.sampled_from(CODES))
def test_the_words_that_have_places_are_those_of_the_index(text, code):
    words = [token.word for token in tokens(text, code)]

    assert WORD.findall(index_words(text, code))[: len(words)] == words
    if ZWNJ not in text and code != "ar":
        assert WORD.findall(index_words(text, code)) == words


@given(TEXTS, st.sampled_from(CODES))
def test_places_are_in_order_and_within_the_text(text, code):
    places = [place for token in tokens(text, code) for place in (token.start, token.end)]

    assert all(0 <= place <= len(text) for place in places)
    assert all(token.start < token.end for token in tokens(text, code))
    assert places[::2] == sorted(places[::2])


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "The reader’s “new” e-mail", ["The", "reader", "s", "new", "e", "mail"]),
        ("sq", "Të drejtat, ë c\u0327ka", ["Të", "drejtat", "ë", "c\u0327ka"]),
        ("ar", "وَالكِتَابُ، للإنسان.", ["وَالكِتَابُ", "للإنسان"]),
        ("fa", "«کتاب‌هایِ» خوبِ ۱۴۰۳", ["کتاب", "هایِ", "خوبِ", "۱۴۰۳"]),
        ("fa", "خانه‌ی ما", ["خانه", "ما"]),
        ("en", "12½ km²", ["12½", "½", "km²"]),
    ],
)
def test_a_word_is_found_again_in_its_own_letters(code, text, words):
    assert [text[token.start : token.end] for token in tokens(text, code)] == words


@pytest.mark.parametrize(
    ("word", "held"),
    [
        ("الكتاب", "کتاب"),
        ("والكتاب", "کتاب"),
        ("بالكتاب", "کتاب"),
        ("وبالكتاب", "کتاب"),
        ("كالكتاب", "کتاب"),
        ("للكتاب", "کتاب"),
        ("فللكتاب", "کتاب"),
        ("الله", "الله"),
        ("لله", "لله"),
        ("الان", "الان"),
        ("جلال", "جلال"),
        ("مجالس", "مجالس"),
    ],
)
def test_the_arabic_article_is_left_out(word, held):
    assert index_words(word, "ar") == held
    assert index_words(word, "fa") != "کتاب"


@pytest.mark.parametrize("text", ["کتاب‌های خوب می‌خوانم", "می‌خوانم کتاب‌های", "کتاب‌های"])
def test_a_compound_is_held_in_parts_and_joined(text):
    found = tokens(text, "fa")

    words = [token.word for token in found] + [
        compound.word for compound in other_forms(found, "fa")
    ]
    assert index_words(text, "fa").split() == words
    assert "کتابهای" in words


def test_an_arabic_word_is_held_with_and_without_the_letter_that_means_and():
    text = "أحمد وإبراهيم"
    [other] = other_forms(tokens(text, "ar"), "ar")

    assert index_words(text, "ar") == "احمد وابراهیم ابراهیم"
    assert (other.word, text[other.start : other.end]) == ("ابراهیم", "وإبراهيم")
