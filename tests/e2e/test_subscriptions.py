"""A reader subscribes, confirms, gets an issue and unsubscribes, with a real mail server."""

import re

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.utils import timezone, translation
from playwright.sync_api import expect

from nejat.editions.registry import CODES
from nejat.subscriptions.models import Mailing, Subscriber
from nejat.subscriptions.sending import Sender
from publications.inside import sheet_of
from publications.mail import issue_mail
from tests.factories import make_issue
from tests.mail_server import MailServer, running_mail_server

ADDRESS = "mina@example.org"
TWO_SECONDS = 2100
"""Milliseconds; a form that is sent sooner looks like that of a machine."""

OF_PAGES = frozenset({"landmark-one-main", "region"})
"""Rules for whole pages; a mail is shown inside that of a mail program."""
OF_THE_ADMIN = OF_PAGES | {"link-in-text-block"}
"""Rules that Django's own admin pages break by themselves."""


@pytest.fixture
def mail_server(settings, live_server) -> MailServer:
    with running_mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.MAIL = {"EMAIL_HOST": "127.0.0.1"}
        settings.MAIL_FROM, settings.SITE_ADDRESS = "news@example.org", live_server.url
        yield server


def link_in(mail, part: str, base: str) -> str:
    """Return the address of our site in the plain text of a mail that has this part."""
    text = mail.get_body(("plain",)).get_content()
    return next(link for link in re.findall(rf"{base}\S+", text) if part in link)


def assert_accessible(page, *, but: frozenset[str] = frozenset()) -> None:
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in violations if v["id"] not in but] == []


def test_a_reader_subscribes_gets_an_issue_and_unsubscribes(
    plain_reader, site, mail_server, live_server
):
    plain_reader.goto("/fa/subscribe/?series=newsletter")
    plain_reader.locator("input[type=email]").fill(ADDRESS)
    plain_reader.wait_for_timeout(TWO_SECONDS)
    plain_reader.locator("main form button").click()
    plain_reader.wait_for_url("**/fa/subscribe/asked/")

    plain_reader.goto(link_in(mail_server.mails[0], "/confirm/", live_server.url))
    assert not Subscriber.objects.get(address=ADDRESS).gets_mail
    plain_reader.locator("main form button").click()
    expect(plain_reader.locator("main form")).to_have_count(0)
    assert Subscriber.objects.get(address=ADDRESS).gets_mail

    Mailing(issue=site.newsletter, edition="fa").queue()
    Sender(batch=9, limit=None, pause=0, say=print).run()
    plain_reader.goto(link_in(mail_server.mails[1], "/publications/", live_server.url))
    assert plain_reader.locator("h1").inner_text() == site.newsletter.title_fa

    plain_reader.goto(link_in(mail_server.mails[1], "/unsubscribe/", live_server.url))
    plain_reader.locator("main form button").click()
    expect(plain_reader.locator("main form")).to_have_count(0)
    assert Subscriber.objects.get(address=ADDRESS).state == "unsubscribed"
    assert plain_reader.context.cookies() == []


def test_a_mistake_is_shown_beside_its_field_and_nothing_typed_is_lost(reader, site, mail_server):
    reader.goto("/fa/subscribe/?series=pars-brief")
    reader.locator("input[type=email]").fill("mina@bücher..example")
    reader.locator("main form").evaluate("form => { form.noValidate = true }")
    reader.wait_for_timeout(TWO_SECONDS)
    reader.locator("main form button").click()

    field = reader.locator("input[type=email]")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("mina@bücher..example")
    assert reader.locator(f"#{field.get_attribute('aria-describedby')}").is_visible()
    assert reader.locator("input[value=pars-brief]").is_checked()
    assert_accessible(reader)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_form_that_was_sent_at_once_is_sent_by_a_second_press(reader, site, mail_server, code):
    with time_machine.travel(timezone.now(), tick=False):  # at once, however slow the machine
        reader.goto(f"/{code}/subscribe/")
        reader.locator("input[type=email]").fill(ADDRESS)
        reader.locator("main form button").click()
        expect(reader.get_by_role("alert")).to_be_visible()
    assert_accessible(reader)
    reader.wait_for_timeout(TWO_SECONDS)
    reader.locator("main form button").click()

    reader.wait_for_url(f"**/{code}/subscribe/asked/")
    assert mail_server.addresses == [ADDRESS]


@pytest.mark.parametrize("code", ["en", "fa"])
def test_staff_try_an_issue_on_themselves_and_then_send_it(editor, mail_server, code):
    make_issue("fa", title="خبرنامهٔ باغ")
    Subscriber.objects.create(address=ADDRESS, series="newsletter", edition="fa", state="confirmed")
    User.objects.update(email="chief@example.org")
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])

    editor.goto("/admin/subscriptions/mailing/add/")
    editor.locator(".select2-selection").click()
    editor.locator(".select2-search__field").fill("باغ")
    editor.locator(".select2-results__option--highlighted").click()
    editor.select_option("#id_edition", "fa")
    assert_accessible(editor, but=OF_THE_ADMIN)
    editor.locator(".submit-row [type=submit]").press("Enter")
    expect(editor.locator("[name=trial]")).to_be_visible()
    assert_accessible(editor, but=OF_THE_ADMIN)
    editor.locator("[name=trial]").press("Enter")
    expect(editor.locator(".messagelist .success")).to_contain_text("chief@example.org")
    assert mail_server.addresses == ["chief@example.org"]
    assert Mailing.objects.count() == 0

    editor.locator("[name=send]").press("Enter")
    expect(editor.locator("#result_list tbody tr")).to_have_count(1)
    Sender(batch=9, limit=None, pause=0, say=print).run()
    assert mail_server.addresses == ["chief@example.org", ADDRESS]


def test_staff_are_asked_before_they_unsubscribe_a_reader(editor):
    Subscriber.objects.create(address=ADDRESS, series="newsletter", edition="fa", state="confirmed")
    editor.goto("/admin/subscriptions/subscriber/")
    editor.locator("[name=_selected_action]").check()
    editor.select_option("[name=action]", "unsubscribe")
    editor.locator("button[name=index]").press("Enter")
    expect(editor.locator("#content-main li")).to_contain_text([ADDRESS])
    assert_accessible(editor, but=OF_THE_ADMIN)
    assert Subscriber.objects.get().gets_mail

    editor.locator(".submit-row [type=submit]").press("Enter")
    expect(editor.locator(".messagelist .success")).to_have_text("Unsubscribed: 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", CODES)
def test_a_mail_fits_its_window_and_breaks_no_rule_of_accessibility(
    reader, site, live_server, code, scheme
):
    with translation.override(code):
        sheet = sheet_of(site.newsletter, code)
        html = issue_mail(sheet, site=live_server.url, unsubscribe="https://x.org/").html
    reader.emulate_media(color_scheme=scheme)

    for width in (320, 360, 600, 1000):
        reader.set_viewport_size({"width": width, "height": 900})
        reader.set_content(html)
        assert reader.evaluate("document.documentElement.scrollWidth") == width
    assert reader.locator("table.sheet").evaluate("table => table.offsetWidth") == 600
    assert_accessible(reader, but=OF_PAGES)
