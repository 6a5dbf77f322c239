"""The switcher leads to the same page in the other editions, else to the list nearest to it."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES, EDITIONS
from nejat.editions.switcher import NOT_HERE
from tests.factories import make_article, make_page, make_topic
from tests.site import Site

pytestmark = pytest.mark.django_db


def lines(client, address: str) -> dict[str, str]:
    """Where the switcher of the page at an address leads, by edition."""
    return lines_in(client.get(address))


def lines_in(page: HttpResponse) -> dict[str, str]:
    """Where the switcher of an answered page leads, by edition."""
    links = LexborHTMLParser(page.content.decode()).css(".switcher a")
    return {link.attributes["hreflang"]: link.attributes["href"] for link in links}


def everywhere(name: str, fragment: str = "", but: dict[str, str] | None = None):
    """The address of a view in every edition, with those of `but` instead."""
    found = {}
    for code in CODES:
        with translation.override(code):
            found[code] = reverse(name) + fragment
    return {**found, **(but or {})}


@pytest.mark.parametrize("code", CODES)
def test_a_work_leads_to_the_list_where_it_is_not_public_now(client, code):
    scheduled, withdrawn, public = [other for other in CODES if other != code]
    work = make_article(code)
    for other in CODES:
        work.set_in(other, title="A", state="published", published_at=timezone.now())
    work.set_in(scheduled, published_at=timezone.now() + timedelta(hours=1))
    work.set_in(withdrawn, state="withdrawn")
    work.save()

    expected = {code: work.url_in(code), public: work.url_in(public)}
    assert lines(client, work.url_in(code)) == everywhere("articles:list", NOT_HERE, expected)


@pytest.mark.parametrize("code", CODES)
def test_a_label_leads_to_the_list_of_articles_where_it_has_no_name(client, code):
    topic = make_topic(code)

    expected = everywhere("articles:list", NOT_HERE, {code: topic.url_in(code)})
    assert lines(client, topic.url_in(code)) == expected


@pytest.mark.parametrize("code", CODES)
def test_a_page_of_one_edition_leads_home_in_the_others(client, code):
    page = make_page(code)

    expected = everywhere("pages:home", NOT_HERE, {code: page.url_in(code)})
    assert lines(client, page.url_in(code)) == expected


@pytest.mark.parametrize("code", CODES)
def test_an_error_page_leads_home(client, code):
    expected = everywhere("pages:home", NOT_HERE, {code: f"/{code}/"})

    assert lines(client, f"/{code}/nowhere/") == expected


def test_an_error_outside_the_editions_leads_home_in_the_readers_language(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "sq"

    assert lines(client, "/xx/") == everywhere("pages:home", NOT_HERE, {"sq": "/sq/"})


def test_the_place_a_line_leads_to_says_that_the_page_is_not_there(client):
    address = make_article("fa").url_in("fa")
    target = lines(client, address)["en"]

    page = LexborHTMLParser(client.get(target).content.decode())

    assert target == "/en/articles/#not-in-this-edition"
    assert page.css_first("#not-in-this-edition").text() == (
        "What you were reading is not in this edition. Here is what stands nearest to it."
    )


def test_each_line_names_its_edition_and_says_when_the_page_is_not_there(client):
    address = make_article("en", title_ar="أ", state_ar="published").url_in("en")
    page = LexborHTMLParser(client.get(address).content.decode())

    lines = page.css("header .switcher li")

    names = ("hreflang", "lang", "dir", "data-edition", "aria-current")
    said = [
        (*(line.css_first("a").attributes.get(name) for name in names), len(line.css("small")))
        for line in lines
    ]
    assert said == [
        ("en", "en", "ltr", "en", "true", 0),
        ("ar", "ar", "rtl", "ar", None, 0),
        ("fa", "fa", "rtl", "fa", None, 1),
        ("sq", "sq", "ltr", "sq", None, 1),
    ]
    shown = [line.css_first("a").text() for line in lines]
    assert shown == [edition.native_name for edition in EDITIONS]


def test_a_page_of_a_list_leads_to_the_beginning_of_the_list_elsewhere(client):
    Site(1)

    assert lines(client, "/fa/articles/?before=1-1") == everywhere("articles:list")
