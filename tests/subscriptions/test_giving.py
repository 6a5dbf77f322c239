"""Giving an issue to the mail: whom it goes to, a trial for oneself, one button for all."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.urls import reverse

from nejat.editions.registry import CODES, get_edition
from nejat.subscriptions.models import Delivery, Mailing
from publications.inside import sheet_of
from publications.making import fingerprint
from publications.models import Issue
from tests.admin.desk import nodes, staff, texts
from tests.factories import make_article, make_issue
from tests.sql import base_columns_read, captured
from tests.subscriptions.making import make_mailing, make_subscriber, states

pytestmark = pytest.mark.django_db

MAILINGS = "/admin/subscriptions/mailing/"
GIVE = f"{MAILINGS}add/"


def _page(client, issue: Issue, code: str = "fa"):
    return client.get(f"{GIVE}?issue={issue.pk}&edition={code}")


def _press(client, button: str, issue: Issue, code: str = "fa"):
    """Press a button of the page as a browser does; follow where it leads."""
    sent = {"issue": issue.pk, "edition": code, button: "words"}
    return client.post(f"{GIVE}?issue={issue.pk}&edition={code}", sent, follow=True)


def _said(page) -> str:
    return texts(page, "#content-main p")[0]


def _buttons(page) -> list[str]:
    return [b.attributes["value"] for b in nodes(page, "#content-main [type=submit]")]


def _has_address(address: str = "chief@example.org") -> None:
    User.objects.update(email=address)


@pytest.fixture
def issue() -> Issue:
    return make_issue("fa", articles=[make_article("fa")])


def test_an_issue_is_given_to_the_mail_with_a_delivery_each(admin_client, admin_user, issue):
    make_subscriber("a@example.org")
    make_subscriber("b@example.org")
    make_subscriber("c@example.org", state="unsubscribed")

    answer = _press(admin_client, "send", issue)

    assert answer.redirect_chain == [(MAILINGS, 302)]
    assert "Mails that wait to be sent: 2" in texts(answer, ".messagelist li")
    mailing = Mailing.objects.get()
    assert (mailing.issue, mailing.edition, mailing.created_by) == (issue, "fa", admin_user)
    assert states() == {"a@example.org": "waiting", "b@example.org": "waiting"}
    assert LogEntry.objects.get().object_id == str(mailing.pk)


def test_the_page_says_whom_it_goes_to_and_sends_nothing(admin_client, issue):
    for number in range(3):
        make_subscriber(f"{number}@example.org")
    make_subscriber("pending@example.org", state="pending")
    make_subscriber("other@example.org", edition="en")
    make_subscriber("another@example.org", series="pars-brief")

    page = _page(admin_client, issue)
    again = admin_client.post(GIVE, {"issue": issue.pk, "edition": "fa"})

    for shown in (page, again):
        assert _said(shown) == (
            "It goes to 3 confirmed subscribers of Nejat NewsLetter in فارسی, once. "
            "Asked for it and have not confirmed: 1."
        )
        assert _buttons(shown) == ["Send it to me first", "Send to 3 subscribers"]
    assert texts(page, "#content-main h2") == [issue.title_fa]
    assert Mailing.objects.count() == 0


def test_one_subscriber_is_one(admin_client, issue):
    make_subscriber()

    page = _page(admin_client, issue)

    assert _said(page) == "It goes to 1 confirmed subscriber of Nejat NewsLetter in فارسی, once."
    assert _buttons(page)[1] == "Send to 1 subscriber"


def test_numbers_have_the_digits_of_the_language_of_the_interface(admin_client, issue):
    for number in range(12):
        make_subscriber(f"{number}@example.org")
    admin_client.cookies["django_language"] = "fa"

    page = _page(admin_client, issue)

    assert "۱۲" in _said(page)
    assert "۱۲" in _buttons(page)[1]


def test_the_page_leads_to_the_mail_as_readers_will_get_it(admin_client, client, issue):
    make_subscriber()
    preview = reverse("admin:publications_issue_preview_mail", args=[issue.pk, "fa"])

    links = [link.attributes["href"] for link in nodes(_page(admin_client, issue), "p a")]

    assert links == [preview, f"{preview}?text"]
    assert all(admin_client.get(link).status_code == 200 for link in links)
    sender = staff(client, "add_mailing", "view_mailing", "view_issue")
    assert nodes(_page(sender, issue), "#content-main p a") == []


def test_where_nobody_has_confirmed_it_says_how_many_asked_and_sends_nothing(admin_client, issue):
    make_subscriber("a@example.org", state="pending")
    make_subscriber("b@example.org", state="pending")
    make_subscriber("c@example.org", state="bounced")

    page = _page(admin_client, issue)
    pressed = _press(admin_client, "send", issue)

    for shown in (page, pressed):
        assert _said(shown) == (
            "It goes to nobody: nobody has confirmed a subscription to Nejat NewsLetter in فارسی. "
            "Asked for it and have not confirmed: 2."
        )
        assert _buttons(shown) == ["Send it to me first"]
    assert Mailing.objects.count() == 0


def test_a_link_may_fill_in_a_part_of_the_form(admin_client, issue):
    form = admin_client.get(f"{GIVE}?edition=fa")

    [chosen] = nodes(form, "option[selected]:not([value=''])")
    assert chosen.attributes["value"] == "fa"
    assert nodes(form, "#content-main form[method=get]") != []
    assert nodes(form, ".errorlist, .related-widget-wrapper-link") == []
    chosen = texts(_page(admin_client, make_issue("fa", state="draft")), "option[selected]")
    assert chosen[-1] == "فارسی"


@pytest.mark.parametrize("fields", [{"state": "draft"}, {"published_at": "2999-01-01T00:00Z"}])
@pytest.mark.parametrize("button", ["send", "trial"])
def test_an_issue_that_readers_do_not_see_is_refused(admin_client, mail_server, fields, button):
    make_subscriber()
    _has_address()

    answer = _press(admin_client, button, make_issue("fa", **fields))

    assert texts(answer, ".errorlist li") == ["Readers of the edition do not see the issue yet."]
    assert (Mailing.objects.count(), mail_server.mails) == (0, [])


def test_an_issue_of_another_edition_is_refused(admin_client):
    make_subscriber(edition="en")

    answer = _press(admin_client, "send", make_issue("fa"), "en")

    assert texts(answer, ".errorlist li") == ["Readers of the edition do not see the issue yet."]
    assert Mailing.objects.count() == 0


@pytest.mark.parametrize(
    "query",
    ["issue=x&edition=fa", "issue=987041&edition=de", "issue=&edition=", f"issue={'9' * 40}"],
)
def test_a_link_that_names_nothing_is_told_so(admin_client, query):
    page = admin_client.get(f"{GIVE}?{query}")

    assert page.status_code == 200
    assert _buttons(page) == ["Next: see whom it goes to"]


@contextmanager
def _somebody_is_faster(issue: Issue) -> Iterator[None]:
    """Give the issue to the mail once a request has seen that nobody did, before it does."""

    def ask(execute, sql, *rest):
        if "subscriptions_subscriber" in sql and not Mailing.objects.exists():
            Mailing.objects.create(issue=issue, edition="fa")
        return execute(sql, *rest)

    with connection.execute_wrapper(ask):
        yield


def test_an_issue_is_not_given_to_the_mail_twice(admin_client):
    mailing = make_mailing("a@example.org", issue=make_issue("fa", title="باغ"))

    for answer in (
        _press(admin_client, "send", mailing.issue),
        _press(admin_client, "trial", mailing.issue),
        admin_client.get(f"{GIVE}?issue={mailing.issue.pk}&edition=fa", follow=True),
    ):
        assert answer.redirect_chain == [(f"{MAILINGS}{mailing.pk}/change/", 302)]
        assert texts(answer, ".messagelist .warning") == [
            "The issue was given to the mail already: باغ (فارسی)"
        ]
    assert Delivery.objects.count() == 1


def test_of_two_presses_at_once_the_second_leads_to_the_mailing_of_the_first(admin_client, issue):
    make_subscriber()

    with _somebody_is_faster(issue):
        answer = _press(admin_client, "send", issue)

    assert answer.redirect_chain == [(f"{MAILINGS}{Mailing.objects.get().pk}/change/", 302)]
    assert "was given to the mail already" in texts(answer, ".messagelist .warning")[0]
    assert (Delivery.objects.count(), LogEntry.objects.count()) == (0, 0)


def test_who_may_not_see_mailings_is_led_to_none(client):
    mailing = make_mailing("a@example.org")

    answer = _press(staff(client, "add_mailing"), "send", mailing.issue)

    assert answer.redirect_chain == [("/admin/", 302)]
    assert "was given to the mail already" in texts(answer, ".messagelist .warning")[0]


@pytest.mark.parametrize("code", CODES)
def test_a_trial_goes_to_whoever_asks_for_it_and_to_nobody_else(admin_client, mail_server, code):
    issue = make_issue(code, title="Letters <1>", articles=[make_article(code, title="Garden")])
    make_subscriber(edition=code)
    _has_address()

    answer = _press(admin_client, "trial", issue, code)

    assert answer.redirect_chain == [(f"{GIVE}?issue={issue.pk}&edition={code}", 302)]
    assert texts(answer, ".messagelist .success") == [
        "The trial mail was sent to chief@example.org."
    ]
    [letter] = mail_server.mails
    assert mail_server.addresses == [letter["To"]] == ["chief@example.org"]
    assert letter["Subject"].endswith(": Letters <1>")
    assert code != "en" or letter["Subject"] == "Trial: Nejat NewsLetter: Letters <1>"
    html, plain = (letter.get_body((kind,)).get_content() for kind in ("html", "plain"))
    assert f'lang="{code}" dir="{get_edition(code).direction}"' in html
    assert "Garden" in html
    assert f"http://testserver/{code}/subscribe/" in plain
    assert "List-Unsubscribe" not in letter
    assert letter["Auto-Submitted"] == "auto-generated"
    assert (Mailing.objects.count(), LogEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize("address", ["", "chief", "chief@localhost"])
def test_an_account_without_an_address_is_told_so(admin_client, mail_server, issue, address):
    _has_address(address)

    answer = _press(admin_client, "trial", issue)

    assert texts(answer, ".messagelist .error") == [
        "Your account has no e-mail address that a mail could be sent to."
    ]
    assert mail_server.mails == []


@pytest.mark.parametrize("reply", ["550 5.1.1 unknown", "421 busy", "drop"])
def test_what_the_mail_server_refuses_is_told(admin_client, mail_server, issue, reply):
    mail_server.on_recipient = lambda address: reply
    _has_address()

    answer = _press(admin_client, "trial", issue)

    [error] = texts(answer, ".messagelist .error")
    assert error.startswith("The trial mail was not taken: ")
    assert reply == "drop" or reply in error


def test_a_mail_server_that_is_not_there_is_told(admin_client, mail_server, settings, issue):
    settings.EMAIL_PORT = 1
    _has_address()

    answer = _press(admin_client, "trial", issue)

    assert "was not taken" in texts(answer, ".messagelist .error")[0]


def test_mail_that_is_not_set_up_is_told(admin_client, settings, issue):
    settings.MAIL = {}
    _has_address()

    answer = _press(admin_client, "trial", issue)

    assert "EMAIL_URL" in texts(answer, ".messagelist .error")[0]
    assert mail.outbox == []


def test_an_old_pdf_is_told_with_the_way_to_a_new_one(admin_client, client, issue):
    make_subscriber()
    made_of = fingerprint(issue, sheet_of(issue, "fa"))
    file = issue.files.create(
        edition="fa", kind="pdf", file="a.pdf", made_at=issue.updated_at, made_of=made_of
    )
    assert nodes(_page(admin_client, issue), ".warning") == []

    issue.standfirst_fa = "کوتاه"
    issue.save()
    [warning] = nodes(_page(admin_client, issue), ".warning")

    assert "older than the last change: فارسی." in " ".join(warning.text().split())
    desk = f"/admin/publications/issue/{issue.pk}/change/#desk"
    assert warning.css_first("a").attributes["href"] == desk
    [said] = nodes(_page(staff(client, "add_mailing"), issue), ".warning")
    assert said.css("a") == []
    file.made_at = None  # it was uploaded since
    file.save()
    assert nodes(_page(admin_client, issue), ".warning") == []


def test_who_may_not_give_issues_to_the_mail_sends_nothing(client, mail_server, issue):
    make_subscriber()
    reader = staff(client, "view_mailing", "change_mailing", "view_issue")
    _has_address()

    assert _page(reader, issue).status_code == 403
    assert _press(reader, "send", issue).status_code == 403
    assert _press(reader, "trial", issue).status_code == 403
    assert (Mailing.objects.count(), mail_server.mails) == (0, [])


def test_another_page_cannot_press_the_buttons(client, admin_user, issue):
    make_subscriber()
    client.handler.enforce_csrf_checks = True
    client.force_login(admin_user)

    assert _press(client, "send", issue).status_code == 403
    assert Mailing.objects.count() == 0


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_queries_for_one_reader_and_for_many(admin_client, issue, count):
    for number in range(count):
        make_subscriber(f"{number}@example.org")
    _page(admin_client, issue)

    with captured() as statements:
        page = _page(admin_client, issue)

    assert len(_buttons(page)) == 2
    assert len(statements) == 8
    assert base_columns_read(statements) == set()
