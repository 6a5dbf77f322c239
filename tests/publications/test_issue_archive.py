"""Issues by year, each edition in its own calendar."""

from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories import make_issue

pytestmark = pytest.mark.django_db

LIST = "/fa/publications/newsletter/"
# The Persian year 1400 begins on 21 March 2021; Tehran was at +03:30 then.
LAST_OF_1399 = datetime(2021, 3, 20, 20, 29, tzinfo=UTC)
FIRST_OF_1400 = datetime(2021, 3, 20, 20, 31, tzinfo=UTC)


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _titles(page: LexborHTMLParser) -> list[str]:
    return [title.text() for title in page.css(".tile h2")]


def _years(page: LexborHTMLParser) -> list[tuple[str, str]]:
    return [(link.attributes["href"], link.text()) for link in page.css(".years a")]


def test_midnight_in_tehran_parts_two_persian_years(client):
    make_issue("fa", title="پیش از نوروز", published_at=LAST_OF_1399)
    make_issue("fa", title="پس از نوروز", published_at=FIRST_OF_1400)

    assert _titles(_page(client, f"{LIST}archive/1399/")) == ["پیش از نوروز"]
    page = _page(client, f"{LIST}archive/1400/")
    assert _titles(page) == ["پس از نوروز"]
    assert page.css_first("h1").text().endswith("۱۴۰۰")
    assert _years(page) == [(f"{LIST}archive/1400/", "۱۴۰۰"), (f"{LIST}archive/1399/", "۱۳۹۹")]
    assert page.css_first(".years [aria-current]").text() == "۱۴۰۰"
    assert _years(_page(client, LIST)) == _years(page)


@pytest.mark.parametrize("code", ["en", "ar", "sq"])
def test_the_same_midnight_parts_no_other_calendar(client, code):
    make_issue(code, title="1", published_at=LAST_OF_1399)
    make_issue(code, title="2", published_at=FIRST_OF_1400)

    assert _titles(_page(client, f"/{code}/publications/newsletter/archive/2021/")) == ["2", "1"]


def test_a_gregorian_year_ends_at_midnight_in_tehran(client):
    make_issue("en", title="old", published_at=datetime(2020, 12, 31, 20, 29, tzinfo=UTC))
    make_issue("en", title="new", published_at=datetime(2020, 12, 31, 20, 30, tzinfo=UTC))
    start = "/en/publications/newsletter/archive"

    assert _titles(_page(client, f"{start}/2020/")) == ["old"]
    assert _titles(_page(client, f"{start}/2021/")) == ["new"]


def test_years_are_those_of_one_series_in_one_edition(client):
    for year in (2012, 2020, 2020):
        make_issue("en", published_at=datetime(year, 6, 1, tzinfo=UTC))
    make_issue("en", "pars-brief", published_at=datetime(2015, 6, 1, tzinfo=UTC))
    make_issue("sq", published_at=datetime(2017, 6, 1, tzinfo=UTC))
    make_issue("en", state="draft", published_at=datetime(2018, 6, 1, tzinfo=UTC))

    years = _years(_page(client, "/en/publications/newsletter/"))
    assert [year for _, year in years] == ["2020", "2012"]
    assert [client.get(address).status_code for address, _ in years] == [200, 200]


@pytest.mark.parametrize("code", ["en", "fa"])
@pytest.mark.parametrize("series", ["newsletter", "pars-brief"])
@pytest.mark.parametrize(
    "year", [0, 1, 622, 1401, 2018, 2022, 9376, 9377, 9378, 9998, 9999, 10_000, 10**40]
)
def test_a_year_without_issues_is_not_found(client, code, series, year):
    make_issue(code, series, published_at=datetime(2020, 6, 1, tzinfo=UTC))

    assert client.get(f"/{code}/publications/{series}/archive/{year}/").status_code == 404


@pytest.mark.parametrize("year", ["-1", "۱۳۹۹", "x", "1.5", "13 99"])
def test_what_is_no_year_is_not_found(client, year):
    make_issue("fa", published_at=LAST_OF_1399)

    assert client.get(f"{LIST}archive/{year}/").status_code == 404


def test_the_switcher_leads_from_a_year_to_the_list_of_the_series(client):
    make_issue("fa", "pars-brief", published_at=LAST_OF_1399)

    page = _page(client, "/fa/publications/pars-brief/archive/1399/")

    link = page.css_first("header a[hreflang=en]").attributes["href"]
    assert link == "/en/publications/pars-brief/#not-in-this-edition"


def test_a_list_without_issues_says_so(client):
    page = _page(client, "/en/publications/pars-brief/")

    assert page.css_first(".empty").text() == "Nothing has been published here yet."
    assert page.css(".years-nav") == []
