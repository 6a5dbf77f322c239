"""The contact page: what staff wrote, where the office is, and the form, in every edition."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from tests.contact.making import form, make_details, make_message
from tests.factories import make_page

pytestmark = pytest.mark.django_db

LABELS = {"en": "Contact us", "ar": "اتصل بنا", "fa": "تماس با ما", "sq": "Kontakt"}
KEY = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmD<script>\n=ab\n-----END PGP PUBLIC KEY BLOCK-----"
EVIL = '"><script>alert(1)</script>'


def show(client: Client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def headings(page: LexborHTMLParser) -> list[str]:
    return [tag.text() for tag in page.css("main h1, main h2")]


@pytest.mark.parametrize("code", CODES)
def test_an_edition_without_details_and_text_has_the_form(client, code):
    page = show(client, f"/{code}/contact/")

    assert page.css_first("h1").text() == LABELS[code]
    assert page.css(".prose, .office, .safe-contact, .empty") == []
    assert page.css_first("main form").attributes["action"] == f"/{code}/contact/send/"
    named = [field.attributes["name"] for field in page.css("main form [name]")]
    assert named == ["name", "email", "subject", "text", "website", "stamp"]


@pytest.mark.parametrize("code", CODES)
def test_what_staff_wrote_stands_above_the_form(client, code):
    make_page(code, place="contact", title="Write!", body="<p>We answer.</p>")

    page = show(client, f"/{code}/contact/")

    assert headings(page)[0] == "Write!"
    assert page.css_first(".prose").inner_html == "<p>We answer.</p>"
    assert len(page.css("main form")) == 1


@pytest.mark.parametrize("code", CODES)
def test_every_edition_has_its_own_office(client, code):
    make_details(**{f"office_name_{other}": f"Office {other}" for other in CODES})

    assert show(client, f"/{code}/contact/").css_first(".office h2").text() == f"Office {code}"


def test_an_office_of_another_edition_is_not_shown(client):
    make_details(office_name_en="Garden Street", safe_note_en="Be careful.")

    assert show(client, "/fa/contact/").css(".office, .safe-contact") == []


def test_the_details_are_links_where_readers_expect_them(client):
    make_details(
        postal_address_fa="خیابان باغ\nشمارهٔ ۱۲",
        phone_fa="+۹۸ (۲۱) 5550-0123",
        email_fa="post@example.org",
        opening_hours_fa="سه‌شنبه‌ها\nچهارشنبه‌ها",
        map_address_fa="https://www.openstreetmap.org/?a=1&b=2",
    )

    office = show(client, "/fa/contact/").css_first(".office")

    assert office.css_first("address").inner_html == "خیابان باغ<br>شمارهٔ ۱۲"
    assert {link.text(): link.attributes["href"] for link in office.css("a")} == {
        "+۹۸ (۲۱) 5550-0123": "tel:+982155500123",
        "post@example.org": "mailto:post@example.org",
        office.css("a")[-1].text(): "https://www.openstreetmap.org/?a=1&b=2",
    }
    assert [tag.attributes["dir"] for tag in office.css("a bdi")] == ["ltr", "ltr"]


def test_the_key_and_its_fingerprint_are_shown_as_text_from_left_to_right(client):
    make_details(pgp_key_fa=KEY, pgp_fingerprint_fa="0123456789abcdef0123456789abcdef01234567")

    safety = show(client, "/fa/contact/").css_first(".safe-contact")

    assert safety.css_first("pre").text() == KEY
    fingerprint = safety.css_first(".fingerprint")
    assert fingerprint.text() == "0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567"
    assert {tag.attributes["dir"] for tag in safety.css("pre, .fingerprint")} == {"ltr"}


def test_markup_in_the_details_is_shown_as_text(client):
    names = ("office_name", "postal_address", "phone", "opening_hours", "safe_note")
    make_details(**{f"{name}_en": EVIL for name in names})

    page = show(client, "/en/contact/")

    assert page.css("main script:not([type])") == []
    assert page.css_first(".office h2").text() == EVIL
    assert page.css_first(".safe-contact p").text() == EVIL


def test_readers_never_see_who_gets_the_mails(client):
    make_details(office_name_en="Garden Street")

    assert "office-en@example.org" not in client.get("/en/contact/").content.decode()


def test_the_switcher_leads_to_the_contact_page_of_every_edition(client):
    make_page("fa", place="contact")

    page = show(client, "/fa/contact/")

    links = {link.attributes.get("href") for link in page.css(".site-footer a")}
    assert {f"/{code}/contact/" for code in CODES} <= links


@pytest.mark.parametrize("place", ["with a page", "without a page"])
def test_the_page_costs_few_queries(client, django_assert_num_queries, place):
    make_details(office_name_fa="تالار")
    if place == "with a page":
        make_page("fa", place="contact")
    client.get("/fa/contact/")

    with django_assert_num_queries(2):
        client.get("/fa/contact/")


@pytest.mark.parametrize("others", [0, 20])
def test_a_message_costs_few_queries(client, django_assert_num_queries, others):
    make_details()
    for number in range(others):
        make_message(subject=f"Another {number}")
    client.post("/fa/contact/send/", form(subject="First"))  # what is cached is so from now on

    # The details, whether it is of a spammer; then in a transaction the lock, whether it was sent
    # before and the message, and in one of its own the mail.
    with django_assert_num_queries(10):
        client.post("/fa/contact/send/", form())


def test_the_page_sets_no_cookie_and_carries_no_token():
    strict = Client(enforce_csrf_checks=True)

    page = show(strict, "/fa/contact/")

    assert dict(strict.cookies) == {}
    assert page.css("[name=csrfmiddlewaretoken]") == []


@pytest.mark.parametrize("code", CODES)
def test_afterwards_readers_are_told_what_happens_next(client, code):
    page = show(client, f"/{code}/contact/thanks/")

    assert len(page.css("h1")) == 1
    ways = [link.attributes["href"] for link in page.css("main p a, .ways-on a")]
    assert ways == [f"/{code}/contact/", f"/{code}/", f"/{code}/articles/", f"/{code}/archive/"]
