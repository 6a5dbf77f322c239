"""Redirects by staff: where they lead, what they refuse, and how chains are made straight."""

from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES, get_edition
from nejat.missing.models import MissingAddress, Redirect
from nejat.wordpress.importer.records import old_address
from tests.factories import make_article, make_topic
from tests.missing.making import make_redirect, noted, targets
from tests.sql import captured

pytestmark = pytest.mark.django_db

NAME = "نامه‌ای-به-خانه"


def _led(client, address: str) -> str:
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (301, "no-cache")
    return answer["Location"]


@pytest.mark.parametrize(
    "asked",
    [
        f"/fa/old/{NAME}",
        f"/fa/old/{NAME}/",
        f"/fa/old/{quote(NAME)}/",
        f"/fa/old/{quote(quote(NAME))}",
        f"/fa//Old/{NAME}/",
        f"/fa/old/{NAME}/?utm_source=mail&amp=1",
    ],
)
@pytest.mark.parametrize("written", [f"/fa/old/{NAME}/", f"fa/old/{quote(NAME)}"])
def test_all_forms_of_an_address_lead_on(client, written, asked):
    make_redirect(written, "/fa/about/")

    assert _led(client, asked) == "/fa/about/"


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/fa/about/", "/fa/about/"),
        ("/fa/about/?from=old#team", "/fa/about/?from=old#team"),
        ("http://testserver/fa/about/", "/fa/about/"),
        ("https://testserver:8000/fa/about/?a=b", "/fa/about/?a=b"),
        ("https://example.org", "https://example.org"),
        ("http://example.org/a?b=c#d", "http://example.org/a?b=c#d"),
        (f"/fa/topic/{NAME}/", f"/fa/topic/{quote(NAME)}/"),
        (f"/fa/topic/{quote(NAME)}/", f"/fa/topic/{quote(NAME)}/"),
        ("/fa/topic/a%3Fb%23c/", "/fa/topic/a%3Fb%23c/"),
        (f"https://example.org/{NAME}", f"https://example.org/{quote(NAME)}"),
        ("/files/publications/a.pdf", "/files/publications/a.pdf"),
        ("/en/about/", "/en/about/"),
        ("/", "/"),
    ],
)
def test_a_redirect_leads_where_it_says(client, settings, target, location):
    settings.ALLOWED_HOSTS = ["testserver"]
    make_redirect("/fa/old", target)

    assert _led(client, "/fa/old/") == location


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "//evil.example/fa/about/",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https:///evil.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "evil.example",
        "/fa/about/\r\nSet-Cookie: x=1",
        "/fa/about/\nx",
        "https://example.org/\r\nSet-Cookie: x=1",
        "/fa/about/ x",
        "/fa/about/\x00",
        "/fa/nowhere/",
        "/fa/posts/12",
        "/nowhere/",
        "http://testserver/fa/nowhere/",
        "https://" + "a" * 1000 + ".example/",
        "https://[broken/",
        "",
    ],
)
def test_a_target_that_is_unsafe_or_not_there_is_refused(settings, target):
    settings.ALLOWED_HOSTS = ["testserver"]

    with pytest.raises(ValidationError) as refusal:
        make_redirect("/fa/old", target)

    assert list(refusal.value.message_dict) == ["target"]
    assert targets() == {}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/fa/",
        "/xx/old",
        "/files/old.pdf",
        "/admin/old",
        "//evil.example/fa/old",
        "https://evil.example/fa/old",
        "/fa/" + "x" * 1000,
        "/fa/" + "😀" * 900,
    ],
)
def test_an_address_that_is_not_below_an_edition_is_refused(path):
    with pytest.raises(ValidationError) as refusal:
        make_redirect(path, "/fa/about/")

    assert list(refusal.value.message_dict) == ["path"]


def test_a_long_persian_address_leads_on(client):
    long = "/fa/" + "ن" * 990
    make_redirect(quote(long), "/fa/about/")

    assert _led(client, quote(long)) == "/fa/about/"
    assert list(targets()) == [long]


def test_a_whole_address_of_ours_may_be_copied(settings):
    settings.SITE_ADDRESS = "https://nejat.example"

    make_redirect("https://nejat.example/fa/Old/?a=b#c", "https://nejat.example/fa/about/")

    assert targets() == {"/fa/old": "/fa/about/"}


def test_an_address_has_one_redirect_in_whatever_form_it_is_written():
    make_redirect("/fa/old", "/fa/about/")

    with pytest.raises(ValidationError) as refusal:
        make_redirect("/fa/%4FLD/", "/fa/contact/")

    assert refusal.value.messages == ["This address has a redirect already."]


def test_a_redirect_holds_in_its_own_edition_only(client):
    make_redirect("/fa/old", "/en/about/")

    answers = {code: client.get(f"/{code}/old/").status_code for code in CODES}
    assert answers == {"en": 404, "ar": 404, "fa": 301, "sq": 404}


@pytest.mark.parametrize("method", ["get", "head"])
def test_readers_and_programs_that_look_are_led_on(client, method):
    make_redirect("/fa/old", "/fa/about/")

    assert getattr(client, method)("/fa/old/")["Location"] == "/fa/about/"


def test_forms_are_not_led_on(client):
    make_redirect("/fa/old", "/fa/about/")

    assert client.post("/fa/old/").status_code == 404


def test_what_answers_wins_over_a_redirect(client):
    for path in ("/fa/topic/garden", "/fa/posts/12"):
        make_redirect(path, "/fa/contact/")
    topic = make_topic("fa", slug="garden")
    old_address("fa", "posts/12", make_article("fa", slug="letter")).save()

    assert client.get(topic.url_in("fa")).status_code == 200
    assert client.get("/fa/posts/12")["Location"].endswith("/letter/")


def test_a_redirect_costs_one_query_to_find_and_one_to_count(client):
    make_redirect("/fa/old", "/fa/about/")

    with captured() as statements:
        client.get("/fa/old/")

    assert len([sql for sql in statements if "missing_" in sql]) == 2
    assert noted() == {}


def test_uses_are_counted_to_the_limit_of_a_sender_and_all_are_led_on(client):
    make_redirect("/fa/old", "/fa/about/")

    statuses = {client.get("/fa/old/").status_code for _ in range(70)}

    redirect = Redirect.objects.get()
    assert (statuses, redirect.hits) == ({301}, 60)
    assert redirect.last_used_at is not None


@pytest.mark.parametrize("code", CODES)
def test_what_is_gone_answers_410_with_a_page_of_the_edition(client, code):
    make_redirect(f"/{code}/old", "Gone")

    answer = client.get(f"/{code}/old/")

    page = LexborHTMLParser(answer.content.decode())
    html = page.css_first("html").attributes
    assert (answer.status_code, answer.reason_phrase) == (410, "Gone")
    assert (html["lang"], html["dir"]) == (code, get_edition(code).direction)
    assert len(page.css("h1")) == 1
    assert page.css_first(".ways-on a").attributes["href"] == f"/{code}/"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Content-Length"] == str(len(answer.content))
    assert dict(answer.cookies) == {}


def test_a_head_of_what_is_gone_is_empty(client):
    make_redirect("/fa/old", "gone")

    answer = client.head("/fa/old/")

    assert (answer.status_code, answer.content) == (410, b"")


def test_a_view_that_answers_410_keeps_its_own_page(client):
    answer = client.get("/en/unsubscribe/nonsense/")

    heading = LexborHTMLParser(answer.content.decode()).css_first("h1").text()
    assert answer.status_code == 410
    assert heading != "This page is gone"


@pytest.mark.parametrize("target", ["/fa/topic/old/", "/fa/topic/OLD", "/fa/topic/old/?a=b#c"])
def test_an_address_never_leads_to_itself(target):
    with pytest.raises(ValidationError) as refusal:
        make_redirect("/fa/topic/old", target)

    assert refusal.value.message_dict["target"][0] != ""
    assert targets() == {}


def test_a_target_that_leads_on_is_replaced_by_where_it_leads():
    make_redirect("/fa/topic/b", "/fa/about/?x=1")
    make_redirect("/fa/topic/a", "/fa/topic/b/")

    assert targets() == {"/fa/topic/a": "/fa/about/?x=1", "/fa/topic/b": "/fa/about/?x=1"}


def test_what_leads_to_an_address_follows_when_that_leads_on():
    make_redirect("/fa/topic/a", "/fa/topic/b/")
    make_redirect("/fa/topic/b", "/fa/topic/c/")
    make_redirect("/fa/topic/c", "https://example.org/")

    assert set(targets().values()) == {"https://example.org/"}


def test_what_leads_to_an_address_that_is_gone_is_gone():
    make_redirect("/fa/topic/a", "/fa/topic/b/")
    make_redirect("/fa/topic/b", "gone")
    make_redirect("/fa/topic/c", "/fa/topic/b/")

    assert set(targets().values()) == {"gone"}


@pytest.mark.parametrize("length", [2, 3, 5])
def test_a_loop_of_any_length_is_refused(length):
    for number in range(1, length):
        make_redirect(f"/fa/topic/{number}", f"/fa/topic/{number + 1}/")

    with pytest.raises(ValidationError):
        make_redirect(f"/fa/topic/{length}", "/fa/topic/1/")

    assert len(targets()) == length - 1


def test_a_redirect_that_is_changed_is_made_straight_again():
    first = make_redirect("/fa/topic/a", "/fa/topic/b/")
    make_redirect("/fa/topic/c", "/fa/about/")
    first.target = "/fa/topic/c/"
    first.save()

    assert targets() == {"/fa/topic/a": "/fa/about/", "/fa/topic/c": "/fa/about/"}


def test_saving_without_checking_refuses_a_loop_too():
    first = make_redirect("/fa/topic/a", "/fa/topic/b/")
    first.target = "/fa/topic/a/"

    with pytest.raises(ValidationError):
        first.save()

    assert targets() == {"/fa/topic/a": "/fa/topic/b/"}


def test_a_redirect_may_be_saved_again_and_moved():
    redirect = make_redirect("/fa/topic/a", "/fa/topic/b/")
    redirect.path = "/fa/topic/c"
    redirect.full_clean()
    redirect.save()

    assert targets() == {"/fa/topic/c": "/fa/topic/b/"}


def test_the_database_refuses_a_redirect_to_itself():
    row = Redirect(edition="fa", path="/fa/a", target="/fa/a/", target_path="/fa/a")

    with pytest.raises(IntegrityError), transaction.atomic():
        Redirect.objects.bulk_create([row])


def test_an_address_that_leads_on_is_no_longer_missing(client):
    client.get("/fa/old/")
    client.get("/fa/other/")

    make_redirect("/fa/old", "/fa/about/")
    client.get("/fa/old/")

    assert noted() == {"/fa/other": 1}


def test_an_ignored_address_may_be_led_on():
    MissingAddress.objects.create(path="/fa/old", is_ignored=True)

    make_redirect("/fa/old", "gone")

    assert noted() == {}
