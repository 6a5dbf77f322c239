"""What becomes of each mail, by the answers of a real mail server."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import timezone

from nejat.subscriptions.models import Delivery, Mailing, Subscriber
from nejat.subscriptions.sending import Sender, SendingStopped, find_abandoned
from tests.factories import make_issue
from tests.mail_server import DROP
from tests.subscriptions.making import make_mailing, make_subscriber, states

pytestmark = pytest.mark.django_db


def run(batch: int = 50, limit: int | None = None) -> list[str]:
    """Send what is due; return what the sender said."""
    said = []
    Sender(batch=batch, limit=limit, pause=0, say=said.append).run()
    return said


def answering(answer: str, to: str):
    """Return what answers so to one address, and yes to all others."""
    return lambda address: answer if address == to else None


def test_every_subscriber_gets_the_issue_once(mail_server):
    mailing = make_mailing("a@example.org", "b@example.org", "c@example.org")

    run()
    run()

    assert mail_server.addresses == ["a@example.org", "b@example.org", "c@example.org"]
    assert set(states().values()) == {"sent"}
    mailing.refresh_from_db()
    assert mailing.started_at <= mailing.finished_at


def test_a_batch_is_one_connection(mail_server):
    make_mailing(*(f"{number}@example.org" for number in range(5)))

    run(batch=2)

    assert len(mail_server.kept) == 5
    assert mail_server.connections == 3


def test_a_limit_leaves_the_rest_for_the_next_run(mail_server):
    mailing = make_mailing(*(f"{number}@example.org" for number in range(5)))

    run(batch=2, limit=3)

    assert list(states().values()) == ["sent"] * 3 + ["waiting"] * 2
    mailing.refresh_from_db()
    assert mailing.finished_at is None


@pytest.mark.parametrize("moment", ["on_recipient", "on_text"])
def test_what_is_refused_for_now_is_sent_later(mail_server, moment):
    make_mailing("a@example.org", "b@example.org")
    setattr(mail_server, moment, answering("451 4.7.1 come back", "a@example.org"))

    run()
    setattr(mail_server, moment, lambda address: None)
    run()

    assert states() == {"a@example.org": "waiting", "b@example.org": "sent"}
    delivery = Delivery.objects.get(address="a@example.org")
    assert delivery.error == "451 4.7.1 come back"
    assert delivery.next_try_at > timezone.now()
    with time_machine.travel(delivery.next_try_at + timedelta(seconds=1)):
        run()
    assert states() == {"a@example.org": "sent", "b@example.org": "sent"}
    assert mail_server.addresses == ["b@example.org", "a@example.org"]


def test_what_is_refused_for_now_for_days_has_failed(mail_server):
    make_mailing("a@example.org")
    mail_server.on_recipient = lambda address: "450 4.2.0 greylisted"
    runs = 0

    while states() == {"a@example.org": "waiting"}:
        due = Delivery.objects.get().next_try_at or timezone.now()
        with time_machine.travel(due + timedelta(seconds=1)):
            run()
        runs += 1

    assert runs == 6
    assert states() == {"a@example.org": "failed"}
    assert Subscriber.objects.get().state == "confirmed"


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("550 relay not permitted", "confirmed"),
        ("551 not here", "confirmed"),
        ("553 bad name", "confirmed"),
        ("550 5.0.0 no", "confirmed"),
        ("550 5.1.10 no such domain", "bounced"),
        ("550 5.1.1 no such mailbox", "bounced"),
        ("550 5.2.1 closed", "bounced"),
        ("550 5.7.1 your server is on a list", "confirmed"),
        ("552 5.2.2 the mailbox is full", "confirmed"),
        ("550 5.1.8 bad sender", "confirmed"),
        ("554 no", "confirmed"),
    ],
)
def test_what_is_refused_for_good_has_failed_and_may_end_the_subscription(
    mail_server, answer, state
):
    make_mailing("a@example.org", "b@example.org")
    mail_server.on_recipient = answering(answer, "a@example.org")

    run()

    assert states() == {"a@example.org": "failed", "b@example.org": "sent"}
    assert Delivery.objects.get(address="a@example.org").error == answer
    assert Subscriber.objects.get(address="a@example.org").state == state


def test_a_refused_text_says_nothing_of_the_address(mail_server):
    make_mailing("a@example.org", "b@example.org")
    mail_server.on_text = answering("550 looks like spam", "a@example.org")

    run()

    assert states() == {"a@example.org": "failed", "b@example.org": "sent"}
    assert Subscriber.objects.get(address="a@example.org").state == "confirmed"


def test_a_connection_lost_before_the_text_is_tried_again(mail_server):
    make_mailing("a@example.org", "b@example.org")
    mail_server.on_recipient = answering(DROP, "a@example.org")

    run()

    assert states() == {"a@example.org": "waiting", "b@example.org": "sent"}
    assert Delivery.objects.get(address="a@example.org").next_try_at is not None


def test_a_connection_lost_after_the_text_leaves_it_unknown(mail_server):
    make_mailing("a@example.org", "b@example.org")
    mail_server.after_keeping = answering(DROP, "a@example.org")

    run()
    run()

    assert states() == {"a@example.org": "unknown", "b@example.org": "sent"}
    assert mail_server.addresses == ["a@example.org", "b@example.org"]


@pytest.mark.parametrize("answer", ["421 closing", "451 too many from you"])
def test_a_server_that_closes_after_a_refusal_costs_the_next_mail_nothing(mail_server, answer):
    make_mailing("a@example.org", "b@example.org")
    mail_server.on_recipient = answering(answer, "a@example.org")

    run()

    assert states() == {"a@example.org": "waiting", "b@example.org": "sent"}


def test_a_server_that_breaks_every_connection_ends_the_run(mail_server):
    make_mailing(*(f"{number}@example.org" for number in range(9)))
    mail_server.after_keeping = lambda address: DROP

    with pytest.raises(SendingStopped, match="again and again"):
        run()

    assert list(states().values()) == ["unknown"] * 3 + ["waiting"] * 6


@pytest.mark.parametrize("moment", ["on_recipient", "on_text"])
def test_a_server_that_refuses_one_after_the_other_ends_the_run_and_blames_nobody(
    mail_server, moment
):
    make_mailing(*(f"{number}@example.org" for number in range(9)))
    setattr(mail_server, moment, lambda address: "550 relay not permitted")
    sender = Sender(batch=2, limit=None, pause=0, say=print)

    with pytest.raises(SendingStopped, match=r"5 mails in a row.*550 relay not permitted"):
        sender.run()

    assert list(states().values()) == ["waiting"] * 9
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {0}
    assert set(Subscriber.objects.values_list("state", flat=True)) == {"confirmed"}
    assert +sender.done == {}


def test_those_refused_in_a_row_let_others_go_first(mail_server):
    make_mailing(*(f"{number}@example.org" for number in range(7)))
    mail_server.on_recipient = lambda address: "550 no" if address < "5" else None

    with pytest.raises(SendingStopped):
        run()
    run()

    assert mail_server.addresses == ["5@example.org", "6@example.org"]
    mail_server.on_recipient = lambda address: None
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        run()
    assert set(states().values()) == {"sent"}


def test_a_success_between_refusals_lets_the_run_go_on(mail_server):
    make_mailing(*(f"{number}@example.org" for number in range(9)))
    mail_server.on_recipient = lambda address: None if address[0] == "4" else "550 no"

    run()

    assert list(states().values()) == ["failed"] * 4 + ["sent"] + ["failed"] * 4


def test_a_list_of_dead_addresses_comes_to_its_end(mail_server):
    mailing = make_mailing(*(f"{number}@example.org" for number in range(9)))
    mail_server.on_recipient = lambda address: "550 5.1.1 no such mailbox"

    run()

    assert set(states().values()) == {"failed"}
    assert set(Subscriber.objects.values_list("state", flat=True)) == {"bounced"}
    mailing.refresh_from_db()
    assert mailing.finished_at is not None


def test_a_few_readers_whom_the_server_refuses_without_a_reason_have_failed(mail_server):
    mailing = make_mailing(*(f"{number}@example.org" for number in range(4)))
    mail_server.on_recipient = lambda address: "550 no"

    run()

    assert set(states().values()) == {"failed"}
    mailing.refresh_from_db()
    assert mailing.finished_at is not None


def test_a_server_that_reads_a_text_slowly_leaves_no_doubt(mail_server, settings):
    settings.EMAIL_TIMEOUT = 0.3
    make_mailing("a@example.org", "b@example.org")
    mail_server.after_keeping = lambda address: time.sleep(1)

    run()

    assert states() == {"a@example.org": "sent", "b@example.org": "sent"}


def test_a_server_that_says_nothing_to_a_recipient_is_not_waited_for(mail_server, settings):
    settings.EMAIL_TIMEOUT = 0.3
    make_mailing("a@example.org", "b@example.org")
    mail_server.on_recipient = lambda address: time.sleep(1) if address[0] == "b" else None

    run()

    assert states() == {"a@example.org": "sent", "b@example.org": "waiting"}


def test_a_refusal_does_not_undo_an_unsubscription_of_the_same_moment(mail_server):
    make_mailing("a@example.org")
    delivery = Delivery.objects.select_related("subscriber").get()
    Subscriber.objects.get().unsubscribe()
    delivery.claim()

    delivery.note_failed("550 5.1.1 no such mailbox", condemns_address=True)

    subscriber = Subscriber.objects.get()
    assert (subscriber.state, subscriber.bounced_at) == ("unsubscribed", None)


@pytest.mark.parametrize("answer", ["530 5.7.0 sign in first", "451 too much today"])
def test_a_server_that_takes_nothing_from_us_ends_the_run_and_blames_nobody(mail_server, answer):
    make_mailing("a@example.org", "b@example.org")
    mail_server.on_mail = lambda sender: answer

    with pytest.raises(SendingStopped, match=answer):
        run()

    assert states() == {"a@example.org": "waiting", "b@example.org": "waiting"}
    assert set(Delivery.objects.values_list("attempts", "next_try_at")) == {(0, None)}


def test_a_server_that_is_not_there_ends_the_run(mail_server, settings):
    make_mailing("a@example.org")
    settings.EMAIL_PORT = 1

    with pytest.raises(SendingStopped, match="cannot be reached"):
        run()

    assert states() == {"a@example.org": "waiting"}


def test_who_unsubscribed_meanwhile_gets_nothing(mail_server):
    make_mailing("a@example.org", "b@example.org")
    Subscriber.objects.get(address="a@example.org").unsubscribe()

    run()

    assert states() == {"a@example.org": "skipped", "b@example.org": "sent"}
    assert mail_server.addresses == ["b@example.org"]


def test_who_subscribed_after_the_issue_was_queued_gets_the_next_one(mail_server):
    make_mailing("a@example.org")
    make_subscriber("b@example.org")

    run()

    assert mail_server.addresses == ["a@example.org"]


def test_only_confirmed_subscribers_of_the_series_and_the_edition_are_queued():
    make_subscriber("pending@example.org", state="pending")
    make_subscriber("bounced@example.org", state="bounced")
    make_subscriber("other@example.org", series="pars-brief")
    make_subscriber("other@example.org", edition="ar")

    make_mailing("a@example.org")

    assert states() == {"a@example.org": "waiting"}


def test_a_withdrawn_issue_is_held_back(mail_server):
    mailing = make_mailing("a@example.org")
    mailing.issue.set_in("fa", state="withdrawn")
    mailing.issue.save()

    said = run()

    assert states() == {"a@example.org": "waiting"}
    assert said == [f"Held back, for readers do not see the issue now: {mailing}"]


def test_a_stopped_mailing_sends_nothing_more(mail_server):
    mailing = make_mailing("a@example.org", "b@example.org")
    run(limit=1)

    stopped = mailing.stop()
    run()

    assert stopped == 1
    assert states() == {"a@example.org": "sent", "b@example.org": "skipped"}


def test_what_a_dead_sender_left_is_unknown_and_never_sent_by_itself(mail_server):
    make_mailing("a@example.org", "b@example.org")
    Delivery.objects.get(address="a@example.org").claim()

    found = find_abandoned()
    run()

    assert [str(delivery) for delivery in found] == ["a@example.org"]
    assert states() == {"a@example.org": "unknown", "b@example.org": "sent"}


def test_a_person_decides_about_what_is_unknown(mail_server):
    mailing = make_mailing("a@example.org", "b@example.org", "c@example.org")
    for delivery in Delivery.objects.all()[:2]:
        delivery.claim()
    find_abandoned()
    run()

    Delivery.objects.get(address="a@example.org").send_again()
    Delivery.objects.get(address="b@example.org").count_as_sent()
    Delivery.objects.get(address="c@example.org").send_again()  # it is sent: nothing happens
    mailing.refresh_from_db()
    assert mailing.finished_at is None
    run()

    assert mail_server.addresses == ["c@example.org", "a@example.org"]
    assert set(states().values()) == {"sent"}


def test_a_delivery_can_be_claimed_once():
    make_mailing("a@example.org")
    first, second = Delivery.objects.get(), Delivery.objects.get()

    assert [first.claim(), second.claim()] == [True, False]


def test_an_issue_is_given_to_the_mail_once():
    issue = make_issue()
    make_mailing(issue=issue)

    with pytest.raises(IntegrityError):
        Mailing(issue=issue, edition="fa").queue()


def test_ten_thousand_subscribers_are_queued_in_few_queries(django_assert_max_num_queries):
    issue = make_issue()
    Subscriber.objects.bulk_create(
        Subscriber(
            address=f"{number}@example.org",
            normal_address=f"{number}@example.org",
            series="newsletter",
            edition="fa",
            state="confirmed",
        )
        for number in range(10_000)
    )

    with django_assert_max_num_queries(100):
        queued = Mailing(issue=issue, edition="fa").queue()

    assert queued == Delivery.objects.count() == 10_000
