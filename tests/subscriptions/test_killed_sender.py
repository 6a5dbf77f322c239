"""The real command, killed at the worst moments: nothing is sent twice, and nobody is forgotten."""

import random
import signal
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.copies import PATIENCE, Copy, new_database, signal_at, wait_until
from tests.mail_server import MailServer, running_mail_server

pytestmark = pytest.mark.django_db  # its programs use the database of the run

READERS = 60
SENDER = ("send_mailings", "SELECT address, state FROM subscriptions_delivery")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Iterator[str]:
    """The address of a database with an issue that waits for its readers."""
    folder = tmp_path_factory.mktemp("prepared")
    with new_database(folder) as url:
        Copy(url, folder, MailServer(), *SENDER).prepare(
            "tests.subscriptions.prepare", str(READERS)
        )
        yield url


@pytest.fixture
def copy(prepared, tmp_path) -> Iterator[Copy]:
    """A site with such a database of its own."""
    with new_database(tmp_path, prepared) as url, running_mail_server() as server:
        yield Copy(url, tmp_path, server, *SENDER)


def assert_nobody_got_it_twice_and_nobody_is_forgotten(copy: Copy, *, doubtful: int) -> None:
    addresses, states = copy.server.addresses, copy.states()
    assert len(addresses) == len(set(addresses))
    assert len(states) == READERS
    assert set(states.values()) <= {"sent", "unknown"}
    assert {address for address, state in states.items() if state == "sent"} <= set(addresses)
    assert Counter(states.values())["unknown"] <= doubtful


@pytest.mark.parametrize("hook", ["on_recipient", "on_text", "after_keeping"])
def test_a_sender_killed_with_a_mail_in_hand_leaves_that_one_in_doubt(copy, hook):
    setattr(copy.server, hook, signal_at(33, copy, signal.SIGKILL))
    with copy.sending("--pause", "0") as sender:
        sender.wait(PATIENCE)
    assert sender.returncode == -signal.SIGKILL
    assert copy.count() == {"sent": 32, "sending": 1, "waiting": READERS - 33}

    said = copy.run("--pause", "0")

    assert copy.count() == {"sent": READERS - 1, "unknown": 1}
    (in_doubt,) = [address for address, state in copy.states().items() if state == "unknown"]
    assert f"{in_doubt} – " in said
    assert_nobody_got_it_twice_and_nobody_is_forgotten(copy, doubtful=1)
    # Only whoever looks at the server's side can tell whether the mail went out.
    assert (in_doubt in copy.server.addresses) == (hook != "on_recipient")


def test_a_sender_killed_between_batches_leaves_nothing_in_doubt(copy):
    with copy.sending("--pause", "60") as sender:
        wait_until(lambda: copy.count()["sent"] == 50)
        sender.kill()

    copy.run("--pause", "0")

    assert copy.count() == {"sent": READERS}
    assert_nobody_got_it_twice_and_nobody_is_forgotten(copy, doubtful=0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_sender_killed_again_and_again_sends_nothing_twice(copy, seed):
    chance = random.Random(seed)
    kills = 0
    for _ in range(3):
        hook = chance.choice(["on_mail", "on_recipient", "on_text", "after_keeping"])
        setattr(copy.server, hook, signal_at(chance.randint(1, 15), copy, signal.SIGKILL))
        with copy.sending("--batch", str(chance.randint(1, 30)), "--pause", "0") as sender:
            sender.wait(PATIENCE)
        kills += sender.returncode == -signal.SIGKILL

    copy.run("--pause", "0")

    assert kills == 3
    assert_nobody_got_it_twice_and_nobody_is_forgotten(copy, doubtful=kills)


@pytest.mark.parametrize("seed", [4, 5])
def test_a_sender_killed_at_any_moment_sends_nothing_twice(copy, seed):
    chance = random.Random(seed)
    for wanted in (10, 25, 40):
        with copy.sending("--batch", "10", "--pause", "0"):
            wait_until(lambda number=wanted: len(copy.server.kept) >= number)
            time.sleep(chance.random() / 20)

    copy.run("--pause", "0")

    assert_nobody_got_it_twice_and_nobody_is_forgotten(copy, doubtful=3)


def test_one_sender_works_at_a_time_until_it_is_killed(copy):
    with copy.sending("--batch", "10", "--pause", "60"):
        wait_until(lambda: copy.count()["sent"] == 10)

        assert copy.run() == "Another sender is at work.\n"
        assert copy.count() == {"sent": 10, "waiting": READERS - 10}

    copy.run("--pause", "0")
    assert copy.count() == {"sent": READERS}


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_sender_that_is_told_to_stop_brings_the_mail_in_hand_to_its_end(copy, sent):
    copy.server.on_text = signal_at(21, copy, sent)

    said = copy.run()

    assert said == "Done: sent 21.\n"
    assert copy.count() == {"sent": 21, "waiting": READERS - 21}
