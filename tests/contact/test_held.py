"""What is held about an address, its removal, and what is forgotten by itself."""

import io
import json
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.utils import timezone

from nejat.contact.models import Message
from nejat.outbox.models import OutgoingMail
from tests.contact.making import WRITTEN, make_message
from tests.outbox.making import make_mail

pytestmark = pytest.mark.django_db

SURE = {"post": "yes"}


def run(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_everything_about_an_address_is_exported():
    message = make_message()
    make_message(email="other@example.org")
    mail = make_mail(reply_to="mina@example.org", subject="پرسش", text="سلام")

    said = run("export_messages", "MINA@example.org")

    assert "سلام" in said
    held = json.loads(said)
    assert [(m["subject"], m["text"]) for m in held["messages"]] == [
        (WRITTEN["subject"], WRITTEN["text"])
    ]
    assert held["messages"][0]["written_at"] == message.created_at.isoformat()
    assert [(m["to"], m["text"]) for m in held["outgoing_mails"]] == [(mail.recipient, "سلام")]


def test_an_address_of_which_nothing_is_held_is_exported_as_such():
    assert json.loads(run("export_messages", "nobody@example.org")) == {
        "address": "nobody@example.org",
        "messages": [],
        "outgoing_mails": [],
    }


def test_everything_about_an_address_is_erased_and_nothing_else():
    make_message(subject="Private")
    make_message(email="other@example.org")
    make_mail(reply_to="mina@example.org")
    make_mail("mina@example.org")
    make_mail()

    assert run("erase_messages", "Mina@Example.org") == "Deleted rows: 3.\n"
    assert list(Message.objects.values_list("email", flat=True)) == ["other@example.org"]
    assert list(OutgoingMail.objects.values_list("recipient", flat=True)) == ["office@example.org"]
    assert run("erase_messages", "mina@example.org") == "Deleted rows: 0.\n"


def test_the_history_of_the_admin_never_knows_a_person(admin_client):
    message = make_message(subject="Private", name="Mina")
    mail = make_mail("mina@example.org", subject="Private")

    for row in (message, mail):
        admin_client.post(
            f"/admin/{row._meta.label_lower.replace('.', '/')}/{row.pk}/delete/", SURE
        )

    told = list(LogEntry.objects.order_by("pk").values_list("object_repr", flat=True))
    assert told == [f"message {message.pk}", f"outgoing mail {mail.pk}"]


def test_senders_are_forgotten_after_two_weeks_and_spam_after_a_month():
    now = timezone.now()
    for days in (13, 15, 29, 31):
        for state in ("new", "spam"):
            written = now - timedelta(days=days)
            make_message(subject=f"{state} {days}", state=state, sender="ab", created_at=written)

    expected = "Senders forgotten: 6. Spam deleted: 1.\n"
    assert run("tidy_messages", "--dry-run") == expected
    assert Message.objects.exclude(sender="").count() == 8
    assert run("tidy_messages") == expected
    assert run("tidy_messages") == "Senders forgotten: 0. Spam deleted: 0.\n"
    assert set(Message.objects.values_list("subject", "sender")) == {
        ("new 13", "ab"),
        ("new 15", ""),
        ("new 29", ""),
        ("new 31", ""),
        ("spam 13", "ab"),
        ("spam 15", ""),
        ("spam 29", ""),
    }
