"""What was found is marked in the letters of the text itself."""

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from nejat.editions.registry import CODES
from nejat.search.highlighting import LENGTH, MOST_SIGNS, marked, snippet
from nejat.search.query import parse


@pytest.mark.parametrize(
    ("code", "text", "query", "html"),
    [
        ("en", "The Garden", "garden", "The <mark>Garden</mark>"),
        ("en", "Gardening", "garden", "<mark>Gardening</mark>"),
        ("sq", "Një letër", "leter", "Një <mark>letër</mark>"),
        ("ar", "كِتَابٌ جديد", "كتاب", "<mark>كِتَابٌ</mark> جديد"),
        ("ar", "والكتاب هنا", "كتاب", "<mark>والكتاب</mark> هنا"),
        ("fa", "علي آمد", "علی", "<mark>علي</mark> آمد"),
        ("fa", "کتاب‌ها رسید", "کتابها", "<mark>کتاب‌ها</mark> رسید"),
        ("fa", "نامه‌ای آمد", "نامه", "<mark>نامه</mark>‌ای آمد"),
        ("ar", "أحمد وإبراهيم", "ابراهيم", "أحمد <mark>وإبراهيم</mark>"),
        ("fa", "خانه‌ی ما", '"خانه ما"', "<mark>خانه‌ی ما</mark>"),
        ("en", "quiet garden, quiet", '"quiet garden"', "<mark>quiet garden</mark>, quiet"),
        ("en", "The oﬃce", "office", "The <mark>oﬃce</mark>"),
        ("en", "A ½ litre", "1", "A <mark>½</mark> litre"),
        ("en", "Camp \u202aAshraf\u202c", "ashraf", "Camp \u202a<mark>Ashraf\u202c</mark>"),
        ("fa", "سال ۱۴۰۳", "1403", "سال <mark>۱۴۰۳</mark>"),
        ("en", "<b>bold</b> & more", "bold", "&lt;b&gt;<mark>bold</mark>&lt;/b&gt; &amp; more"),
        ("en", "Nothing here", "garden", "Nothing here"),
    ],
)
def test_the_original_letters_are_marked(code, text, query, html):
    assert marked(text, parse(query, code), code) == html


def test_a_snippet_stands_around_the_first_word_found():
    text = "far " * 200 + "The garden was quiet. " + "near " * 200

    shown = snippet(text, parse("garden", "en"), "en")

    assert "<mark>garden</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400


def test_a_snippet_of_a_text_that_does_not_hold_the_word_is_its_beginning():
    assert snippet("A short text", parse("garden", "en"), "en") == "A short text"


def test_a_word_far_into_a_text_is_shown_and_one_beyond_the_limit_is_not():
    near = "far " * 5000 + "garden"
    beyond = "far " * (MOST_SIGNS // 4) + "garden"

    query = parse("garden", "en")
    assert snippet(near, query, "en").endswith("<mark>garden</mark>")
    assert snippet(beyond, query, "en").startswith("far far")


def test_a_snippet_of_letters_without_a_space_is_no_accident():
    shown = snippet("x" * 10_000, parse("xxx", "en"), "en")

    assert shown == f"<mark>{'x' * LENGTH}</mark> …"


@given(st.text(), st.text(), st.sampled_from(CODES))
def test_marking_changes_nothing_but_adds_marks(text, typed, code):
    html = marked(text, parse(typed, code), code)

    assert html.replace("<mark>", "").replace("</mark>", "") == escape(text)
