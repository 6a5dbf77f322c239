"""Where the switcher of every page leads."""

from urllib.parse import unquote

import pytest
import time_machine
from django.utils import timezone, translation

from nejat.editions.registry import CODES
from nejat.editions.switcher import NOT_HERE
from tests.editions.test_switcher import everywhere, lines, lines_in
from tests.factories import make_article, make_contributor, make_page, make_topic
from tests.site import Site, page_addresses

pytestmark = pytest.mark.django_db

# A year of one calendar is none of another's: these lead to the list of all years.
OF_A_CALENDAR = {
    "articles:archive_year": "articles:archive",
    "articles:archive_month": "articles:archive",
    "publications:newsletter_year": "publications:newsletter_list",
    "publications:pars-brief_year": "publications:pars-brief_list",
}


OF_ONE_THREAD = {f"comments:{name}" for name in ("post", "waiting", "answer", "report", "reported")}

PREVIEW = "previews:shared"
"""It stands in one edition, and its own line leads to where the work will be once it is public."""


def _addresses(site: Site, code: str) -> dict[str, str]:
    with translation.override(code):
        return {n: a for n, a in page_addresses(site) if not n.endswith("_feed")}


@pytest.mark.parametrize("code", CODES)
def test_a_page_that_stands_in_all_editions_leads_to_itself_in_each(client, standing_site, code):
    with time_machine.travel(timezone.now(), tick=False):  # a link to appeal holds its moment
        pages = {other: _addresses(standing_site, other) for other in CODES}

    for name in pages[code].keys() - OF_A_CALENDAR.keys() - OF_ONE_THREAD - {PREVIEW}:
        expected = {other: pages[other][name] for other in CODES}
        assert lines(client, pages[code][name]) == expected, name


@pytest.mark.parametrize("code", CODES)
def test_a_page_about_comments_leads_to_their_article_elsewhere(client, standing_site, code):
    pages = _addresses(standing_site, code)

    for name in OF_ONE_THREAD:
        expected = {**standing_site.article.addresses, code: pages[name]}
        shown = {other: unquote(url) for other, url in lines(client, pages[name]).items()}
        assert shown == {other: unquote(url) for other, url in expected.items()}, name


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", OF_A_CALENDAR)
def test_a_year_and_a_month_of_one_calendar_lead_to_the_archive_of_the_others(
    client, standing_site, code, name
):
    address = _addresses(standing_site, code)[name]

    expected = everywhere(OF_A_CALENDAR[name], NOT_HERE, {code: address})
    assert lines(client, address) == expected


def test_no_line_of_any_page_leads_to_an_error(client, standing_pages):
    answers = {
        address: page
        for pages in standing_pages.values()
        for name, address, page in pages
        if name != PREVIEW
    }
    others = ["/xx/", *(address for code in CODES for address in _lonely(code))]
    answers |= {address: client.get(address) for address in others}

    targets = {url for page in answers.values() for url in lines_in(page).values()}

    pages = {url: answers.get(url) or client.get(url) for url in targets}
    assert {url: page.status_code for url, page in pages.items() if page.status_code != 200} == {}


def _lonely(code: str) -> list[str]:
    """Addresses of pages that stand in one edition alone."""
    left_over = {f"slug_{other}": f"left-over-{code}" for other in CODES}
    works = [make_article(code), make_topic(code), make_page(code)]
    works.append(make_contributor(code, **left_over))
    ours = [work.url_in(code) for work in works]
    return [*ours, f"/{code}/nowhere/", f"/{code}/articles/?before=x"]
