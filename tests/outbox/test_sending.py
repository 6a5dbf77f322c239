"""What becomes of mails that wait, by the answers of a real mail server."""

from datetime import timedelta
from threading import Event

import pytest
import time_machine
from django.utils import timezone

from nejat.outbox.models import OutgoingMail
from nejat.outbox.sending import SendingStopped, find_abandoned, forget_sent, send_due, try_once
from tests.mail_server import DROP
from tests.outbox.making import make_mail, states

pytestmark = pytest.mark.django_db


def run() -> dict[str, int]:
    """Send what is due; return how many mails came to which state."""
    return dict(send_due(Event()))


def answering(answer: str, to: str):
    """Return what answers so to one address, and yes to all others."""
    return lambda address: answer if address == to else None


def test_what_waits_is_sent_once_over_one_connection(mail_server):
    for name in "abc":
        make_mail(f"{name}@example.org")

    assert (run(), run()) == ({"sent": 3}, {})
    assert mail_server.addresses == ["a@example.org", "b@example.org", "c@example.org"]
    assert mail_server.connections == 1


@pytest.mark.parametrize("moment", ["on_recipient", "on_text"])
@pytest.mark.parametrize("answer", ["451 4.7.1 come back", "421 4.3.2 closing"])
def test_what_is_refused_for_now_is_sent_later(mail_server, moment, answer):
    make_mail("a@example.org")
    make_mail("b@example.org")
    setattr(mail_server, moment, answering(answer, "a@example.org"))

    run()
    setattr(mail_server, moment, lambda address: None)
    run()

    assert states() == {"a@example.org": "waiting", "b@example.org": "sent"}
    mail = OutgoingMail.objects.get(recipient="a@example.org")
    assert mail.error == answer
    with time_machine.travel(mail.next_try_at + timedelta(seconds=1)):
        run()
    assert states() == {"a@example.org": "sent", "b@example.org": "sent"}


def test_the_pauses_grow_until_the_mail_has_failed_after_three_days(mail_server):
    make_mail()
    mail_server.on_recipient = lambda address: "450 4.2.0 greylisted"
    begun = due = timezone.now()
    pauses = []

    while states() == {"office@example.org": "waiting"}:
        with time_machine.travel(due, tick=False):
            run()
        mail = OutgoingMail.objects.get()
        pauses.append(round((mail.next_try_at - due) / timedelta(minutes=1)))
        due = mail.next_try_at

    assert pauses[:-1] == [5, 15, 60, 240, 720, 1440, 1440]
    assert timedelta(days=2) < mail.changed_at - begun < timedelta(days=3)
    assert (mail.state, mail.error) == ("failed", "450 4.2.0 greylisted")


@pytest.mark.parametrize("moment", ["on_recipient", "on_text"])
def test_what_is_refused_for_good_has_failed_at_once(mail_server, moment):
    make_mail("a@example.org")
    make_mail("b@example.org")
    setattr(mail_server, moment, answering("550 5.1.1 no such mailbox", "a@example.org"))

    run()

    assert states() == {"a@example.org": "failed", "b@example.org": "sent"}
    assert OutgoingMail.objects.get(recipient="a@example.org").error == "550 5.1.1 no such mailbox"


def test_a_connection_that_breaks_before_the_text_is_made_again_for_the_next_mail(mail_server):
    make_mail("a@example.org")
    make_mail("b@example.org")
    mail_server.on_recipient = answering(DROP, "a@example.org")

    run()

    assert states() == {"a@example.org": "waiting", "b@example.org": "sent"}


def test_a_mail_whose_text_was_taken_without_an_answer_is_unknown_and_not_repeated(mail_server):
    make_mail("a@example.org")
    mail_server.after_keeping = answering(DROP, "a@example.org")

    run()
    run()

    assert states() == {"a@example.org": "unknown"}
    assert mail_server.addresses == ["a@example.org"]


def test_while_the_server_is_away_mails_wait_for_weeks_and_then_arrive_once(mail_server, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    make_mail()
    for day in (0, 5, 20):
        with (
            time_machine.travel(timezone.now() + timedelta(days=day)),
            pytest.raises(SendingStopped, match="cannot be reached"),
        ):
            run()

    settings.EMAIL_PORT = port
    run()
    run()

    assert mail_server.addresses == ["office@example.org"]


def test_a_server_that_takes_nothing_from_us_ends_the_run_and_counts_for_nothing(mail_server):
    make_mail("a@example.org")
    make_mail("b@example.org")
    mail_server.on_mail = lambda sender: "550 5.7.1 not from you"

    with pytest.raises(SendingStopped, match="not from you"):
        run()

    assert set(OutgoingMail.objects.values_list("state", "attempts", "next_try_at")) == {
        ("waiting", 0, None)
    }
    assert mail_server.senders == ["news@example.org"]


def test_what_another_sender_has_in_hand_is_left_to_it(mail_server):
    mail = make_mail()
    behind = OutgoingMail.objects.get()

    assert mail.claim()
    try_once([behind])
    run()
    assert mail_server.kept == []
    mail.note_sent()
    assert states() == {"office@example.org": "sent"}


def test_a_sender_that_fell_silent_for_an_hour_leaves_its_mail_in_doubt(mail_server):
    make_mail().claim()

    with time_machine.travel(timezone.now() + timedelta(minutes=59)):
        assert find_abandoned() == []
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert [mail.state for mail in find_abandoned()] == ["unknown"]
        run()

    assert mail_server.kept == []


def test_sent_mails_are_forgotten_after_a_month_and_others_are_not(mail_server):
    for state in OutgoingMail.State.values:
        make_mail(f"{state}@example.org", state=state)

    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert forget_sent() == 0
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert forget_sent() == 1

    assert "sent@example.org" not in states()
    assert len(states()) == 5


@pytest.mark.parametrize("state", ["failed", "unknown"])
def test_a_person_may_have_it_tried_again(mail_server, state):
    mail = make_mail(state=state, attempts=8)

    assert mail.send_again()
    run()

    assert states() == {"office@example.org": "sent"}
    assert not OutgoingMail.objects.get().send_again()


def test_mails_about_an_address_are_found_however_it_is_written():
    make_mail("mina@xn--bcher-kva.example")
    make_mail(reply_to="Mina@xn--bcher-kva.example")
    make_mail()

    assert OutgoingMail.objects.about("MINA@Bücher.example").count() == 2
