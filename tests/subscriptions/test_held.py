"""What is held about an address can be shown and removed, without a trace of it left."""

import io
import json

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from nejat.subscriptions.models import Delivery, Mailing, Subscriber
from nejat.subscriptions.sending import Sender
from tests.subscriptions.making import make_mailing, make_subscriber, states

pytestmark = pytest.mark.django_db


def run(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def everything() -> str:
    """Return all rows of the room as text."""
    found = []
    with connection.cursor() as cursor:
        for model in (Subscriber, Mailing, Delivery):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            found += map(str, cursor.fetchall())
    return "\n".join(found).lower()


def test_everything_held_about_an_address_is_shown(mail_server):
    mailing = make_mailing("Mina@example.org", "other@example.org")
    make_subscriber("mina@example.org", series="pars-brief", state="pending", confirmed_at=None)
    Sender(batch=9, limit=None, pause=0, say=print).run()

    held = json.loads(run("export_subscriber", "MINA@example.org"))

    subscriber, delivery = Subscriber.objects.first(), Delivery.objects.first()
    first, second = held["subscriptions"]
    assert first == {
        "address": "Mina@example.org",
        "series": "newsletter",
        "edition": "fa",
        "state": "confirmed",
        "asked_at": subscriber.asked_at.isoformat(),
        "confirmed_at": subscriber.confirmed_at.isoformat(),
        "unsubscribed_at": None,
        "bounced_at": None,
    }
    assert (second["series"], second["state"]) == ("pars-brief", "pending")
    assert held["deliveries"] == [
        {
            "issue": str(mailing.issue),
            "edition": "fa",
            "state": "sent",
            "changed_at": delivery.changed_at.isoformat(),
            "answer": "",
        }
    ]


def test_of_a_stranger_nothing_is_held():
    held = json.loads(run("export_subscriber", "nobody@example.org"))

    assert (held["subscriptions"], held["deliveries"]) == ([], [])


def test_an_erased_address_stands_nowhere_and_gets_nothing(mail_server):
    make_mailing("Mina@example.org", "other@example.org", "third@example.org")
    make_subscriber("mina@example.org", series="pars-brief")
    mail_server.on_recipient = lambda address: f"550 5.1.1 <{address}> unknown"
    Sender(batch=1, limit=1, pause=0, say=print).run()
    mail_server.on_recipient = lambda address: None

    said = run("erase_subscriber", "mina@EXAMPLE.org") + run(
        "erase_subscriber", "other@example.org"
    )
    Sender(batch=9, limit=None, pause=0, say=print).run()

    assert said == "Erased from 3 rows.\nErased from 2 rows.\n"
    assert "mina" not in everything()
    assert "other" not in everything()
    assert mail_server.addresses == ["third@example.org"]
    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["failed", "sent", "skipped"]


def test_the_history_of_the_admin_forgets_an_erased_address(admin_user):
    make_mailing("Mina@example.org", "other@example.org")
    gone = make_subscriber("mina@example.org", series="pars-brief")
    rows = [*Subscriber.objects.order_by("pk"), *Delivery.objects.order_by("pk")]
    for row in rows:
        LogEntry.objects.create(
            user=admin_user,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            object_repr=str(row),
            action_flag=CHANGE,
            change_message=f"About {row}",
        )
    gone.delete()

    run("erase_subscriber", "mina@EXAMPLE.org")

    told = LogEntry.objects.order_by("pk").values_list("object_repr", "change_message")
    erased, other = ("erased", ""), ("other@example.org", "About other@example.org")
    assert list(told) == [erased, other, erased, erased, other]


def test_an_erased_address_may_come_back(mail_server):
    make_mailing("mina@example.org")
    run("erase_subscriber", "mina@example.org")

    make_mailing("mina@example.org")
    Sender(batch=9, limit=None, pause=0, say=print).run()

    assert mail_server.addresses == ["mina@example.org"]
    assert states() == {None: "skipped", "mina@example.org": "sent"}
