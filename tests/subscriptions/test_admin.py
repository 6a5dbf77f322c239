"""The desk: mailings are made once, deliveries decided about, addresses exported and erased."""

import csv
import io
from collections import defaultdict

import pytest
from django.contrib.admin.models import LogEntry

from nejat.editions.registry import CODES
from nejat.subscriptions.models import Delivery, Subscriber
from nejat.subscriptions.sending import find_abandoned
from tests.admin.desk import nodes, staff, texts
from tests.sql import base_columns_read, captured
from tests.subscriptions.making import make_mailing, make_subscriber, states

pytestmark = pytest.mark.django_db

SUBSCRIBERS = "/admin/subscriptions/subscriber/"
MAILINGS = "/admin/subscriptions/mailing/"
DELIVERIES = "/admin/subscriptions/delivery/"


def act(client, address: str, action: str, *rows, **fields: str):
    """Choose rows of a list and an action."""
    chosen = {"action": action, "_selected_action": [row.pk for row in rows], **fields}
    return client.post(address, chosen)


def _press(client, question, address: str = SUBSCRIBERS):
    """Answer a question with its button, as a browser does."""
    sent = defaultdict(list)
    for field in nodes(question, "#content-main input[type=hidden]"):
        sent[field.attributes["name"]].append(field.attributes["value"])
    return client.post(address, sent)


def _told(client, answer) -> list[str]:
    return texts(client.get(answer.url), ".messagelist .success")


def test_the_list_of_mailings_shows_how_far_each_is(admin_client):
    make_mailing("a@example.org", "b@example.org", "c@example.org")
    Delivery.objects.first().claim()
    find_abandoned()

    assert texts(admin_client.get(MAILINGS), ".field-progress") == [
        "Waiting 2 · Unknown whether sent 1"
    ]


def test_counts_have_the_digits_of_the_language_of_the_interface(admin_client):
    mailing = make_mailing("a@example.org", "b@example.org", "c@example.org")
    admin_client.cookies["django_language"] = "fa"

    (progress,) = texts(admin_client.get(MAILINGS), ".field-progress")
    page = act(admin_client, MAILINGS, "stop", mailing)

    assert progress.endswith(" ۳")
    assert "۳" in texts(admin_client.get(page.url), ".messagelist li")[0]


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_of_mailings_costs_the_same_queries_for_one_and_for_many(
    admin_client, django_assert_max_num_queries, count
):
    for number in range(count):
        make_mailing(f"{number}@example.org")

    with django_assert_max_num_queries(7):
        progress = texts(admin_client.get(MAILINGS), ".field-progress")

    assert progress == [f"Waiting {number}" for number in range(count, 0, -1)]


def test_a_mailing_can_be_stopped_but_neither_changed_nor_deleted(admin_client):
    mailing = make_mailing("a@example.org")
    assert admin_client.post(f"{MAILINGS}{mailing.pk}/delete/").status_code == 403
    assert admin_client.post(f"{MAILINGS}{mailing.pk}/change/", {}).status_code == 403

    act(admin_client, MAILINGS, "stop", mailing)

    assert states() == {"a@example.org": "skipped"}


def test_what_is_unknown_is_found_and_decided_about(admin_client):
    make_mailing("a@example.org", "b@example.org", "c@example.org")
    first, second, third = Delivery.objects.order_by("pk")
    first.claim()
    second.claim()
    find_abandoned()

    listed = texts(admin_client.get(f"{DELIVERIES}?state__exact=unknown"), ".field-email")
    again = act(admin_client, DELIVERIES, "send_again", first, third)
    assert _told(admin_client, again) == ["Mails that wait to be sent: 1"]
    counted = act(admin_client, DELIVERIES, "count_as_sent", second, third)
    assert _told(admin_client, counted) == ["Counted as sent: 1"]
    nothing = act(admin_client, DELIVERIES, "count_as_sent", second, third)
    assert texts(admin_client.get(nothing.url), ".messagelist .warning") == ["Counted as sent: 0"]

    assert listed == ["b@example.org", "a@example.org"]
    assert states() == {
        "a@example.org": "waiting",
        "b@example.org": "sent",
        "c@example.org": "waiting",
    }


def test_subscribers_are_exported_and_no_cell_is_a_formula(admin_client):
    evil = ["=cmd@example.org", "+1@example.org", "-1@example.org", "mina@bücher.example"]
    for address in evil:
        make_subscriber(address)

    answer = act(admin_client, SUBSCRIBERS, "export", *Subscriber.objects.all())

    assert answer.headers["Content-Disposition"] == 'attachment; filename="subscribers.csv"'
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["address"] for row in rows] == [*(f"'{address}" for address in evil[:3]), evil[3]]
    subscriber = Subscriber.objects.first()
    assert rows[0] | {"address": ""} == {
        "address": "",
        "series": "newsletter",
        "edition": "fa",
        "state": "confirmed",
        "asked_at": subscriber.asked_at.isoformat(timespec="seconds"),
        "confirmed_at": subscriber.confirmed_at.isoformat(timespec="seconds"),
        "unsubscribed_at": "",
        "bounced_at": "",
    }


def test_an_export_needs_a_right_of_its_own_and_is_remembered_without_addresses(client):
    make_subscriber("mina@example.org")
    make_subscriber("other@example.org")
    reader = staff(client, "view_subscriber", "change_subscriber", "delete_subscriber")
    assert "Export as a table (CSV)" not in texts(reader.get(SUBSCRIBERS), "option")
    answer = act(reader, SUBSCRIBERS, "export", *Subscriber.objects.all())
    assert "mina" not in answer.content.decode()
    assert LogEntry.objects.count() == 0

    exporter = staff(client, "view_subscriber", "export_subscriber")
    answer = act(exporter, SUBSCRIBERS, "export", *Subscriber.objects.all())

    assert "mina" in answer.content.decode()
    entry = LogEntry.objects.get()
    assert (entry.user.username, str(entry)) == ("staff-1", "Changed “subscribers” — Exported: 2")
    assert "example.org" not in str(list(LogEntry.objects.values()))
    assert exporter.get("/admin/").status_code == 200


def test_erasing_asks_first_and_then_leaves_nothing(admin_client):
    make_mailing("mina@example.org", "other@example.org")
    make_subscriber("Mina@example.org", series="pars-brief")
    chosen = Subscriber.objects.first()

    question = act(admin_client, SUBSCRIBERS, "delete_selected", chosen)
    assert question.status_code == 200
    assert Subscriber.objects.count() == 3
    act(admin_client, SUBSCRIBERS, "delete_selected", chosen, post="yes")

    assert [str(subscriber) for subscriber in Subscriber.objects.all()] == ["other@example.org"]
    assert states() == {None: "skipped", "other@example.org": "waiting"}


def test_one_subscriber_is_erased_from_its_page(admin_client):
    make_mailing("mina@example.org")

    admin_client.post(f"{SUBSCRIBERS}{Subscriber.objects.get().pk}/delete/", {"post": "yes"})

    assert Subscriber.objects.count() == 0
    assert states() == {None: "skipped"}


def test_the_history_of_the_admin_keeps_no_erased_address(admin_client):
    make_mailing("mina@example.org")

    admin_client.post(f"{SUBSCRIBERS}{Subscriber.objects.get().pk}/delete/", {"post": "yes"})

    assert LogEntry.objects.get().object_repr == "erased"
    assert "mina" not in str(list(LogEntry.objects.values()))


def test_unsubscribing_asks_first_and_then_says_how_many(admin_client):
    subscriber = make_subscriber()

    ended = make_subscriber("b@example.org", state="unsubscribed")

    question = act(admin_client, SUBSCRIBERS, "unsubscribe", subscriber, ended)
    assert question.status_code == 200
    assert texts(question, "#content-main li") == ["mina@example.org: Nejat NewsLetter, فارسی"]
    subscriber.refresh_from_db()
    assert subscriber.state == "confirmed"

    answer = _press(admin_client, question)
    subscriber.refresh_from_db()
    assert subscriber.state == "unsubscribed"
    assert _told(admin_client, answer) == ["Unsubscribed: 1"]


def test_all_that_a_filter_finds_are_unsubscribed_after_one_question(admin_client):
    for number in range(120):
        make_subscriber(f"{number}@example.org")
    make_subscriber("en@example.org", edition="en")
    found = f"{SUBSCRIBERS}?edition__exact=fa"

    question = act(admin_client, found, "unsubscribe", Subscriber.objects.first(), select_across=1)
    named = texts(question, "#content-main li")
    answer = _press(admin_client, question, found)

    assert texts(question, "#content-main p") == [
        "120 subscriptions will end. Only their readers can begin them again."
    ]
    assert (len(named), named[-1]) == (101, "…")
    assert _told(admin_client, answer) == ["Unsubscribed: 120"]
    assert Subscriber.objects.get(state="confirmed").address == "en@example.org"


def test_those_who_have_unsubscribed_cannot_be_unsubscribed(admin_client):
    question = act(admin_client, SUBSCRIBERS, "unsubscribe", make_subscriber(state="unsubscribed"))

    assert nodes(question, "#content-main [type=submit], #content-main li") == []
    [back] = nodes(question, "#content-main .closelink")
    assert back.attributes["href"] == SUBSCRIBERS


def test_what_was_undeliverable_is_made_deliverable_again(admin_client):
    bounced = make_subscriber("a@example.org", state="bounced")
    ended = make_subscriber("b@example.org", state="unsubscribed")

    answer = act(admin_client, SUBSCRIBERS, "deliver_again", bounced, ended)

    assert _told(admin_client, answer) == ["Deliverable again: 1"]
    states = dict(Subscriber.objects.values_list("address", "state"))
    assert states == {"a@example.org": "confirmed", "b@example.org": "unsubscribed"}


def test_a_subscriber_is_neither_added_nor_changed(admin_client):
    subscriber = make_subscriber()

    assert admin_client.get(f"{SUBSCRIBERS}add/").status_code == 403
    assert admin_client.post(f"{SUBSCRIBERS}{subscriber.pk}/change/", {}).status_code == 403


def test_who_may_only_look_changes_nothing(client):
    mailing = make_mailing("mina@example.org")
    subscriber, delivery = Subscriber.objects.get(), Delivery.objects.get()
    delivery.claim()
    find_abandoned()
    undeliverable = make_subscriber("other@example.org", state="bounced")
    reader = staff(client, "view_subscriber", "view_mailing", "view_delivery")

    for address, action, row in (
        (SUBSCRIBERS, "unsubscribe", subscriber),
        (SUBSCRIBERS, "deliver_again", undeliverable),
        (SUBSCRIBERS, "delete_selected", subscriber),
        (MAILINGS, "stop", mailing),
        (DELIVERIES, "send_again", delivery),
        (DELIVERIES, "count_as_sent", delivery),
    ):
        assert reader.get(address).status_code == 200
        act(reader, address, action, row, post="yes")

    subscriber.refresh_from_db()
    undeliverable.refresh_from_db()
    assert (subscriber.state, undeliverable.state) == ("confirmed", "bounced")
    assert states() == {"mina@example.org": "unknown"}


@pytest.mark.parametrize("code", CODES)
def test_the_deliveries_of_a_mailing_are_found_and_read_no_base_column(admin_client, code):
    make_mailing("other@example.org")
    mailing = make_mailing("mina@example.org", edition="en")
    admin_client.cookies["django_language"] = code

    with captured() as statements:
        answer = admin_client.get(f"{DELIVERIES}?mailing__id__exact={mailing.pk}&q=example.org")

    assert texts(answer, ".field-email") == ["mina@example.org"]
    assert base_columns_read(statements) == set()


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("address", [SUBSCRIBERS, DELIVERIES])
def test_a_list_costs_the_same_queries_for_one_row_and_for_many(
    admin_client, django_assert_max_num_queries, address, count
):
    make_mailing(*(f"{number}@example.org" for number in range(count)))

    with django_assert_max_num_queries(6), captured() as statements:
        admin_client.get(address)

    assert not [sql for sql in statements if "COUNT(" in sql]
