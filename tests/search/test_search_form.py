"""The form of the search page: what it offers, what it refuses, and what it costs."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.search.finding import MOST_RANKED
from publications.models import BookCredit
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_book,
    make_cartoon,
    make_contributor,
    make_gallery,
    make_issue,
    make_news_picture,
    make_page,
    make_topic,
    make_video,
)

pytestmark = pytest.mark.django_db

EVERY_KIND = {
    "articles": make_article,
    "cartoons": make_cartoon,
    "newspics": make_news_picture,
    "photos": make_gallery,
    "videos": make_video,
    "books": make_book,
    "newsletter": make_issue,
    "pages": make_page,
}


def _page(client, code: str = "en", **asked: object) -> LexborHTMLParser:
    response = client.get(f"/{code}/search/", asked)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def _titles(page: LexborHTMLParser) -> list[str]:
    return [title.text() for title in page.css(".hit h2")]


def test_it_offers_the_kinds_and_the_topics_of_the_edition(client):
    make_topic("en", name="Letters", slug="letters")
    make_topic("fa", name="نامه‌ها")

    page = _page(client)

    kinds = [option.attributes["value"] for option in page.css("#search-kind option")]
    topics = [option.text() for option in page.css("#search-topic option")]
    assert kinds == ["", *list(EVERY_KIND)[:-1], "pars-brief", "pages"]
    assert topics == ["All topics", "Letters"]
    assert page.css_first(".search-filters").attributes.get("open", "shut") == "shut"


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_each_kind_is_found_alone(client, kind):
    for name, make in EVERY_KIND.items():
        make("en", title=f"Garden of {name}")

    assert _titles(_page(client, q="garden", kind=kind)) == [f"Garden of {kind}"]


def test_a_topic_holds_what_is_below_it(client):
    above = make_topic("en", slug="above")
    below = make_topic("en", slug="below", parent=above)
    make_article("en", title="Garden", topics=[below])

    assert _titles(_page(client, q="garden", topic="above")) == ["Garden"]


def test_a_contributor_is_asked_for_by_a_part_of_the_name_however_written(client):
    writer = make_contributor("fa", name="علی کاظمی")
    make_article("fa", title="باغ", by=[writer])
    book = make_book("fa", title="باغ کتاب")
    BookCredit.objects.create(book=book, contributor=writer)
    make_article("fa", title="باغ دیگر", by=[make_contributor("fa", name="مینا")])

    assert set(_titles(_page(client, "fa", q="باغ", by="علي كاظمي"))) == {"باغ", "باغ کتاب"}
    assert _titles(_page(client, "fa", q="باغ", by="هیچ‌کس")) == []


@pytest.mark.parametrize("by", ["ـ", "\u064b", "\u200c"])
def test_what_holds_no_letter_is_nobodys_name(client, by):
    make_article("fa", title="باغ", by=[make_contributor("fa")])

    assert _titles(_page(client, "fa", q="باغ", by=by)) == []


def test_the_newest_come_first_when_asked_so(client):
    make_article("en", title="Garden", published_at=PUBLISHED_AT)
    make_article("en", title="New", body="<p>garden</p>", published_at=PUBLISHED_AT + timedelta(1))

    assert _titles(_page(client, q="garden")) == ["Garden", "New"]
    assert _titles(_page(client, q="garden", order="newest")) == ["New", "Garden"]


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "podcasts"},
        {"topic": "nowhere"},
        {"since": "yesterday"},
        {"since": "0"},
        {"until": "99999"},
        {"since": "9999"},
        {"by": "x" * 101},
        {"by": "a\0b"},
        {"order": "oldest"},
    ],
)
def test_what_it_does_not_offer_is_refused_with_a_word(client, asked):
    make_article("en", title="Garden")

    page = _page(client, q="garden", **asked)

    assert len(page.css(".form-error")) == 1
    assert _titles(page) == []
    assert "open" in page.css_first(".search-filters").attributes


def test_nothing_found_among_some_leads_to_all(client):
    make_article("en", title="Garden")

    page = _page(client, q="garden", kind="books")

    links = [a.attributes["href"] for a in page.css(".search-advice a")]
    assert links == ["?q=garden"]


def test_other_editions_are_asked_for_the_same_kind(client):
    make_article("sq", title="Nejat")
    make_book("sq", title="Nejat book")

    page = _page(client, q="nejat", kind="books")

    assert [a.text() for a in page.css(".elsewhere li a")] == ["Nejat book"]


def test_pages_end_and_say_that_there_is_more(client):
    for number in range(MOST_RANKED + 5):
        make_article("en", title="—", body="garden", published_at=PUBLISHED_AT + timedelta(number))

    ninth, last, beyond = (_page(client, q="garden", page=number) for number in (9, 10, 11))

    assert [len(_titles(page)) for page in (ninth, last, beyond)] == [10, 10, 0]
    assert [page.css(".pager a[rel=next]") != [] for page in (ninth, last)] == [True, False]
    assert [page.css(".results > .facts") != [] for page in (ninth, last)] == [False, True]
    assert beyond.css_first(".empty").text() == "There are no more results."


def test_a_year_reaches_from_its_first_to_its_last_moment_here(client):
    with time_machine.travel(datetime(2030, 1, 1, tzinfo=UTC)):
        for moment in ("2023-12-31T20:29Z", "2023-12-31T20:31Z", "2024-12-31T20:29Z"):
            make_article("en", title="Garden", published_at=datetime.fromisoformat(moment))

        assert len(_titles(_page(client, q="garden", since="2024", until="2024"))) == 2


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("year", ["2020", "۲۰۲۰"])
def test_a_gregorian_year_is_understood_in_every_edition(client, code, year):
    for moment in ("2019-12-31T20:29Z", "2019-12-31T20:31Z", "2020-12-31T20:29Z"):
        make_article(code, title="Garden", published_at=datetime.fromisoformat(moment))

    assert len(_titles(_page(client, code, q="garden", since=year, until=year))) == 2


def test_a_persian_year_is_one_of_the_persian_calendar(client):
    for moment in ("2020-03-19T20:29Z", "2020-03-19T20:31Z", "2021-03-20T20:29Z"):
        make_article("fa", title="Garden", published_at=datetime.fromisoformat(moment))

    assert len(_titles(_page(client, "fa", q="garden", since="1399", until="۱۳۹۹"))) == 2


@pytest.mark.parametrize(("code", "said"), [("en", 0), ("ar", 0), ("fa", 2), ("sq", 0)])
def test_which_years_are_meant_is_said_where_there_are_two_kinds(client, code, said):
    assert len(_page(client, code).css("#search-since_helptext, #search-until_helptext")) == said


def test_a_page_with_every_kind_costs_a_query_more_a_kind(client, django_assert_num_queries):
    for make in EVERY_KIND.values():
        make("en", title="Garden", title_fa="garden")
    _page(client, q="garden")

    with django_assert_num_queries(15):
        _page(client, q="garden")


def test_the_page_keeps_nothing_of_the_reader(client):
    response = client.get("/en/search/", {"q": "garden"})

    assert (response.cookies, response.headers["Vary"]) == ({}, "X-As-Typed, Accept-Encoding")
    assert "csrf" not in response.content.decode()
