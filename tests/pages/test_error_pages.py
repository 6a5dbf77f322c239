"""Error answers to readers are pages in the edition's language; elsewhere they stay short."""

import pytest
from django.http import HttpResponse, HttpResponseNotAllowed
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.middleware import edition_middleware
from nejat.editions.registry import CODES, get_edition
from nejat.pages.middleware import error_page_middleware

pytestmark = pytest.mark.django_db

HEADINGS = {
    "en": {
        400: "This address cannot be read",
        403: "This page is not open to you",
        404: "This page is not here",
        405: "This cannot be done here",
    },
    "ar": {
        400: "تعذّرت قراءة هذا الرابط",
        403: "هذه الصفحة غير متاحة لكم",
        404: "هذه الصفحة غير موجودة",
        405: "لا يمكن فعل ذلك هنا",
    },
    "fa": {
        400: "این نشانی خوانده نمی‌شود",
        403: "این صفحه در دسترس شما نیست",
        404: "این صفحه پیدا نشد",
        405: "این کار اینجا شدنی نیست",
    },
    "sq": {
        400: "Kjo adresë nuk lexohet",
        403: "Kjo faqe nuk është e hapur për ju",
        404: "Kjo faqe nuk gjendet",
        405: "Kjo nuk mund të bëhet këtu",
    },
}
NOT_FOUND_IN = {code: HEADINGS[code][404] for code in CODES}


def _answer(status: int, code: str, rf) -> HttpResponse:
    """An answer of that status below the edition."""
    if status == 400:
        return Client().get(f"/{code}/articles/?before=nonsense")
    if status == 403:
        return Client(enforce_csrf_checks=True).post(f"/{code}/about/")
    if status == 404:
        return Client().get(f"/{code}/nowhere/")
    refusing = error_page_middleware(lambda request: HttpResponseNotAllowed(["GET", "HEAD"]))
    return edition_middleware(refusing)(rf.post(f"/{code}/about/"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("status", [400, 403, 404, 405])
def test_an_error_is_a_page_of_the_edition_with_ways_on(rf, code, status):
    response = _answer(status, code, rf)

    page = LexborHTMLParser(response.content.decode())
    html = page.css_first("html").attributes
    heading = HEADINGS[code][status]
    assert (response.status_code, response["Content-Language"]) == (status, code)
    assert (html["lang"], html["dir"]) == (code, get_edition(code).direction)
    assert [title.text() for title in page.css("h1")] == [heading]
    assert page.css_first("title").text().partition(" – ")[0] == heading
    ways = [link.attributes["href"] for link in page.css(".ways-on a")]
    assert ways == [f"/{code}/", f"/{code}/articles/", f"/{code}/archive/"]
    assert len(page.css("nav.menu")) == 1


@pytest.mark.parametrize("code", CODES)
def test_outside_the_editions_it_speaks_the_readers_language(client, code):
    response = client.get("/nowhere/", headers={"accept-language": code})

    page = LexborHTMLParser(response.content.decode())
    assert (response.status_code, response["Content-Language"]) == (404, code)
    assert page.css_first("h1").text() == NOT_FOUND_IN[code]
    assert response["Vary"] == "Cookie, Accept-Language, Accept-Encoding"


def test_a_host_that_is_not_ours_is_refused_with_a_page(client):
    response = client.get("/fa/", headers={"host": "evil.example"})

    page = LexborHTMLParser(response.content.decode())
    assert response.status_code == 400
    assert page.css_first("h1").text() == HEADINGS["fa"][400]
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize("path", ["/files/nowhere.pdf", "/static/nowhere.css"])
def test_files_keep_their_short_answer(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert LexborHTMLParser(response.content.decode()).css("main") == []


def test_the_admin_keeps_its_own_answer(admin_client):
    response = admin_client.get("/admin/nowhere/")

    assert response.status_code == 404
    assert LexborHTMLParser(response.content.decode()).css("nav.menu") == []


def test_an_error_page_keeps_what_the_answer_said_in_its_headers(client, rf):
    refused, missing = _answer(405, "en", rf), client.get("/en/nowhere/")

    assert refused["Allow"] == "GET, HEAD"
    assert missing["X-Frame-Options"] == "DENY"
    assert missing["Content-Length"] == str(len(missing.content))
    assert missing["Content-Type"] == "text/html; charset=utf-8"


def test_a_work_that_is_hidden_from_readers_is_kept_apart_for_staff(client):
    """Staff may see a page there: no cache may give them the reader's answer."""
    assert client.get("/en/articles/1/a/")["Vary"] == "Cookie, Accept-Encoding"
