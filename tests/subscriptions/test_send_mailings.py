"""The command that sends: what it says, what it needs, what it tidies up."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from nejat.subscriptions.models import Delivery, Subscriber
from tests.subscriptions.making import make_mailing, make_subscriber, states

pytestmark = pytest.mark.django_db


def run(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_the_command_sends_and_says_what_it_did(mail_server, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    make_mailing("mina@example.org")

    assert run("send_mailings", "--pause=0") == "Done: sent 1.\n"
    assert run("send_mailings", "--pause=0") == "Done: nothing was due.\n"


@pytest.mark.django_db(transaction=True)
def test_the_command_names_what_a_dead_sender_left(mail_server, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    mailing = make_mailing("mina@example.org")
    delivery = Delivery.objects.get()
    delivery.claim()

    said = run("send_mailings", "--pause=0").splitlines()

    assert said[1] == f"  {delivery.pk}: mina@example.org – {mailing}"
    assert states() == {"mina@example.org": "unknown"}


@pytest.mark.django_db(transaction=True)
def test_the_command_forgets_who_never_confirmed(mail_server, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    long_ago = timezone.now() - timedelta(days=8)
    unconfirmed = {"state": "pending", "confirmed_at": None}
    make_subscriber("old@example.org", asked_at=long_ago, **unconfirmed)
    make_subscriber("new@example.org", **unconfirmed)
    make_subscriber(
        "ended@example.org", asked_at=long_ago, state="pending", unsubscribed_at=long_ago
    )
    make_subscriber("unsubscribed@example.org", asked_at=long_ago, state="unsubscribed")
    make_subscriber("confirmed@example.org", asked_at=long_ago)

    run("send_mailings")

    left = set(Subscriber.objects.values_list("address", flat=True))
    assert left == {"new@example.org", "unsubscribed@example.org", "confirmed@example.org"}


@pytest.mark.django_db(transaction=True)
def test_a_server_that_refuses_all_ends_the_command_with_a_sentence(
    mail_server, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    make_mailing(*(f"{number}@example.org" for number in range(6)))
    mail_server.on_recipient = lambda address: "550 relay not permitted"
    out = io.StringIO()

    with pytest.raises(CommandError, match=r"they wait for an hour\. It said: 550 relay not"):
        call_command("send_mailings", stdout=out)

    assert out.getvalue() == "Done: nothing was due.\n"


@pytest.mark.parametrize("name", ["MAIL", "MAIL_FROM", "SITE_ADDRESS"])
def test_without_its_settings_the_command_sends_nothing_and_says_why(
    mail_server, settings, tmp_path, name
):
    make_mailing("mina@example.org")
    setattr(settings, name, "")
    variable = "EMAIL_URL" if name == "MAIL" else name

    with pytest.raises(CommandError, match=rf"{variable} is not set, so .* docs/running\.md"):
        run("send_mailings")

    assert states() == {"mina@example.org": "waiting"}


@pytest.mark.parametrize("option", ["--batch=0", "--batch=many", "--limit=-1"])
def test_the_command_refuses_numbers_that_count_nothing(option):
    with pytest.raises(CommandError, match="is not a number from 1 on"):
        run("send_mailings", option)


def test_the_documents_name_every_option():
    text = (Path(__file__).parents[2] / "docs/newsletters.md").read_text(encoding="utf-8")

    assert {name for name in ("--batch", "--limit", "--pause") if name not in text} == set()
