"""The archive by year and month, each edition in its own calendar."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from selectolax.lexbor import LexborHTMLParser

from articles.archives import MonthCount, articles_of, months
from articles.models import Article
from nejat.editions.calendars import Month
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.archives import years
from tests.factories import make_article

pytestmark = pytest.mark.django_db

FA, EN = get_edition("fa"), get_edition("en")
# The Persian year 1400 begins on 21 March 2021; Tehran was at +03:30 then.
LAST_OF_1399 = datetime(2021, 3, 20, 20, 29, tzinfo=UTC)  # 23:59 of 20 March
FIRST_OF_1400 = datetime(2021, 3, 20, 20, 31, tzinfo=UTC)  # 00:01 of 21 March


def _years(edition) -> list[int]:
    return years(Article.objects.all(), edition)


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _links(page: LexborHTMLParser, selector: str) -> list[tuple[str, str]]:
    return [(link.attributes["href"], link.text(strip=True)) for link in page.css(selector)]


def _titles(page: LexborHTMLParser) -> list[str]:
    return [title.text(strip=True) for title in page.css(".card h2")]


def test_midnight_in_tehran_parts_two_persian_years(client):
    make_article("fa", title="پیش از نوروز", published_at=LAST_OF_1399)
    make_article("fa", title="پس از نوروز", published_at=FIRST_OF_1400)

    assert _titles(_page(client, "/fa/archive/1399/12/")) == ["پیش از نوروز"]
    assert _titles(_page(client, "/fa/archive/1400/01/")) == ["پس از نوروز"]
    assert _years(FA) == [1400, 1399]


@pytest.mark.parametrize("code", ["en", "ar", "sq"])
def test_the_same_midnight_parts_no_other_calendar(client, code):
    make_article(code, title="1", published_at=LAST_OF_1399)
    make_article(code, title="2", published_at=FIRST_OF_1400)

    assert _titles(_page(client, f"/{code}/archive/2021/3/")) == ["2", "1"]
    assert _years(get_edition(code)) == [2021]


def test_a_month_begins_with_its_first_moment_and_ends_before_that_of_the_next():
    start = datetime(2024, 5, 31, 20, 30, tzinfo=UTC)  # 00:00 of 1 June in Tehran
    end = datetime(2024, 6, 30, 20, 30, tzinfo=UTC)
    tick = timedelta(microseconds=1)
    made = [make_article("en", published_at=m) for m in (start - tick, start, end - tick, end)]

    assert list(articles_of(Month(2024, 6), EN).order_by("pk")) == made[1:3]


@pytest.mark.parametrize("code", CODES)
def test_the_index_lists_the_years_that_hold_articles_newest_first(client, code):
    for moment in (datetime(year, 6, 1, tzinfo=UTC) for year in (2004, 2019, 2019, 2021)):
        make_article(code, published_at=moment)

    page = _page(client, f"/{code}/archive/")

    expected = {
        "en": [("2021", "2021"), ("2019", "2019"), ("2004", "2004")],
        "sq": [("2021", "2021"), ("2019", "2019"), ("2004", "2004")],
        "ar": [("2021", "٢٠٢١"), ("2019", "٢٠١٩"), ("2004", "٢٠٠٤")],
        "fa": [("1400", "۱۴۰۰"), ("1398", "۱۳۹۸"), ("1383", "۱۳۸۳")],
    }[code]
    links = _links(page, ".years a")
    assert links == [(f"/{code}/archive/{year}/", shown) for year, shown in expected]
    assert [client.get(address).status_code for address, _ in links] == [200, 200, 200]


def test_an_archive_without_articles_says_so(client):
    make_article("fa")

    page = _page(client, "/en/archive/")

    assert page.css_first(".years").text(strip=True) == (
        "Nothing has been published in this edition yet."
    )


def test_a_year_counts_the_articles_of_its_months_in_their_order(client):
    for month, count in ((11, 1), (2, 3)):
        for day in range(1, count + 1):
            make_article("en", published_at=datetime(2020, month, day, 12, tzinfo=UTC))
    make_article("en", published_at=datetime(2021, 2, 1, tzinfo=UTC))
    make_article("fa", published_at=datetime(2020, 2, 1, tzinfo=UTC))

    page = _page(client, "/en/archive/2020/")

    assert months(2020, EN) == [MonthCount(Month(2020, 2), 3), MonthCount(Month(2020, 11), 1)]
    assert _links(page, ".months a") == [
        ("/en/archive/2020/2/", "February 2020"),
        ("/en/archive/2020/11/", "November 2020"),
    ]
    counts = [count.text(strip=True) for count in page.css(".months .count")]
    assert counts == ["3 articles", "1 article"]


@pytest.mark.parametrize("year", [2018, 2020, 2022, 0, 12345])
def test_a_year_without_articles_is_not_found(client, year):
    for other in (2019, 2021):
        make_article("en", published_at=datetime(other, 6, 1, tzinfo=UTC))

    assert client.get(f"/en/archive/{year}/").status_code == 404


def test_what_readers_may_not_see_is_in_no_year_and_no_month(client):
    moment = datetime(2020, 6, 1, tzinfo=UTC)
    make_article("fa", state="draft", published_at=moment)
    make_article("fa", state="withdrawn", published_at=moment)
    make_article("fa", published_at=moment, expires_at=moment + timedelta(days=1))
    make_article("fa", published_at=datetime(2021, 6, 5, tzinfo=UTC))

    with time_machine.travel(datetime(2021, 6, 4, tzinfo=UTC), tick=False):
        assert (_years(FA), months(1399, FA), months(1400, FA)) == (
            [],
            [],
            [],
        )
        assert _titles(_page(client, "/fa/archive/1399/3/")) == []
    with time_machine.travel(datetime(2021, 6, 6, tzinfo=UTC), tick=False):
        assert (_years(FA), months(1400, FA)) == (
            [1400],
            [MonthCount(Month(1400, 3), 1)],
        )


@pytest.mark.parametrize(
    ("code", "address", "earlier", "later"),
    [
        ("en", "/en/archive/2020/1/", ("2018/11", "November 2018"), ("2021/3", "March 2021")),
        ("fa", "/fa/archive/1398/11/", ("1397/8", "آبان ۱۳۹۷"), ("1399/12", "اسفند ۱۳۹۹")),
        ("ar", "/ar/archive/2020/1/", ("2018/11", "نوفمبر ٢٠١٨"), ("2021/3", "مارس ٢٠٢١")),
        ("sq", "/sq/archive/2020/1/", ("2018/11", "Nëntor 2018"), ("2021/3", "Mars 2021")),
    ],
)
def test_a_month_leads_to_the_nearest_months_that_hold_articles(
    client, code, address, earlier, later
):
    for moment in (datetime(2018, 11, 5, tzinfo=UTC), datetime(2021, 3, 5, tzinfo=UTC)):
        make_article(code, published_at=moment)
    make_article(code, published_at=datetime(2021, 8, 5, tzinfo=UTC))

    page = _page(client, address)

    root = f"/{code}/archive/"
    assert [
        (link.attributes["rel"], link.attributes["href"], link.text(strip=True))
        for link in page.css(".month-steps a")
    ] == [
        ("prev", f"{root}{earlier[0]}/", earlier[1]),
        ("next", f"{root}{later[0]}/", later[1]),
    ]


def test_a_month_without_others_around_it_leads_nowhere(client):
    make_article("en", published_at=datetime(2020, 1, 5, tzinfo=UTC))

    assert _page(client, "/en/archive/2020/1/").css(".month-steps a") == []


def test_a_month_has_its_name_and_the_way_back_to_its_year(client):
    make_article("fa", published_at=FIRST_OF_1400)

    page = _page(client, "/fa/archive/1400/1/")

    assert page.css_first("h1").text() == "فروردین ۱۴۰۰"
    assert _links(page, ".breadcrumbs a") == [
        ("/fa/", "خانه"),
        ("/fa/archive/1400/", "۱۴۰۰"),
    ]


def test_a_full_month_goes_on_with_older_posts(client):
    made = [
        make_article("en", title=str(n), published_at=datetime(2020, 6, 1, n, tzinfo=UTC))
        for n in range(12)
    ]
    make_article("en", published_at=datetime(2020, 5, 1, tzinfo=UTC))

    first = _page(client, "/en/archive/2020/6/")
    older = first.css_first(".pager-older").attributes["href"]
    second = _page(client, f"/en/archive/2020/6/{older}")

    assert _titles(first) + _titles(second) == [article.title_en for article in reversed(made)]
    assert second.css(".pager-older") == []
