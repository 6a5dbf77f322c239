"""Writing through the form: what is stored and mailed, what is refused, what is taken for spam."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from nejat.contact.models import Message
from nejat.editions.registry import CODES
from nejat.guard.stamps import new_stamp
from nejat.outbox.models import OutgoingMail
from tests.contact.making import WRITTEN, form, make_details

pytestmark = pytest.mark.django_db(transaction=True)

THANKS = [("/fa/contact/thanks/", 302)]
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def write(client: Client, code: str = "fa", **fields: str):
    return client.post(f"/{code}/contact/send/", form(**fields), follow=True)


def stored() -> list[tuple[str, str]]:
    """Return the subject and the state of each message."""
    return list(Message.objects.order_by("pk").values_list("subject", "state"))


def lines_of(mail) -> list[str]:
    return mail.get_content().splitlines()


@pytest.mark.parametrize("code", CODES)
def test_a_message_is_stored_and_mailed_to_the_office_of_its_edition(client, mail_server, code):
    make_details()

    response = write(client, code)

    assert response.redirect_chain == [(f"/{code}/contact/thanks/", 302)]
    message = Message.objects.get()
    assert {name: getattr(message, name) for name in WRITTEN} == WRITTEN
    assert (message.edition, message.state, message.suspicion) == (code, "new", "")
    assert mail_server.addresses == [f"office-{code}@example.org"]
    (mail,) = mail_server.mails
    assert mail["Reply-To"] == "mina@example.org"
    assert mail["From"].addresses[0].addr_spec == "news@example.org"
    assert mail["Content-Language"] == code
    assert mail["Subject"].endswith(WRITTEN["subject"])
    assert lines_of(mail)[-2:] == ["سلام", "Where are you?"]


def test_the_lines_of_ours_run_as_the_edition_and_those_of_the_reader_as_their_letters(
    client, mail_server
):
    make_details()

    write(client, name="Mina", subject="Question", text="Where are you?\nسلام")

    lines = lines_of(mail_server.mails[0])
    assert lines[lines.index("---") :] == ["---", "", "Where are you?", "سلام"]
    arabic_letter_or_mark = re.compile("[\u200f\u0600-\u06ff]")
    ours = [line for line in lines[: lines.index("---")] if line]
    assert [bool(arabic_letter_or_mark.match(line)) for line in ours] == [True] * 4


def test_everybody_in_the_office_gets_a_mail(client, mail_server):
    make_details(recipients_fa="a@example.org\n\n b@example.org \nA@example.org")

    write(client)

    assert sorted(map(str.lower, mail_server.addresses)) == ["a@example.org", "b@example.org"]


@pytest.mark.parametrize("details", ["no row", "no recipients"])
def test_without_recipients_a_message_is_stored_and_nothing_is_mailed(client, mail_server, details):
    if details == "no recipients":
        make_details(recipients_fa="")

    assert write(client).redirect_chain == THANKS
    assert stored() == [(WRITTEN["subject"], "new")]
    assert OutgoingMail.objects.count() == 0


def test_while_the_mail_server_is_away_a_message_is_stored_and_arrives_once(
    client, mail_server, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    make_details()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert write(client).redirect_chain == THANKS
    assert stored() == [(WRITTEN["subject"], "new")]
    assert mail_server.kept == []

    settings.EMAIL_PORT = port
    call_command("send_outbox")
    call_command("send_outbox")

    assert mail_server.addresses == ["office-fa@example.org"]


def test_a_site_without_mail_takes_messages(client, mail_server, settings):
    settings.MAIL = {}
    make_details()

    assert write(client).redirect_chain == THANKS
    assert OutgoingMail.objects.get().state == "waiting"


def test_markup_arrives_as_text(client, mail_server):
    make_details()

    write(client, name=EVIL, subject=EVIL, text=EVIL)

    (mail,) = mail_server.mails
    assert mail.get_content_type() == "text/plain"
    assert lines_of(mail)[-1] == EVIL
    assert Message.objects.get().text == EVIL


@pytest.mark.parametrize("name", ["name", "subject"])
def test_a_line_end_in_a_field_of_one_line_adds_no_header_and_no_line(client, mail_server, name):
    make_details()

    write(client, **{name: "A\r\nBcc: spy@example.org\n\nB"})

    (mail,) = mail_server.mails
    assert getattr(Message.objects.get(), name) == "A Bcc: spy@example.org B"
    assert mail["Bcc"] is None
    assert mail_server.addresses == ["office-fa@example.org"]
    assert [line for line in lines_of(mail) if line.startswith("Bcc")] == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mina",
        "mina@localhost",
        "mina@example.org\nBcc: spy@example.org",
        "a@example.org, b@example.org",
        "Mina <mina@example.org>",
        "mina@example.org\x00",
    ],
)
def test_an_address_that_nobody_could_answer_to_is_refused(client, mail_server, address):
    response = write(client, email=address)

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["email"]
    assert stored() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("subject", ""),
        ("subject", " \u200c\u200f "),
        ("subject", "ن" * 151),
        ("text", ""),
        ("text", "\u200b\n"),
        ("text", "ن" * 5001),
        ("text", "a\x00b"),
        ("name", "ن" * 101),
        ("name", "a\x00b"),
    ],
)
def test_what_is_missing_or_too_long_is_said_and_nothing_typed_is_lost(
    client, mail_server, name, value
):
    response = write(client, **{name: value})

    assert list(response.context["form"].errors) == [name]
    page = LexborHTMLParser(response.content.decode())
    for other in sorted(set(WRITTEN) - {name, "text"}):
        assert page.css_first(f"[name={other}]").attributes["value"] == WRITTEN[other]
    if name != "text":
        assert page.css_first("textarea").text().strip() == WRITTEN["text"]
    field = page.css_first(f"[name={name}]").attributes
    assert field["aria-invalid"] == "true"
    assert f"id_{name}_error" in field["aria-describedby"].split()
    assert page.css_first(f"#id_{name}_error").text().strip()
    assert stored() == []


def test_markup_that_is_shown_again_is_text(client):
    response = write(client, name=EVIL, subject=EVIL, text=f"</textarea>{EVIL}", email=EVIL)

    page = LexborHTMLParser(response.content.decode())
    assert page.css("main script:not([type]), main img") == []
    assert page.css_first("textarea").text().strip() == f"</textarea>{EVIL}"
    assert page.css_first("[name=email]").attributes["value"] == EVIL


def test_a_machine_that_fills_in_everything_is_thanked_and_kept_as_spam(client, mail_server):
    make_details()

    assert write(client, website="https://example.org/").redirect_chain == THANKS

    message = Message.objects.get()
    assert (message.state, message.suspicion) == ("spam", "The hidden field was filled in.")
    assert OutgoingMail.objects.count() == 0


def test_a_message_that_only_looked_like_spam_is_mailed_once(client, admin_client, mail_server):
    make_details()
    write(client, website="https://example.org/")
    write(client, text="[url=https://a.example]here[/url]")
    chosen = {"action": "mail_anyway", "_selected_action": [m.pk for m in Message.objects.all()]}

    for _ in range(2):
        admin_client.post("/admin/contact/message/", chosen)

    assert set(Message.objects.values_list("state", "suspicion")) == {("new", "")}
    assert mail_server.addresses == ["office-fa@example.org"] * 2
    assert mail_server.connections == 1
    assert {str(mail["Reply-To"]) for mail in mail_server.mails} == {WRITTEN["email"]}


def test_what_staff_called_spam_was_mailed_before_and_is_not_mailed_again(
    client, admin_client, mail_server
):
    make_details()
    write(client)
    Message.objects.update(state="spam")
    chosen = {"action": "mail_anyway", "_selected_action": [Message.objects.get().pk]}

    admin_client.post("/admin/contact/message/", chosen)

    assert stored() == [(WRITTEN["subject"], "spam")]
    assert len(mail_server.kept) == 1


@pytest.mark.parametrize("age", [timedelta(0), timedelta(days=8), timedelta(days=-1)])
def test_a_form_that_is_too_new_or_too_old_is_shown_again_as_it_was_filled_in(client, age):
    with time_machine.travel(timezone.now() - age):
        stamp = new_stamp()

    response = write(client, stamp=stamp)

    assert response.status_code == 200
    assert WRITTEN["text"].splitlines()[0] in response.content.decode()
    assert stored() == []


@pytest.mark.parametrize("stamp", ["", "0", "1700000000:forged"])
def test_a_form_without_a_stamp_of_ours_is_shown_again(client, stamp):
    assert write(client, stamp=stamp).status_code == 200
    assert stored() == []


def test_a_sender_may_write_so_often_an_hour_and_loses_nothing(client):
    statuses = [write(client, subject=f"{number}").status_code for number in range(7)]

    assert statuses == [200] * 6 + [429]
    assert len(stored()) == 6
    refused = write(client, text="long words")
    assert "long words" in refused.content.decode()
    assert write(Client(REMOTE_ADDR="192.0.2.7")).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=1, minutes=1)):
        assert write(client).status_code == 200


def test_the_same_words_sent_twice_in_a_row_are_one_message(client, mail_server):
    make_details()

    assert write(client).redirect_chain == THANKS
    assert write(client).redirect_chain == THANKS
    write(client, text="More")

    assert len(stored()) == 2
    assert len(mail_server.kept) == 2
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        write(client)
    assert len(stored()) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "https://a.example www.b.example http://c.example HTTPS://d.example"},
        {"subject": "See https://a.example"},
        {"name": "www.a.example"},
        {"text": 'Look <a href="x">here</a>'},
        {"text": "Look [url=https://a.example]here[/url]"},
        {"text": "Best CÀSINO here"},
        {"text": "بهترين كازينو"},
        {"text": "بهترین کازِینو"},
    ],
)
def test_what_looks_like_spam_is_stored_as_such_with_the_reason_and_not_mailed(
    client, mail_server, fields
):
    make_details(spam_words="casino\n\nکازینو\n")

    assert write(client, **fields).redirect_chain == THANKS

    message = Message.objects.get()
    assert message.state == "spam"
    assert message.suspicion.startswith("It holds ")
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize(
    "text", ["https://a.example and http://b.example", "In the cassino", "a < b, url and www"]
)
def test_an_ordinary_message_is_no_spam(client, mail_server, text):
    make_details(spam_words="casino\nـ\n")

    write(client, text=text)

    assert Message.objects.get().state == "new"


def test_whom_a_person_called_a_spammer_is_not_mailed_while_known(client, mail_server):
    make_details()
    write(client)
    Message.objects.update(state="spam")

    write(client, text="Again")
    write(Client(REMOTE_ADDR="192.0.2.7"), text="Somebody else")

    assert [state for _subject, state in stored()] == ["spam", "spam", "new"]


def test_whom_only_a_machine_called_a_spammer_may_write_again(client, mail_server):
    make_details()
    write(client, text="<a href=x>")

    write(client)

    assert [state for _subject, state in stored()] == ["spam", "new"]


def test_the_sender_is_kept_as_a_hash_and_never_as_an_address(client):
    write(Client(REMOTE_ADDR="203.0.113.77"))

    values = Message.objects.values().get()
    assert re.fullmatch("[0-9a-f]{16}", values["sender"])
    assert "203.0.113.77" not in str(values)


def test_the_form_alone_opens_too(client):
    page = LexborHTMLParser(client.get("/fa/contact/send/").content.decode())

    assert len(page.css("main form")) == 1
    assert page.css(".form-error") == []


def test_a_message_needs_no_token_and_sets_no_cookie():
    strict = Client(enforce_csrf_checks=True)

    assert write(strict).redirect_chain == THANKS
    assert dict(strict.cookies) == {}


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/fa/contact/send/").status_code == 405
