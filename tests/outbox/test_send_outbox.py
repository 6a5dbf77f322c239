"""The command that empties the outbox: what it says, what it needs, what it tidies up."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.outbox.making import make_mail, states

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _folder_of_locks(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def run() -> str:
    """Run the command; return what it said."""
    out = io.StringIO()
    call_command("send_outbox", stdout=out)
    return out.getvalue()


def test_the_command_sends_tidies_and_says_what_it_did(mail_server):
    make_mail()
    make_mail("old@example.org", state="sent", changed_at=timezone.now() - timedelta(days=31))
    long_ago = timezone.now() - timedelta(hours=2)
    lost = make_mail("lost@example.org", state="sending", changed_at=long_ago)

    assert run().splitlines() == [
        "Deleted, for they were sent a month ago: 1.",
        "A sender was cut off. Nobody knows whether these went out; decide in the admin, under "
        "Outgoing mails:",
        f"  outgoing mail {lost.pk}",
        "Done: sent 1.",
    ]
    assert run() == "Done: nothing was due.\n"
    assert states() == {"office@example.org": "sent", "lost@example.org": "unknown"}


def test_a_server_that_is_away_is_said_to_be(mail_server, settings):
    settings.EMAIL_PORT = 1
    make_mail()

    with pytest.raises(CommandError, match="The mail server cannot be reached"):
        run()

    assert states() == {"office@example.org": "waiting"}


def test_a_site_without_mail_tidies_and_says_what_is_missing():
    make_mail(state="sent", changed_at=timezone.now() - timedelta(days=31))
    make_mail("b@example.org")

    with pytest.raises(CommandError, match="EMAIL_URL and MAIL_FROM are not set"):
        run()

    assert states() == {"b@example.org": "waiting"}
