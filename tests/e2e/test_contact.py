"""A reader without JavaScript writes to the office, in Persian, with a real mail server."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from nejat.contact.models import ContactDetails, Message
from tests.mail_server import MailServer, running_mail_server

TWO_SECONDS = 2100
"""Milliseconds; a form that is sent sooner looks like that of a machine."""


@pytest.fixture
def mail_server(settings, live_server) -> Iterator[MailServer]:
    with running_mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.MAIL = {"EMAIL_HOST": "127.0.0.1"}
        settings.MAIL_FROM = "news@example.org"
        yield server


def send(page: Page) -> None:
    """Press the button, no sooner than people do."""
    page.wait_for_timeout(TWO_SECONDS)
    page.locator("main form button").click()


def assert_accessible(page: Page) -> None:
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == []


def test_a_reader_writes_corrects_a_mistake_and_is_thanked(plain_reader, site, mail_server):
    ContactDetails.objects.update(recipients_fa="office@example.org")
    plain_reader.goto("/fa/contact/")
    plain_reader.fill("[name=name]", "مینا")
    plain_reader.fill("[name=email]", "mina@localhost")  # which the browser takes for an address
    plain_reader.fill("[name=subject]", "نامه‌ای از خانه")
    plain_reader.fill("[name=text]", "سلام\nدفتر کجاست؟")
    send(plain_reader)

    expect(plain_reader.locator("#id_email_error")).to_be_visible()
    expect(plain_reader.locator("[name=text]")).to_have_value("سلام\nدفتر کجاست؟")
    assert Message.objects.count() == 0
    plain_reader.fill("[name=email]", "mina@example.org")
    send(plain_reader)

    plain_reader.wait_for_url("**/fa/contact/thanks/")
    assert Message.objects.get().subject == "نامه‌ای از خانه"
    (mail,) = mail_server.mails
    assert (mail["To"], mail["Reply-To"]) == ("office@example.org", "mina@example.org")


@pytest.mark.parametrize("path", ["/fa/contact/", "/fa/contact/send/", "/fa/contact/thanks/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_fit_and_can_be_used_by_everybody(reader, site, path, width):
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(path)

    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(reader)
    assert reader.foreign == []
