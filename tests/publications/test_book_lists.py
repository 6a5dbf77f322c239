"""The list of books: what is public in the edition, by year and by language."""

from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories import PUBLISHED_AT, make_book

pytestmark = pytest.mark.django_db

LIST = "/fa/publications/books/"
DAY = timedelta(days=1)


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _words(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def _titles(page: LexborHTMLParser) -> list[str]:
    return _words(page, ".tile h2")


def test_the_list_shows_what_is_public_in_its_edition_newest_first(client):
    make_book("fa", title="یک", subtitle="زیر", year=2020, languages=["fa", "en"])
    make_book("fa", title="دو", published_at=PUBLISHED_AT + DAY)
    make_book("fa", title="سه", state="draft")
    make_book("ar", title="أربعة")

    page = _page(client, LIST)

    assert _titles(page) == ["دو", "یک"]
    assert _words(page, ".subtitle") == ["زیر"]
    year, languages = _words(page, ".card-foot p")
    assert year == "سال (میلادی): ۲۰۲۰"
    assert languages.endswith(": فارسی · انگلیسی")


def test_books_are_shown_by_year_and_by_language(client):
    make_book("en", title="both", year=2020, languages=["fa", "en"])
    make_book("en", title="Persian", year=2020, languages=["fa"])
    make_book("en", title="older", year=2004, languages=["en"])
    make_book("fa", title_en="draft", year=1999, languages=["de"])
    titles = {}
    for asked in ("year=2020", "language=en", "year=2020&language=en", "year=2004&language=fa"):
        page = _page(client, f"/en/publications/books/?{asked}")
        titles[asked] = sorted(_titles(page))

    assert titles == {
        "year=2020": ["Persian", "both"],
        "language=en": ["both", "older"],
        "year=2020&language=en": ["both"],
        "year=2004&language=fa": [],
    }
    assert _words(page, ".empty") == ["There is no such book."]
    assert _words(page, "select[name=year] option") == ["All years", "2020", "2004"]
    assert _words(page, "select[name=language] option") == ["All languages", "English", "Persian"]
    assert _words(page, "option[selected]") == ["2004", "Persian"]
    assert page.css_first(".filter a").attributes["href"] == "/en/publications/books/"


@pytest.mark.parametrize(
    "asked",
    ["year=1999", "year=x", "year=۲۰۲۰", "language=tlh", "year=2020%00", "language=%27", "other=1"],
)
def test_what_no_book_has_is_not_asked_for(client, asked):
    make_book("fa", title="یک", year=2020, languages=["fa"])

    page = _page(client, f"{LIST}?{asked}")

    assert _titles(page) == ["یک"]
    assert page.css("option[selected], .filter a") == []


def test_a_list_without_books_says_so_and_has_no_filters(client):
    page = _page(client, "/en/publications/books/")

    assert _words(page, ".empty") == ["Nothing has been published here yet."]
    assert page.css(".filter") == []


def test_the_pages_of_a_filtered_list_stay_filtered(client):
    for number in range(28):
        fields = {"year": 2020 - number % 2, "languages": ["fa"]}
        make_book("fa", title=f"{number}", published_at=PUBLISHED_AT + number * DAY, **fields)

    first = _page(client, f"{LIST}?year=2020&language=fa")
    older = first.css_first("a[rel=next]").attributes["href"]
    second = _page(client, LIST + older)
    back = _page(client, LIST + second.css_first("a[rel=prev]").attributes["href"])

    assert older.startswith("?year=2020&language=fa&before=")
    assert _titles(first) == [str(number) for number in range(26, 2, -2)]
    assert _titles(second) == ["2", "0"]
    assert _words(second, "option[selected]") == ["۲۰۲۰", "فارسی"]
    assert _titles(back) == _titles(first)
