"""The desk: mailings are made once, deliveries decided about, addresses exported and erased."""

import csv
import io

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from nejat.editions.registry import CODES
from nejat.subscriptions.models import Delivery, Mailing, Subscriber
from nejat.subscriptions.sending import find_abandoned
from tests.admin.desk import nodes, staff, texts
from tests.factories import make_issue
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


def test_an_issue_is_given_to_the_mail_with_a_delivery_each(admin_client, admin_user):
    issue = make_issue()
    make_subscriber("a@example.org")
    make_subscriber("b@example.org")
    make_subscriber("c@example.org", state="unsubscribed")

    answer = admin_client.post(f"{MAILINGS}add/", {"issue": issue.pk, "edition": "fa"}, follow=True)

    assert "Mails that wait to be sent: 2" in texts(answer, ".messagelist li")
    mailing = Mailing.objects.get()
    assert (mailing.issue, mailing.edition, mailing.created_by) == (issue, "fa", admin_user)
    assert states() == {"a@example.org": "waiting", "b@example.org": "waiting"}
    assert LogEntry.objects.count() == 1


def test_a_link_may_fill_in_the_form(admin_client):
    issue = make_issue()
    address = reverse("admin:subscriptions_mailing_add")

    form = admin_client.get(f"{address}?issue={issue.pk}&edition=fa")

    chosen = [option.attributes["value"] for option in nodes(form, "option[selected]")]
    assert chosen == [str(issue.pk), "fa"]


@pytest.mark.parametrize("fields", [{"state": "draft"}, {"published_at": "2999-01-01T00:00Z"}])
def test_an_issue_that_readers_do_not_see_is_refused(admin_client, fields):
    issue = make_issue("fa", **fields)

    answer = admin_client.post(f"{MAILINGS}add/", {"issue": issue.pk, "edition": "fa"})

    assert texts(answer, ".errorlist li") == ["Readers of the edition do not see the issue yet."]
    assert Mailing.objects.count() == 0


def test_an_issue_of_another_edition_is_refused(admin_client):
    answer = admin_client.post(f"{MAILINGS}add/", {"issue": make_issue("fa").pk, "edition": "en"})

    assert answer.status_code == 200
    assert Mailing.objects.count() == 0


def test_an_issue_is_not_given_to_the_mail_twice(admin_client):
    mailing = make_mailing("a@example.org")

    answer = admin_client.post(f"{MAILINGS}add/", {"issue": mailing.issue.pk, "edition": "fa"})

    assert texts(answer, ".errorlist li") == ["The issue was given to the mail in this edition."]
    assert Delivery.objects.count() == 1


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
    act(admin_client, DELIVERIES, "send_again", first, third)
    act(admin_client, DELIVERIES, "count_as_sent", second, third)

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


def test_subscribers_are_unsubscribed(admin_client):
    subscriber = make_subscriber()

    act(admin_client, SUBSCRIBERS, "unsubscribe", subscriber)

    subscriber.refresh_from_db()
    assert subscriber.state == "unsubscribed"


def test_what_was_undeliverable_is_made_deliverable_again(admin_client):
    bounced = make_subscriber("a@example.org", state="bounced")
    ended = make_subscriber("b@example.org", state="unsubscribed")

    act(admin_client, SUBSCRIBERS, "deliver_again", bounced, ended)

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
