"""The text-only view of every page: what is in it, what it weighs, where it leads."""

from pathlib import Path
from urllib.parse import quote

import pytest
import time_machine
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.pages.text_only.addresses import asked_part, in_full, in_text, is_page
from tests.factories import make_article
from tests.subscriptions.test_subscribing import form

pytestmark = pytest.mark.django_db

LIMIT = 50_000
HOME = "http://testserver"


def read(response) -> LexborHTMLParser:
    return LexborHTMLParser(response.content.decode())


def with_mode(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}text-only"


def weight(response) -> int:
    """Bytes of a page and of all that it loads."""
    loaded = read(response).css("head link[rel=stylesheet], head link[rel=icon]")
    names = [link.attributes["href"].removeprefix("/static/") for link in loaded]
    sizes = [Path(finders.find(name)).stat().st_size for name in names]
    return len(response.content) + sum(sizes)


@pytest.mark.parametrize("code", CODES)
def test_it_is_the_same_for_everybody_and_sets_no_cookie(client, admin_client, code):
    stranger = Client(headers={"accept-language": "sq"})
    stranger.cookies.load({"edition": "ar"})
    address = f"/{code}/articles/?text-only"

    answers = [each.get(address) for each in (client, stranger, admin_client)]

    assert len({answer.content for answer in answers}) == 1
    assert {answer.headers["Vary"] for answer in answers} == {"Accept-Encoding"}
    assert client.cookies == {}


def test_every_page_leads_to_its_text_whatever_stands_in_its_address(client):
    def text_links(address):
        links = read(client.get(address)).css("footer a")
        hrefs = [link.attributes["href"] for link in links]
        return [href for href in hrefs if "text-only" in href]

    assert text_links("/fa/") == ["/fa/?text-only"]
    search = f"/fa/search/?q={quote('باغ')}&x=1"
    assert text_links(search) == [f"{search}&text-only"]
    assert text_links("/fa/nowhere/?a&a") == ["/fa/nowhere/?a&a&text-only"]
    # The view itself leads to the page instead.
    assert "/fa/search/?q=1&text-only" not in text_links("/fa/search/?text-only=&q=1")


def test_the_full_page_is_the_one_that_was_asked_for(client):
    page = read(client.get("/en/search/?a=%26&text-only=2&q=tea"))

    link = page.css_first("header a[href^=http]")
    assert link.attributes["href"] == f"{HOME}/en/search/?a=%26&q=tea"


@pytest.mark.parametrize(
    "query",
    [
        *("text-only", "text-only=", "text-only=1", "text-only=0", "text-only=7", "text-only=-1"),
        *("text-only=x", "text-only=%00", "text-only=٣", "text-only=²", "text-only=" + "9" * 5000),
        *("a=%ff&text-only", "text-only&text-only=3", "&&text-only&="),
    ],
)
def test_a_part_that_is_none_is_answered_with_the_text(client, query):
    response = client.get("/fa/?" + query)

    assert response.status_code == 200
    assert len(read(response).css("h1")) == 1
    assert b"<script" not in response.content


@pytest.mark.parametrize("query", ["", "text-onl", "text-only2", "q=text-only", "x-text-only=1"])
def test_other_addresses_answer_with_the_page(client, query):
    assert b"<script" in client.get("/fa/?" + query).content


def test_an_endless_address_makes_no_endless_page(client):
    response = client.get("/en/nowhere/?text-only&a=" + "x" * 60_000)

    assert response.status_code == 404
    assert weight(response) < LIMIT
    assert read(response).css_first("header a[href^=http]").attributes["href"] == f"{HOME}/en/"


@pytest.mark.parametrize(("path", "status"), [("nowhere/", 404), ("articles/?before=x", 400)])
def test_errors_are_told_as_text_too(client, path, status):
    response = client.get(with_mode(f"/ar/{path}"))

    assert response.status_code == status
    assert b"<script" not in response.content
    assert read(response).css_first("html").attributes == {"lang": "ar", "dir": "rtl"}


def test_a_host_that_is_not_ours_is_refused_as_text_too(client):
    response = client.get("/fa/?text-only", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert b"evil.example" not in response.content
    assert read(response).css_first("html").attributes == {"lang": "fa", "dir": "rtl"}
    assert read(response).css_first("header p:last-child a").attributes["href"] == "/fa/"


def test_redirects_to_our_pages_stay_in_the_mode(client):
    article = make_article("en", title="Tea")

    def led_to(address):
        return client.get(address)["Location"]

    assert led_to(f"/en/articles/{article.pk}/wrong/?text-only=2") == (
        f"/en/articles/{article.pk}/tea/?text-only"
    )
    assert led_to("/en/articles?text-only") == "/en/articles/?text-only"
    assert led_to("/?text-only") == "/en/?text-only"
    assert led_to(f"/en/articles/{article.pk}/wrong/") == f"/en/articles/{article.pk}/tea/"


def test_forms_that_are_sent_answer_as_text(client, mail_server):
    sent = client.post("/fa/subscribe/?text-only", form())
    refused = client.post("/fa/subscribe/?text-only", form(address="nobody"))

    assert (sent.status_code, sent["Location"]) == (302, "/fa/subscribe/asked/?text-only")
    assert len(mail_server.mails) == 1
    assert refused.status_code == 200
    assert b"<script" not in refused.content
    page = read(refused)
    assert page.css_first("form [name=address]").attributes["value"] == "nobody"
    assert page.css_first("form[method=post]").attributes["action"] == "/fa/subscribe/?text-only"


def test_the_search_form_sends_the_mode(client):
    forms = read(client.get("/fa/search/?text-only")).css("main form, form[role=search]")
    fields = {
        (field.attributes["name"], field.attributes.get("value"))
        for field in forms[0].css("input[name]")
    }

    assert ("text-only", "") in fields
    answer = client.get("/fa/search/?q=باغ&text-only=")
    assert b"<script" not in answer.content


def test_the_admin_stays_as_it_is(client):
    assert b"<script" in client.get("/admin/login/?text-only").content


def test_a_feed_stays_as_it_is(client):
    make_article("fa")

    with time_machine.travel(timezone.now(), tick=False):
        plain, asked = (client.get(f"/fa/articles/feed/{q}") for q in ("", "?text-only"))

    assert asked.content == plain.content


def test_a_file_stays_a_file(client, settings):
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "notes.pdf").write_bytes(b"%PDF-1.7")

    assert client.get("/files/notes.pdf?text-only").getvalue() == b"%PDF-1.7"


def test_only_the_length_of_the_text_is_announced(client):
    response = client.get("/fa/nowhere/?text-only")

    assert response.headers["Content-Length"] == str(len(response.content))


ADDRESSES = [
    ("/fa/", True),
    ("/fa", True),
    ("/", True),
    ("/fa/articles/1/%D8%A7/?a=1#b", True),
    ("?before=1", True),
    (f"{HOME}/sq/", True),
    ("", False),
    ("#comments", False),
    ("//elsewhere.example/fa/", False),
    (f"{HOME}.elsewhere.example/fa/", False),
    ("http://[broken/fa/", False),
    ("https://elsewhere.example/fa/", False),
    ("javascript:alert(1)", False),
    ("mailto:a@example.org", False),
    ("/files/a.jpg", False),
    ("/admin/", False),
    ("/static/a.css", False),
    ("/fa/articles/feed/", False),
    ("/fa/feed.json", False),
    ("/farsi/", False),
]


@pytest.mark.parametrize(("address", "is_ours"), ADDRESSES)
def test_a_page_of_ours_is_told_from_what_is_none(address, is_ours):
    assert is_page(address, HOME) is is_ours


def test_an_address_keeps_what_else_stands_in_it():
    assert in_text("/fa/?a=%26&b#c") == "/fa/?a=%26&b&text-only#c"
    assert in_text("/fa/?text-only=9&a", 2) == "/fa/?a&text-only=2"
    assert in_text("#c") == "?text-only#c"
    assert in_full("/fa/?text-only=9&a=1&text-only#c") == "/fa/?a=1#c"
    assert in_full("/fa/?text-only") == "/fa/"
    assert [asked_part(q) for q in ("", "text-only", "a&text-only=12", "text-only=1000")] == [
        None,
        1,
        12,
        1,
    ]
