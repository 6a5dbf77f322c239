"""The real command, killed with a mail in hand, and beside another: no mail is sent twice."""

import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.copies import PATIENCE, Copy, new_database, query, signal_at, wait_until
from tests.mail_server import MailServer, running_mail_server

pytestmark = pytest.mark.django_db  # its programs use the database of the run

MAILS = 20
SENDER = ("send_outbox", "SELECT recipient, state FROM outbox_outgoingmail")
NUMBERS = "SELECT id FROM outbox_outgoingmail"
HOURS_AGO = "UPDATE outbox_outgoingmail SET changed_at = '2020-01-01 00:00:00+00:00'"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Iterator[str]:
    """The address of a database with mails that wait."""
    folder = tmp_path_factory.mktemp("prepared")
    with new_database(folder) as url:
        Copy(url, folder, MailServer(), *SENDER).prepare("tests.outbox.prepare", str(MAILS))
        yield url


@pytest.fixture
def copy(prepared, tmp_path) -> Iterator[Copy]:
    """A site with such a database of its own."""
    with new_database(tmp_path, prepared) as url, running_mail_server() as server:
        yield Copy(url, tmp_path, server, *SENDER)


@pytest.mark.parametrize("hook", ["on_recipient", "on_text", "after_keeping"])
def test_a_mail_that_a_killed_sender_had_in_hand_is_unknown_and_not_sent_again(copy, hook):
    setattr(copy.server, hook, signal_at(7, copy, signal.SIGKILL))
    with copy.sending() as sender:
        sender.wait(PATIENCE)
    assert sender.returncode == -signal.SIGKILL
    assert copy.count() == {"sent": 6, "sending": 1, "waiting": MAILS - 7}

    copy.run()

    assert copy.count() == {"sent": MAILS - 1, "sending": 1}
    query(copy.url, f"{HOURS_AGO} WHERE state = 'sending'")
    said = copy.run()
    assert copy.count() == {"sent": MAILS - 1, "unknown": 1}
    ((in_doubt,),) = query(copy.url, f"{NUMBERS} WHERE state = 'unknown'")
    assert f"  outgoing mail {in_doubt}\n" in said
    assert len(copy.server.addresses) == len(set(copy.server.addresses))


def test_two_senders_at_once_send_every_mail_once(copy):
    with ThreadPoolExecutor(4) as programs:
        said = [run.result() for run in [programs.submit(copy.run) for _ in range(4)]]

    assert sorted(copy.server.addresses) == sorted(copy.states())
    assert copy.count() == {"sent": MAILS}
    assert f"Done: sent {MAILS}.\n" in said


def test_a_second_sender_ends_at_once(copy):
    released = Event()
    copy.server.on_text = lambda address: released.wait(PATIENCE) and None
    with copy.sending() as first:
        wait_until(lambda: copy.count()["sending"] == 1)

        assert copy.run() == "Another sender is at work.\n"
        released.set()
        first.wait(PATIENCE)


def test_a_sender_that_is_told_to_stop_brings_the_mail_in_hand_to_its_end(copy):
    copy.server.on_text = signal_at(5, copy, signal.SIGTERM)

    assert copy.run() == "Done: sent 5.\n"
    assert copy.count() == {"sent": 5, "waiting": MAILS - 5}
