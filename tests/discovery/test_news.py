"""The sitemap of news: articles of the last two days, in the language of each edition."""

from datetime import timedelta

import pytest
import time_machine

from nejat.discovery import news
from nejat.editions.registry import CODES
from tests.discovery.sitemaps import HOST, SITEMAP, read_xml
from tests.factories import PUBLISHED_AT, make_article, make_cartoon, make_page
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
HOUR = timedelta(hours=1)
NOW = PUBLISHED_AT + 24 * HOUR
SITE = {"en": "Nejat Society", "ar": "جمعية النجاة", "fa": "انجمن نجات", "sq": "Shoqata Nejat"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def _titles(client) -> list[str]:
    return [title.text for title in read_xml(client, "/sitemap-news.xml").iter(f"{NEWS}title")]


@pytest.mark.parametrize("code", CODES)
def test_an_article_tells_what_it_is_and_who_published_it(client, code):
    work = make_article(code, title="A & <B> «نامه» ]]>\x0b")

    [url] = read_xml(client, "/sitemap-news.xml")

    assert url.findtext(f"{SITEMAP}loc") == HOST + work.url_in(code)
    [item] = url.findall(f"{NEWS}news")
    assert {
        field.tag.removeprefix(NEWS): field.text for field in item.iter() if len(field) == 0
    } == {
        "name": SITE[code],
        "language": code,
        "publication_date": PUBLISHED_AT.isoformat(),
        "title": "A & <B> «نامه» ]]>",
    }


def test_an_article_is_news_for_two_days_from_when_it_comes_out(client, clock):
    make_article("fa", title="1", published_at=NOW + HOUR)
    make_article("fa", title="2", published_at=NOW + 2 * HOUR, expires_at=NOW + 40 * HOUR)
    make_article("fa", state="draft")
    make_cartoon("fa", published_at=NOW)
    make_page("fa", published_at=NOW)

    seen = []
    for hours in (0, 1, 2, 39, 40, 48, 49):
        clock.move_to(NOW + hours * HOUR)
        seen.append(_titles(client))

    assert seen == [[], ["1"], ["2", "1"], ["2", "1"], ["1"], ["1"], []]


def test_there_are_never_more_than_a_file_may_hold(client, monkeypatch):
    assert news.MOST * len(CODES) == 1000
    monkeypatch.setattr(news, "MOST", 2)
    for number in range(3):
        make_article("fa", title=f"fa{number}", published_at=PUBLISHED_AT + number * HOUR)
    make_article("sq", title="sq")

    assert _titles(client) == ["fa2", "fa1", "sq"]


@pytest.mark.parametrize("count", [1, 4])
def test_it_takes_a_query_an_edition(client, count):
    for _ in range(count):
        make_article("fa", body="<p>A</p>")
        make_article("en")

    with captured() as statements:
        titles = _titles(client)

    assert (len(titles), len(statements)) == (2 * count, len(CODES))
    assert base_columns_read(statements) == set()
    assert [sql for sql in statements if '"body_' in sql] == []
