"""The text-only view of every page."""

import re

import pytest
from django.utils import translation

from nejat.editions.registry import CODES, get_edition
from tests.pages.test_text_only import HOME, LIMIT, read, weight, with_mode
from tests.site import Site, page_addresses
from tests.sql import captured

pytestmark = pytest.mark.django_db


def _addresses(site: Site, code: str) -> list[str]:
    """Return the addresses of a site's pages, and of one that is not there."""
    with translation.override(code):
        pages = [address for name, address in page_addresses(site) if "feed" not in name]
    return [*pages, f"/{code}/nowhere/"]


@pytest.mark.parametrize("code", CODES)
def test_every_page_says_the_same_as_text_in_less_than_50_kb(client, standing_site, code):
    wrong = {}
    for address in _addresses(standing_site, code):
        full, text = client.get(address), client.get(with_mode(address))
        page, original = read(text), read(full)
        found = (
            text.status_code == full.status_code,
            page.css_first("html").attributes == {"lang": code, "dir": get_edition(code).direction},
            page.css_first("h1").text(strip=True) == original.css_first("h1").text(strip=True),
            page.css_first("title").text() == original.css_first("title").text(),
            [len(page.css(tag)) for tag in ("h1", "main", "body > footer", "body > nav")],
            page.css("script, style, img, picture, video, iframe, svg, [class], [style]"),
            weight(text) < LIMIT,
        )
        if found != (True, True, True, True, [1, 1, 1, 1], [], True):
            wrong[address] = found

    assert wrong == {}


@pytest.mark.parametrize("code", ["en", "fa"])
def test_links_to_our_own_pages_stay_in_the_mode_and_one_leads_out_of_it(
    client, standing_site, code
):
    ours = re.compile(rf"/(?:{'|'.join(CODES)})/(?!(?:.*/)?feed(?:/|\.json)$)|\?")
    for address in _addresses(standing_site, code):
        page = read(client.get(with_mode(address)))
        links = [link.attributes.get("href") or "" for link in page.css("a")]

        assert [href for href in links if ours.match(href) and "text-only" not in href] == []
        assert links.count(HOME + address) == 1, address
        canonical = page.css_first("link[rel=canonical]").attributes["href"]
        assert "text-only" not in canonical
        assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"


def test_the_view_costs_no_query(client, standing_site):
    for address in _addresses(standing_site, "fa"):
        client.get(address)
        with captured() as for_page:
            client.get(address)
        with captured() as for_text:
            client.get(with_mode(address))

        assert len(for_text) == len(for_page), address
