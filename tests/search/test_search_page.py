"""The page on which readers search."""

from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles.models import Byline
from nejat.editions.registry import CODES
from tests.factories import (
    make_article,
    make_cartoon,
    make_contributor,
    make_issue,
    make_topic,
)
from tests.sql import captured

pytestmark = pytest.mark.django_db


def _page(client, code: str = "en", **asked: object) -> LexborHTMLParser:
    response = client.get(f"/{code}/search/", asked)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def _titles(page: LexborHTMLParser) -> list[str]:
    return [title.text() for title in page.css(".hit h2")]


def test_what_is_found_is_shown_with_its_kind_and_marked_words(client):
    make_article("en", title="The garden", standfirst="A quiet garden.")

    page = _page(client, q="garden")

    assert _titles(page) == ["The garden"]
    assert page.css_first(".hit .kicker").text() == "Articles"
    assert [mark.text() for mark in page.css(".hit mark")] == ["garden", "garden"]
    assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"


def test_narrowed_by_kind_topic_contributor_and_year(client):
    topic, anna = make_topic("en", slug="family"), make_contributor("en", name="Anna Whitfield")
    of_topic = make_article("en", title="Garden of topic", primary_topic=topic)
    of_topic.topics.add(topic)
    by_anna = make_article("en", title="Garden by Anna")
    Byline.objects.create(article=by_anna, contributor=anna)
    make_article("en", title="Garden of 1999", published_at=datetime(1999, 5, 5, tzinfo=UTC))
    make_cartoon("en", title="Garden drawn")
    make_issue("en", title="Garden issue")

    def titles(**asked: object) -> list[str]:
        return _titles(_page(client, q="garden", **asked))

    assert titles(kind="cartoons") == ["Garden drawn"]
    assert titles(kind="newsletter") == ["Garden issue"]
    assert titles(kind="pars-brief") == []
    assert titles(topic="family") == ["Garden of topic"]
    assert titles(by="whitfield") == ["Garden by Anna"]
    assert titles(since="1999", until="1999") == ["Garden of 1999"]
    assert len(titles()) == 5


def test_years_are_those_of_the_editions_calendar_in_its_digits(client):
    make_article("fa", title="باغ", published_at=datetime(2024, 3, 19, tzinfo=UTC))
    make_article("fa", title="باغ نو", published_at=datetime(2024, 3, 21, tzinfo=UTC))

    assert _titles(_page(client, "fa", q="باغ", since="۱۴۰۳")) == ["باغ نو"]
    assert _titles(_page(client, "fa", q="باغ", until="1402")) == ["باغ"]


def test_results_go_on_over_pages_and_come_back(client):
    for number in range(25):
        make_article("en", title=f"Garden {number}")

    pages = [_titles(_page(client, q="garden", page=number)) for number in (1, 2, 3)]

    assert [len(titles) for titles in pages] == [10, 10, 5]
    assert len({title for titles in pages for title in titles}) == 25
    second = _page(client, q="garden", page=2)
    assert [a.attributes["href"] for a in second.css(".pager a")] == [
        "?q=garden&page=1",
        "?q=garden&page=3",
    ]


@pytest.mark.parametrize("page", ["0", "01", "0001" + "9" * 4400, "00019999", "21", "٢", "-1", ""])
def test_a_page_that_does_not_exist_is_refused(client, page):
    assert client.get("/en/search/", {"q": "garden", "page": page}).status_code == 400


def test_nobody_is_advised_while_still_typing(client):
    make_article("en", title="The garden")
    asked = {"q": "gardn rain"}
    client.get("/en/search/", asked)  # content types are cached from now on

    with captured() as whole:
        page = client.get("/en/search/", asked)
    with captured() as as_typed:
        client.get("/en/search/", asked, headers={"x-as-typed": "1"})

    assert "X-As-Typed" in page["Vary"]
    assert (len(whole) > 6, len(as_typed)) == (True, 6)


def test_a_word_with_a_slip_is_put_right(client):
    make_article("en", title="The garden")

    page = _page(client, q="gardn")

    (advice,) = page.css('.search-advice a[href="?q=garden"]')
    assert advice.text() == "garden"


@pytest.mark.parametrize("code", CODES)
def test_other_editions_offer_what_they_have_in_their_language(client, code):
    other = "sq" if code != "sq" else "fa"
    make_article(other, title="Nejat")

    page = _page(client, code, q="nejat")

    section = page.css_first(".elsewhere section")
    assert (section.attributes["lang"], section.attributes["dir"]) == (
        (other, "rtl") if other == "fa" else (other, "ltr")
    )
    links = [a.attributes["href"] for a in section.css("a")]
    assert links[0].startswith(f"/{other}/articles/")
    assert links[-1] == f"/{other}/search/?q=nejat"


def test_what_is_withdrawn_after_it_was_indexed_is_not_shown(client):
    article = make_article("en", title="The garden")

    type(article).objects.filter(pk=article.pk).update(state_en="withdrawn")

    assert _titles(_page(client, q="garden")) == []


SIGNS = '" ( ) * NEAR(a OR title:x - a:* &|! \'-- <:> ؟ 𐀀 \u202e % \\ """*^'


@pytest.mark.parametrize("typed", [*SIGNS.split(), "a AND", "a" * 200, "a b c d e f g h i j k l m"])
def test_whatever_is_typed_is_harmless(client, typed):
    make_article("en", title="The garden")

    assert client.get("/en/search/", {"q": typed}).status_code == 200


def test_a_script_that_is_typed_is_text(client):
    payload = "<script>alert(1)</script>"

    html = client.get("/en/search/", {"q": payload}).content.decode()

    assert payload not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("query", [{"q": "a" * 201}, {"q": "a\0b"}, {"q": "a", "page": "0"}])
@pytest.mark.parametrize("page", ["21", "x", "-1", "۱"])
def test_what_cannot_be_meant_is_refused(client, query, page):
    assert client.get("/en/search/", {"page": page, **query}).status_code == 400


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_results_costs_the_same_with_one_and_with_three(
    client, django_assert_num_queries, count
):
    make_article("fa", title="The garden")
    for _ in range(count):
        make_article("en", title="The garden")
    client.get("/en/search/", {"q": "garden"})

    with django_assert_num_queries(8):
        client.get("/en/search/", {"q": "garden"})
