"""What holds for every page of the site, in each of the four editions."""

import re
from collections.abc import Iterator

import polib
import pytest
from django.conf import settings
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES, get_edition
from tests.site import Site, page_addresses
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return Site()


def _pages(client, site, code) -> Iterator[tuple[str, LexborHTMLParser]]:
    with translation.override(code):
        addresses = [page for page in page_addresses(site) if not page[0].endswith("_feed")]
    for name, address in [*addresses, ("404", f"/{code}/nowhere/")]:
        response = client.get(address)
        assert response.status_code == (404 if name == "404" else 200), (name, address)
        yield name, LexborHTMLParser(response.content.decode())


@pytest.mark.parametrize("code", CODES)
def test_a_page_answers_in_the_language_and_direction_of_its_edition(client, site, code):
    for name, page in _pages(client, site, code):
        html = page.css_first("html").attributes

        assert (html["lang"], html["dir"]) == (code, get_edition(code).direction), name
        assert len(page.css("h1")) == 1, name
        assert len(page.css("main")) == 1, name
        assert page.css_first("title").text().strip(), name


@pytest.mark.parametrize("code", CODES)
def test_a_page_makes_the_browser_ask_no_other_host(client, site, code):
    for name, page in _pages(client, site, code):
        loaded = page.css("script, img, iframe, video, audio, source, link[rel=stylesheet]")
        sources = [tag.attributes.get("src") or tag.attributes.get("href") for tag in loaded]

        assert [s for s in sources if s and re.match(r"(https?:)?//", s)] == [], name


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_complete_without_a_cookie(client, site, code):
    for name, _page in _pages(client, site, code):
        assert dict(client.cookies) == {}, name


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_no_english_word_of_the_interface_is_left(client, site, code):
    catalogue = polib.pofile(str(settings.BASE_DIR / "locale" / code / "LC_MESSAGES/django.po"))
    english = {
        entry.msgid
        for entry in catalogue
        if entry.msgid != entry.msgstr and re.fullmatch(r"[A-Z][\w’' ./-]+", entry.msgid)
    }

    for name, page in _pages(client, site, code):
        for foreign in page.css("[lang]:not(html), script, style"):
            foreign.decompose()
        texts = {text.strip() for text in page.body.text(separator="\n").split("\n")}
        labels = {
            tag.attributes.get(attribute, "")
            for attribute in ("aria-label", "title", "alt", "placeholder")
            for tag in page.css(f"[{attribute}]")
        }
        assert (texts | labels) & english == set(), name


@pytest.mark.parametrize("code", CODES)
def test_a_feed_answers_with_entries_of_its_edition(client, site, code):
    with translation.override(code):
        feeds = [page for page in page_addresses(site) if page[0].endswith("_feed")]
    for name, address in feeds:
        response = client.get(address)

        assert response.headers["Content-Type"].startswith("application/atom+xml"), name
        assert response.content.decode().count("<entry>") == 3, name


@pytest.mark.parametrize("code", CODES)
def test_no_page_reads_the_unused_columns_beside_those_of_the_editions(client, site, code):
    with translation.override(code):
        addresses = [address for _, address in page_addresses(site)]
    with captured() as statements:
        for address in addresses:
            client.get(address)

    assert statements
    assert base_columns_read(statements) == set()
