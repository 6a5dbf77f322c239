"""About, contact and the pages that staff add."""

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.pages.models import Page
from tests.factories import make_page

pytestmark = pytest.mark.django_db

every_place = pytest.mark.parametrize("place", Page.Place.values)
ABOUT = {"en": "About Us", "ar": "من نحن", "fa": "درباره ما", "sq": "Rreth nesh"}


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


@pytest.mark.parametrize("code", CODES)
def test_a_place_whose_page_is_still_to_come_says_so(client, code):
    make_page("en" if code != "en" else "fa", place="about")

    page = _page(client, f"/{code}/about/")

    assert page.css_first("h1").text() == ABOUT[code]
    assert page.css(".prose") == []
    ways = [link.attributes["href"] for link in page.css(".ways-on a")]
    assert ways == [f"/{code}/", f"/{code}/articles/", f"/{code}/archive/"]


@every_place
@pytest.mark.parametrize("code", CODES)
def test_a_place_shows_its_page_once_that_is_published(client, code, place):
    make_page(code, place=place, title="Who we are", body="<p>We keep letters.</p>")

    page = _page(client, f"/{code}/{place}/")

    assert page.css_first("h1").text() == "Who we are"
    assert page.css_first(".prose").inner_html == "<p>We keep letters.</p>"
    assert page.css_first("link[rel=canonical]").attributes["href"] == (
        f"http://testserver/{code}/{place}/"
    )


@pytest.mark.parametrize(
    "fields",
    [{"state": "draft"}, {"state": "withdrawn"}, {"expires_at": timezone.now()}],
)
def test_readers_do_not_see_a_place_before_its_time_and_staff_do(client, admin_client, fields):
    make_page("en", place="about", title="Who we are", **fields)

    shown = admin_client.get("/en/about/")

    assert _page(client, "/en/about/").css_first("h1").text() == "About Us"
    assert LexborHTMLParser(shown.content.decode()).css_first("h1").text() == "Who we are"
    assert "no-store" in shown["Cache-Control"].split(", ")


@pytest.mark.parametrize("code", CODES)
def test_a_page_stands_at_its_own_address(client, code):
    page = make_page(code, title="House rules", standfirst="In short.", body="<p>Be kind.</p>")

    shown = _page(client, page.url_in(code))

    assert page.url_in(code) == f"/{code}/pages/{page.pk}/house-rules/"
    assert shown.css_first("h1").text() == "House rules"
    assert shown.css_first(".standfirst").text() == "In short."
    assert shown.css_first(".prose").inner_html == "<p>Be kind.</p>"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("slug", ["", "another/", "-/"])
def test_a_wrong_or_missing_slug_answers_301_once(client, code, slug):
    page = make_page(code)

    response = client.get(f"/{code}/pages/{page.pk}/{slug}")

    assert (response.status_code, response["Location"]) == (301, page.url_in(code))
    assert client.get(response["Location"]).status_code == 200


@every_place
@pytest.mark.parametrize("slug", ["", "a-letter-home/", "another/"])
def test_a_page_with_a_place_redirects_to_it(client, place, slug):
    page = make_page("en", place=place)

    response = client.get(f"/en/pages/{page.pk}/{slug}")

    assert (response.status_code, response["Location"]) == (301, f"/en/{place}/")


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_found_in_its_own_edition_alone(client, code):
    page = make_page(code)

    statuses = {other: client.get(page.url_in(other)).status_code for other in CODES}

    assert statuses == {other: 200 if other == code else 404 for other in CODES}


def test_a_draft_without_an_address_opens_for_staff_alone(client, admin_client):
    page = make_page("en", state="draft")
    Page.objects.filter(pk=page.pk).update(slug_en="")

    assert admin_client.get(f"/en/pages/{page.pk}/-/").status_code == 200
    assert client.get(f"/en/pages/{page.pk}/-/").status_code == 404


def test_the_search_shows_what_was_typed_as_text(client):
    page = _page(client, "/en/search/?q=%3Cscript%3Ex()%3C/script%3E")

    assert page.css_first("q").text() == "<script>x()</script>"
    assert page.css("main script:not([type])") == []


@pytest.mark.parametrize(("length", "status"), [(200, 200), (201, 400)])
def test_the_search_refuses_what_nobody_types(client, length, status):
    assert client.get("/fa/search/", {"q": "ن" * length}).status_code == status
