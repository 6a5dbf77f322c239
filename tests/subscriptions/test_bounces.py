"""Returned mails: whom nothing reaches, and what says nothing of the address."""

import io
import mailbox
import sys
from datetime import UTC, datetime
from email import message_from_string
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nejat.subscriptions.bounces import failed_recipients
from nejat.subscriptions.models import Subscriber
from tests.subscriptions.making import make_subscriber

pytestmark = pytest.mark.django_db

CONFIRMED = datetime(2026, 11, 1, tzinfo=UTC)
NOTIFICATION = """\
Return-Path: <>
Date: Mon, 2 Nov 2026 09:15:00 +0000
From: Mail Delivery Subsystem <mailer-daemon@mx.example.net>
To: news@example.org
Subject: Undelivered mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Type: text/plain

The mail could not be delivered.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Mon, 2 Nov 2026 09:14:00 +0000

{recipients}
--part
Content-Type: text/rfc822-headers

Subject: an issue
To: reader@example.org
--part--
"""
UNKNOWN = """\
Final-Recipient: rfc822; mina@example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user
"""


def notification(recipients: str = UNKNOWN) -> str:
    return NOTIFICATION.format(recipients=recipients)


def read(*files: object) -> dict[str, int]:
    """Run the command; return its counts."""
    out = io.StringIO()
    call_command("read_bounces", *map(str, files), stdout=out)
    pairs = (line.rpartition(": ") for line in out.getvalue().splitlines())
    return {what: int(number) for what, _colon, number in pairs}


@pytest.fixture
def mail(tmp_path) -> Path:
    """A file for a raw mail."""
    return tmp_path / "mail.eml"


@pytest.fixture(autouse=True)
def subscribers(db) -> None:
    make_subscriber("Mina@example.org", confirmed_at=CONFIRMED)
    make_subscriber("mina@example.org", confirmed_at=CONFIRMED, series="pars-brief")
    make_subscriber("other@example.org", confirmed_at=CONFIRMED)


def states() -> list[str]:
    return list(Subscriber.objects.order_by("pk").values_list("state", flat=True))


def test_an_address_that_does_not_exist_ends_all_its_subscriptions(mail):
    mail.write_text(notification())

    assert read(mail) == {"undeliverable": 1}
    assert states() == ["bounced", "bounced", "confirmed"]
    assert Subscriber.objects.first().bounced_at is not None


def test_reading_it_again_changes_nothing(mail):
    mail.write_text(notification())
    read(mail)
    before = list(Subscriber.objects.values())

    assert read(mail) == {"not subscribed": 1}
    assert list(Subscriber.objects.values()) == before


def test_who_confirmed_again_since_stays(mail):
    Subscriber.objects.update(confirmed_at=datetime(2026, 11, 3, tzinfo=UTC))
    mail.write_text(notification())

    read(mail)

    assert states() == ["confirmed"] * 3


def test_who_was_made_deliverable_again_stays(mail):
    mail.write_text(notification())
    read(mail)
    for subscriber in Subscriber.objects.all():
        subscriber.deliver_again()

    assert read(mail) == {"not subscribed": 1}
    assert states() == ["confirmed"] * 3
    mail.write_text(notification().replace("2 Nov 2026", "2 Nov 2099"))
    assert read(mail) == {"undeliverable": 1}


@pytest.mark.parametrize("date", ["", "Date: \n", "Date: once upon a time\n"])
def test_a_notification_without_a_date_is_of_today(mail, date):
    mail.write_text(notification().replace("Date: Mon, 2 Nov 2026 09:15:00 +0000\n", date, 1))

    assert read(mail) == {"undeliverable": 1}


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("5.1.1", "bounced"),
        ("5.0.0", "confirmed"),
        ("5.4.4", "bounced"),
        ("5.1.10 (no mail host)", "bounced"),
        ("4.4.1", "confirmed"),
        ("4.2.2", "confirmed"),
        ("2.0.0", "confirmed"),
        ("5.2.2", "confirmed"),
        ("5.7.26", "confirmed"),
        ("5.1.8", "confirmed"),
        ("", "confirmed"),
        ("nonsense", "confirmed"),
    ],
)
def test_the_status_says_whether_it_is_about_the_address(mail, status, state):
    mail.write_text(notification(UNKNOWN.replace("Status: 5.1.1", f"Status: {status}")))

    read(mail)

    assert states() == [state, state, "confirmed"]


def test_of_a_forwarded_mail_the_address_that_we_sent_it_to_counts(mail):
    forwarded = UNKNOWN.replace("mina@", "elsewhere@")
    mail.write_text(notification(f"Original-Recipient: rfc822;<mina@example.org>\n{forwarded}"))

    assert read(mail) == {"undeliverable": 1}
    assert states() == ["bounced", "bounced", "confirmed"]


def test_one_notification_may_speak_of_several_addresses(mail):
    other = UNKNOWN.replace("mina@", "OTHER@")
    passing = UNKNOWN.replace("mina@", "third@").replace("5.1.1", "4.4.7")
    mail.write_text(notification(f"{UNKNOWN}\n{other}\n{passing}"))

    assert read(mail) == {"undeliverable": 2, "no reason to stop": 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Subject: hello\n\nStatus: 5.1.1\nFinal-Recipient: rfc822; mina@example.org\n",
        "Content-Type: message/delivery-status\n\n",
        "Content-Type: multipart/report; boundary=x\n\n--x\n",
        notification("Final-Recipient: x400; /C=GB\nStatus: 5.1.1\n"),
        notification("Status: 5.1.1\n"),
    ],
)
def test_what_is_no_notification_is_counted_and_changes_nothing(mail, text):
    mail.write_text(text)

    assert read(mail) == {"no notification": 1}
    assert states() == ["confirmed"] * 3


def test_a_folder_a_mailbox_and_standard_input_are_read(tmp_path, monkeypatch):
    other = UNKNOWN.replace("mina@", "other@")
    folder = mailbox.Maildir(tmp_path / "folder")
    box = mailbox.mbox(tmp_path / "box")
    for kept in (folder, box):
        kept.add(message_from_string(notification()))
        kept.add(message_from_string("Subject: hello\n\nWhat is this?\n"))
        kept.close()
    assert read(tmp_path / "folder") == {"undeliverable": 1, "no notification": 1}
    assert read(tmp_path / "box") == {"not subscribed": 1, "no notification": 1}

    given = io.TextIOWrapper(io.BytesIO(notification(other).encode()))
    monkeypatch.setattr(sys, "stdin", given)

    assert read("-") == {"undeliverable": 1}
    assert states() == ["bounced"] * 3


def test_a_file_that_is_not_there_is_a_kind_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        read(tmp_path / "nothing")


def test_letters_that_are_no_letters_stop_nothing(mail):
    mail.write_bytes(notification().encode() + b"\xff\xfe\x00")

    assert read(mail) == {"undeliverable": 1}


def test_addresses_come_without_their_wrapping():
    found = failed_recipients(message_from_string(notification()))

    assert list(found) == [("mina@example.org", "5.1.1")]
