"""What holds for every page of the site, in each of the four editions."""

import re
from collections.abc import Iterator

import polib
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES, get_edition
from tests.site import page_addresses
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def answers(standing_pages) -> dict[str, list[tuple[str, HttpResponse]]]:
    """Name and answer of every page but the feeds, and of one that is not there, by edition."""
    return {
        code: [
            *((name, page) for name, _, page in pages if not name.endswith("_feed")),
            ("404", Client().get(f"/{code}/nowhere/")),
        ]
        for code, pages in standing_pages.items()
    }


def _read(answers: list[tuple[str, HttpResponse]]) -> Iterator[tuple[str, LexborHTMLParser]]:
    for name, answer in answers:
        assert answer.status_code == (404 if name == "404" else 200), name
        yield name, LexborHTMLParser(answer.content.decode())


@pytest.mark.parametrize("code", CODES)
def test_a_page_answers_in_the_language_and_direction_of_its_edition(answers, code):
    for name, page in _read(answers[code]):
        html = page.css_first("html").attributes

        assert (html["lang"], html["dir"]) == (code, get_edition(code).direction), name
        assert len(page.css("h1")) == 1, name
        assert len(page.css("main")) == 1, name
        assert page.css_first("title").text().strip(), name


@pytest.mark.parametrize("code", CODES)
def test_a_page_makes_the_browser_ask_no_other_host(answers, code):
    for name, page in _read(answers[code]):
        loaded = page.css("script, img, iframe, video, audio, source, link[rel=stylesheet]")
        sources = [tag.attributes.get("src") or tag.attributes.get("href") for tag in loaded]

        assert [s for s in sources if s and re.match(r"(https?:)?//", s)] == [], name


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_complete_without_a_cookie(answers, code):
    for name, answer in answers[code]:
        assert dict(answer.cookies) == {}, name


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_no_english_word_of_the_interface_is_left(answers, code):
    catalogue = polib.pofile(str(settings.BASE_DIR / "locale" / code / "LC_MESSAGES/django.po"))
    english = {
        entry.msgid
        for entry in catalogue
        if entry.msgid != entry.msgstr and re.fullmatch(r"[A-Z][\w’' ./-]+", entry.msgid)
    }

    for name, page in _read(answers[code]):
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
def test_a_feed_answers_with_entries_of_its_edition(standing_pages, code):
    feeds = [(name, page) for name, _, page in standing_pages[code] if name.endswith("_feed")]
    for name, response in feeds:
        form = "feed+json" if name.endswith("_json_feed") else "atom+xml"
        assert response.headers["Content-Type"].startswith(f"application/{form}"), name
        entries = set(re.findall(rf"tag:nejatngo\.org,2003:{code}/[\w/-]+", response.text))
        assert len(entries) == (20 if name.startswith("pages:home_") else 3), name


@pytest.mark.parametrize("code", CODES)
def test_no_page_reads_the_unused_columns_beside_those_of_the_editions(client, standing_site, code):
    with translation.override(code):
        addresses = [address for _, address in page_addresses(standing_site)]
    with captured() as statements:
        for address in addresses:
            client.get(address)

    assert statements
    assert base_columns_read(statements) == set()
