"""Whatever is typed, and whatever stands in a text, is harmless to both databases."""

from itertools import islice, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nejat.editions.registry import CODES
from nejat.search.finding import find
from nejat.search.indexing import MOST_SIGNS
from nejat.search.query import MOST_TERMS, parse
from nejat.search.spelling import did_you_mean, words_found
from publications.models import BookFile
from tests.factories import make_article, make_book

pytestmark = pytest.mark.django_db

ONE_DATABASE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
SIGNS = ['"', "«", "»", "(", ")", "*", ":", "&", "|", "!", "<->", "'", "\\", "%", "\0", "\u200c"]
WORDS = [
    *["NEAR", "AND", "OR", "NOT", "title", "labels", "kind1", "fa", "x", "ال", "و", "½", "৴", "௰"],
    "ه ی",
]
TYPED = st.one_of(st.text(), st.lists(st.sampled_from([*SIGNS, *WORDS, " "])).map("".join))


@ONE_DATABASE
@given(TYPED, st.sampled_from(CODES))
def test_any_text_can_be_searched_for(text, code):
    find(text, [code], limit=5)


@ONE_DATABASE
@given(TYPED.filter(lambda text: "\0" not in text), st.sampled_from(CODES))
def test_any_text_can_be_indexed_and_found_again(text, code):
    make_article(code, title="—", body=text.replace("<", "&lt;")).delete()


@pytest.mark.parametrize("text", ["", " ", "\0", '"', "« »", "…", "\u200c", "ـ", "\ud800", "_"])
def test_a_text_without_words_finds_nothing(text):
    make_article("fa", title="نامه")

    assert find(text, CODES, limit=5, public=False) == []
    assert (did_you_mean(text, "fa"), words_found(text, "fa")) == ("", [])


@pytest.mark.parametrize("text", ["৴", "௰", "৴ ௰", '"৴ ௰"', "²"])
def test_signs_that_a_database_takes_for_no_words_find_nothing(text):
    make_article("fa", title="نامه")

    assert find(text, CODES, limit=5, public=False) == []
    assert did_you_mean(text, "fa") == ""


@pytest.mark.parametrize("text", ["fa", "kind1", "labels", "#fa", "title:garden", "ga*"])
def test_nothing_of_the_index_itself_can_be_asked_for(text):
    make_article("fa", title="garden")

    assert find(text, ["fa"], limit=5) == []


def test_a_huge_text_is_asked_for_in_its_beginning():
    article = make_article("en", title="garden")

    assert [hit.pk for hit in find("garden " * 100_000, ["en"], limit=5)] == [article.pk]
    assert len(parse("a b " * 1000, "en").terms) == MOST_TERMS


def test_a_file_of_nothing_but_different_words_is_taken():
    """PostgreSQL holds no more than a megabyte of words for one text."""
    words = " ".join(map("".join, islice(product("بتجدرسشصطعفقلمنو", repeat=5), MOST_SIGNS // 6)))
    book = make_book("fa", title="کتاب")

    BookFile.objects.create(book=book, edition="fa", kind="pdf", text=words)

    assert [hit.pk for hit in find("بببجد", ["fa"], limit=5)] == [book.pk]
