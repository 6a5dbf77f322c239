"""Subscribing, confirming, unsubscribing: what readers, machines and mail programs meet."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES, get_edition
from nejat.guard.stamps import new_stamp
from nejat.subscriptions.links import confirmation_link, unsubscribe_link
from nejat.subscriptions.models import Subscriber
from publications.series import PARS_BRIEF
from tests.factories import make_issue
from tests.subscriptions.making import make_subscriber

pytestmark = pytest.mark.django_db

LINK = re.compile(r"http://testserver\S+")


def form(address: str = "mina@example.org", **fields: str) -> dict[str, str]:
    """Return what a browser sends for a form that was shown five seconds ago."""
    with time_machine.travel(timezone.now() - timedelta(seconds=5)):
        stamp = new_stamp()
    return {"series": "newsletter", "address": address, "website": "", "stamp": stamp, **fields}


def ask(client: Client, address: str = "mina@example.org", code: str = "fa", **fields: str):
    """Subscribe as a browser does, and follow where it leads."""
    return client.post(f"/{code}/subscribe/", form(address, **fields), follow=True)


def words(response) -> str:
    """Return a page without what differs from one showing of it to the next."""
    return re.sub(r'value="\d+:[\w-]+"', "", response.content.decode())


def test_the_form_looks_like_the_other_forms(client):
    page = LexborHTMLParser(client.get("/en/subscribe/").content.decode())

    assert [label.text() for label in page.css(".form .field > label")] == ["E-mail address"]


def test_a_subscription_is_asked_for_confirmed_and_ended(client, mail_server):
    assert ask(client).redirect_chain == [("/fa/subscribe/asked/", 302)]
    subscriber = Subscriber.objects.get()
    assert (subscriber.state, subscriber.confirmed_at) == ("pending", None)

    (link,) = LINK.findall(mail_server.mails[0].get_body(("plain",)).get_content())
    client.get(link)
    subscriber.refresh_from_db()
    assert subscriber.state == "pending"
    client.post(link)
    subscriber.refresh_from_db()
    assert (subscriber.state, subscriber.series, subscriber.edition) == (
        "confirmed",
        "newsletter",
        "fa",
    )
    assert subscriber.confirmed_at <= timezone.now()

    client.post(unsubscribe_link(subscriber))
    subscriber.refresh_from_db()
    assert subscriber.state == "unsubscribed"
    assert subscriber.unsubscribed_at <= timezone.now()


@pytest.mark.parametrize("code", CODES)
def test_the_mail_that_asks_is_in_the_language_of_the_page(client, mail_server, code):
    ask(client, code=code)

    (mail,) = mail_server.mails
    edition = get_edition(code)
    html = mail.get_body(("html",)).get_content()
    assert f'<html lang="{code}" dir="{edition.direction}">' in html
    assert f'<body lang="{code}" dir="{edition.direction}">' in html
    assert html.count(f'dir="{edition.direction}"') == 7
    (link,) = LINK.findall(mail.get_body(("plain",)).get_content())
    assert link in html
    assert link.startswith(f"http://testserver/{code}/subscribe/confirm/")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["From"].addresses[0].addr_spec == "news@example.org"


@pytest.mark.parametrize("state", ["pending", "confirmed", "unsubscribed", "bounced"])
def test_a_known_address_is_answered_like_an_unknown_one(client, mail_server, state):
    unknown = ask(client, "unknown@example.org")
    make_subscriber("known@example.org", state=state)

    known = ask(client, "KNOWN@example.org")

    assert (known.redirect_chain, words(known)) == (unknown.redirect_chain, words(unknown))
    assert [address.lower() for address in mail_server.addresses] == [
        "unknown@example.org",
        "known@example.org",
    ]


def test_who_is_subscribed_gets_a_mail_that_says_so_and_how_to_end_it(client, mail_server):
    subscriber = make_subscriber()

    ask(client)

    text = mail_server.mails[0].get_body(("plain",)).get_content()
    assert LINK.findall(text) == [unsubscribe_link(subscriber)]
    subscriber.refresh_from_db()
    assert subscriber.state == "confirmed"


def test_an_address_that_the_mail_server_refuses_is_answered_like_any_other(client, mail_server):
    mail_server.on_recipient = lambda address: "550 5.1.1 no such mailbox"

    assert ask(client).redirect_chain == [("/fa/subscribe/asked/", 302)]


def test_an_address_is_one_however_it_is_written(client, mail_server):
    for address in ("Mina@Bücher.example", "mina@xn--bcher-kva.example", " MINA@BÜCHER.example "):
        ask(client, address)

    subscriber = Subscriber.objects.get()
    assert subscriber.normal_address == "mina@xn--bcher-kva.example"
    assert mail_server.addresses[0] == "Mina@xn--bcher-kva.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@b",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "a@example.org b@example.org",
        "Mina <a@example.org>",
        '"a\x01b"@example.org',
        '"a b"@example.org',
        "root@localhost",
        "root@[127.0.0.1]",
        f"a@{'ü' * 60}.example",
        f"{'a' * 250}@example.org",
        "نامه@example.org",
        "a@example.org\x00",
    ],
)
def test_what_is_no_plain_address_is_refused_and_nothing_is_sent(client, mail_server, address):
    response = client.post("/fa/subscribe/", form(address))

    assert response.status_code == 200
    assert "errorlist" in str(response.context["form"].errors)
    assert mail_server.kept == []
    assert Subscriber.objects.count() == 0


def test_a_series_that_does_not_exist_is_refused(client, mail_server):
    assert ask(client, series="nothing").status_code == 200
    assert mail_server.kept == []


def test_a_machine_that_fills_in_everything_is_answered_and_ignored(client, mail_server):
    response = ask(client, website="https://example.org/")

    assert response.redirect_chain == [("/fa/subscribe/asked/", 302)]
    assert mail_server.kept == []
    assert Subscriber.objects.count() == 0


@pytest.mark.parametrize("age", [timedelta(0), timedelta(days=8), timedelta(days=-1)])
def test_a_form_that_is_too_new_or_too_old_is_shown_again_as_it_was_filled_in(
    client, mail_server, age
):
    with time_machine.travel(timezone.now() - age):
        stamp = new_stamp()

    response = client.post("/fa/subscribe/", form() | {"stamp": stamp})

    assert response.status_code == 200
    assert 'value="mina@example.org"' in response.content.decode()
    assert mail_server.kept == []


@pytest.mark.parametrize("stamp", ["", "0", "1700000000:forged", "x:y:z"])
def test_a_form_without_a_stamp_of_ours_is_shown_again(client, mail_server, stamp):
    response = client.post("/fa/subscribe/", form(stamp=stamp))

    assert response.status_code == 200
    assert mail_server.kept == []


def test_an_address_gets_three_mails_a_day_however_often_it_is_typed(client, mail_server):
    for series in ("newsletter", "pars-brief"):
        for code in CODES:
            assert ask(client, code=code, series=series).redirect_chain
    ask(client, "other@example.org")

    assert mail_server.addresses == ["mina@example.org"] * 3 + ["other@example.org"]
    assert Subscriber.objects.of_address("mina@example.org").count() == 3
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        ask(client)
    assert mail_server.addresses[-1] == "mina@example.org"


def test_a_sender_may_ask_so_often_an_hour(client, mail_server):
    statuses = [ask(client, f"{number}@example.org").status_code for number in range(21)]

    assert statuses == [200] * 20 + [429]
    assert len(mail_server.kept) == 20
    other = ask(Client(REMOTE_ADDR="192.0.2.7"), "other@example.org")
    assert other.status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1)):
        assert ask(client, "later@example.org").status_code == 200


def test_a_mail_that_cannot_be_sent_is_said_to_be_and_counts_for_nothing(
    client, mail_server, settings
):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert [ask(client).status_code for _ in range(4)] == [503] * 4

    settings.EMAIL_PORT = port
    assert ask(client).status_code == 200
    assert mail_server.addresses == ["mina@example.org"]


def test_a_server_that_says_nothing_holds_no_page(client, mail_server, settings):
    settings.MAIL_TIMEOUT_OF_PAGES = 0.3
    mail_server.on_mail = lambda sender: time.sleep(2)
    begun = time.monotonic()

    assert ask(client).status_code == 503
    assert time.monotonic() - begun < 1.5


@pytest.mark.parametrize("name", ["MAIL", "MAIL_FROM", "SITE_ADDRESS"])
def test_a_site_without_mail_says_so(client, mail_server, settings, name):
    setattr(settings, name, "")

    assert ask(client).status_code == 503
    assert Subscriber.objects.count() == 0


def test_a_link_confirms_for_a_week(client, mail_server):
    make_subscriber(state="pending", confirmed_at=None)
    link = confirmation_link(Subscriber.objects.get())

    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert client.post(link).status_code == 410
    assert Subscriber.objects.get().state == "pending"
    with time_machine.travel(timezone.now() + timedelta(days=6, hours=23)):
        assert client.post(link).status_code == 200
    assert Subscriber.objects.get().state == "confirmed"


@pytest.mark.parametrize("state", ["unsubscribed", "bounced"])
def test_an_old_link_does_not_bring_back_what_has_ended(client, mail_server, state):
    link = confirmation_link(make_subscriber(state=state))

    assert client.post(link).status_code == 410
    assert Subscriber.objects.get().state == state


def test_a_link_that_was_changed_does_nothing(client, mail_server):
    subscriber = make_subscriber(state="pending")
    make_subscriber("other@example.org")
    confirm, unsubscribe = confirmation_link(subscriber), unsubscribe_link(subscriber)
    forged = [
        confirm[:-2] + "_/",  # which never ends a signature: its last two bits are not used
        unsubscribe[:-2] + "_/",
        unsubscribe.replace(f"/{subscriber.pk}:", f"/{subscriber.pk + 1}:"),
        confirm.replace("/subscribe/confirm/", "/unsubscribe/"),
        unsubscribe.replace("/unsubscribe/", "/subscribe/confirm/"),
    ]

    assert [client.post(link).status_code for link in forged] == [410] * 5
    assert set(Subscriber.objects.values_list("state", flat=True)) == {"pending", "confirmed"}


def test_one_click_unsubscribes_without_cookies_or_tokens(mail_server):
    subscriber = make_subscriber()
    link = unsubscribe_link(subscriber)
    mail_program = Client(enforce_csrf_checks=True)

    response = mail_program.post(
        link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 200
    assert not response.cookies
    assert Subscriber.objects.get().state == "unsubscribed"


def test_opening_the_link_unsubscribes_nobody(client, mail_server):
    link = unsubscribe_link(make_subscriber())

    page = client.get(link)

    assert b"<form" in page.content
    assert page.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert Subscriber.objects.get().state == "confirmed"


def test_the_link_to_unsubscribe_works_for_ever_and_again(client, mail_server):
    link = unsubscribe_link(make_subscriber())

    with time_machine.travel(timezone.now() + timedelta(days=5000)):
        assert client.post(link).status_code == 200
        first = Subscriber.objects.get().unsubscribed_at
        assert client.post(link).status_code == 200
    assert Subscriber.objects.get().unsubscribed_at == first
    Subscriber.objects.all().delete()
    assert client.post(link).status_code == 200


def test_the_forms_need_no_token_and_set_no_cookie(mail_server):
    strict = Client(enforce_csrf_checks=True)
    subscriber = make_subscriber("other@example.org", state="pending")

    answers = [
        ask(strict),
        strict.get("/fa/subscribe/"),
        strict.post(confirmation_link(subscriber)),
        strict.post(unsubscribe_link(subscriber)),
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert dict(strict.cookies) == {}


def test_the_form_chooses_the_series_of_the_page_one_comes_from(client):
    page = client.get("/fa/subscribe/?series=pars-brief").content.decode()

    assert re.search(r'value="pars-brief"[^>]* checked', page)


@pytest.mark.parametrize("code", CODES)
def test_the_pages_of_a_series_lead_to_the_form_and_stay_the_same(client, code):
    noon = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    issue = make_issue(code, series="pars-brief")
    with translation.override(code):
        addresses = [issue.get_absolute_url(), reverse(PARS_BRIEF.view("list"))]

    for address in addresses:
        with time_machine.travel(noon):
            page = client.get(address).content.decode()
        with time_machine.travel(noon + timedelta(minutes=1)):
            assert client.get(address).content.decode() == page
        links = LexborHTMLParser(page).css("main .subscribe-link a")
        assert [link.attributes["href"] for link in links] == [
            f"/{code}/subscribe/?series=pars-brief"
        ]


def test_a_confirmation_that_comes_too_late_does_not_undo_an_unsubscription():
    subscriber = make_subscriber(state="pending", confirmed_at=None)
    behind = Subscriber.objects.get()
    subscriber.confirm()
    subscriber.unsubscribe()

    behind.confirm()

    assert Subscriber.objects.get().state == "unsubscribed"


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/fa/subscribe/").status_code == 405
