"""The page of a comment decides on it just as the queue does, and says whose comment it is."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from nejat.comments.models import Ban, Comment
from tests.comments.making import QUEUE, counts, log, parsed, report, states
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db

FILTERS = "attention=decide&q=باغ"


@pytest.fixture
def work():
    return make_article("fa")


def _decide(client, comment: Comment, decision: str, **fields: str):
    return client.post(f"{QUEUE}{comment.pk}/decide/", {"decision": decision, **fields})


def _page(client, comment: Comment):
    return parsed(client.get(f"{QUEUE}{comment.pk}/change/"))


def _ways(client, comment: Comment) -> list[str]:
    return [b.attributes["value"] for b in _page(client, comment).css(".decide button")]


@pytest.mark.parametrize(
    ("decision", "state"),
    [("approve", "approved"), ("reject", "rejected"), ("mark_spam", "spam"), ("ban", "spam")],
)
def test_a_decision_is_made_logged_and_can_be_taken_back(
    admin_client, admin_user, work, decision, state
):
    comment = make_comment(work, sender="a" * 16)

    _decide(admin_client, comment, decision, reason="insult")

    assert states() == [state]
    assert log("from_state", "to_state", "user") == [("waiting", state, admin_user.pk)]
    assert Ban.objects.count() == (decision == "ban")
    assert counts(work) == [0, 0, int(decision == "approve"), 0]
    admin_client.post(f"{QUEUE}undo/")
    assert (states(), Ban.objects.count()) == (["waiting"], 0)


def test_a_rejection_has_a_reason_and_words(admin_client, work):
    _decide(admin_client, make_comment(work), "reject", reason="insult", note=" آرام‌تر ")

    assert log("to_state", "reason", "note") == [("rejected", "insult", "آرام‌تر")]


def test_a_rejection_without_a_reason_leads_back_to_the_page_and_says_so(admin_client, work):
    comment = make_comment(work)
    assert "required" in _page(admin_client, comment).css_first("#id_reason").attributes

    response = _decide(admin_client, comment, "reject", note="Why?", filters="q=a")

    assert response.url == f"{QUEUE}{comment.pk}/change/?_changelist_filters=q%3Da"
    assert (states(), log("pk")) == (["waiting"], [])
    [message] = parsed(admin_client.get(response.url)).css(".messagelist li.error")
    assert message.text(strip=True) == "Choose a reason: without one nothing is rejected."


def test_nothing_typed_is_lost_when_a_rejection_is_refused(admin_client, work):
    comment, other = make_comment(work), make_comment(work)

    response = _decide(admin_client, comment, "reject", note="چرا؟")

    assert _note(_page(admin_client, other)) is None
    page = parsed(admin_client.get(response.url))
    assert _note(page) == "چرا؟"
    assert page.css_first("#id_reason").attributes["aria-invalid"] == "true"
    told = page.css_first(f"#{page.css_first('#id_reason').attributes['aria-describedby']}")
    assert told.text(strip=True) == "Choose a reason: without one nothing is rejected."
    assert _note(_page(admin_client, comment)) is None  # shown once


def _note(page) -> str | None:
    return page.css_first(".decide [name=note]").attributes.get("value")


def test_each_input_runs_as_what_is_in_it(admin_client, work):
    page = _page(admin_client, make_comment(work))

    names = ("author_name", "author_email", "author_address", "body")
    fields = [page.css_first(f"[name={name}]") for name in names]
    assert [field.attributes["dir"] for field in fields] == ["auto", "ltr", "ltr", "auto"]


def test_a_decision_leads_back_to_the_queue_as_it_was_narrowed(admin_client, work):
    comment = make_comment(work)
    page = parsed(
        admin_client.get(f"{QUEUE}{comment.pk}/change/", {"_changelist_filters": FILTERS})
    )
    kept = {field.attributes["value"] for field in page.css(".decide [name=filters]")}
    assert kept == {FILTERS}

    response = _decide(admin_client, comment, "approve", filters=FILTERS)

    assert response.url == f"{QUEUE}?attention=decide&q=%D8%A8%D8%A7%D8%BA"
    assert _decide(admin_client, comment, "approve").url == QUEUE


@pytest.mark.parametrize("decision", ["", "delete", "undo", "export_persons", "__init__"])
def test_nothing_else_is_done_by_that_door(admin_client, work, decision):
    comment = make_comment(work)

    assert _decide(admin_client, comment, decision).status_code == 400
    assert states() == ["waiting"]


def test_a_decision_is_no_link_and_needs_a_comment(admin_client, work):
    comment = make_comment(work)

    assert admin_client.get(f"{QUEUE}{comment.pk}/decide/").status_code == 405
    Comment.objects.all().delete()
    assert _decide(admin_client, comment, "approve").status_code == 404


def test_who_may_not_moderate_neither_sees_nor_decides(client, work):
    user = User.objects.create_user("sara", password="a-long-password", is_staff=True)
    rights = ["view_comment", "change_comment", "delete_comment"]
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    comment = make_comment(work)

    assert _ways(client, comment) == []
    assert _decide(client, comment, "approve").status_code == 403
    assert states() == ["waiting"]


@pytest.mark.parametrize(
    ("state", "ways"),
    [
        ("waiting", ["approve", "mark_spam", "ban", "reject"]),
        ("approved", ["mark_spam", "ban", "reject"]),
        ("rejected", ["approve", "mark_spam", "ban"]),
        ("spam", ["approve", "ban", "reject"]),
    ],
)
def test_what_would_change_nothing_is_not_offered(admin_client, work, state, ways):
    assert _ways(admin_client, make_comment(work, state=state)) == ways


def test_a_reported_comment_can_be_kept(admin_client, client, work):
    comment = make_comment(work, state="approved")
    report(client, comment)

    assert _ways(admin_client, comment)[0] == "approve"
    _decide(admin_client, comment, "approve")

    comment.refresh_from_db()
    assert (comment.state, comment.is_reported) == ("approved", False)


@pytest.mark.parametrize(
    ("state", "may"), [("waiting", 1), ("approved", 1), ("rejected", 0), ("spam", 0)]
)
def test_an_answer_is_offered_where_it_can_be_given(admin_client, work, state, may):
    comment = make_comment(work, state=state)

    assert len(_page(admin_client, comment).css("a[href$='/answer/']")) == may


def test_the_form_of_an_answer_marks_what_must_be_filled_in(admin_client, work):
    page = parsed(admin_client.get(f"{QUEUE}{make_comment(work).pk}/answer/"))

    assert [label.attributes["for"] for label in page.css("label.required")] == [
        "id_author_name",
        "id_body",
    ]


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        ("مینا", "سپاس.", "\u2068مینا: \u2068سپاس.\u2069\u2069"),
        ("", "One\n\n two", "\u2068One two\u2069"),
        ("a" * 60, "b" * 60, f"\u2068{'a' * 39}…: \u2068{'b' * 39}…\u2069\u2069"),
        ("\u202eevil\u2069", "\u2067bad", "\u2068evil: \u2068bad\u2069\u2069"),
    ],
)
def test_a_comment_is_called_by_who_said_it_and_its_first_words(work, name, body, title):
    assert str(make_comment(work, author_name=name, body=body)) == title


def test_an_erased_comment_is_called_by_its_number(work):
    comment = make_comment(work, author_name="", body="")

    assert str(comment) == f"comment {comment.pk}"


def test_the_history_of_the_admin_knows_a_corrected_comment_by_its_number(admin_client, work):
    comment = make_comment(work, author_name="Mina")
    other = make_comment(work, author_name="Mina")

    admin_client.post(f"{QUEUE}{comment.pk}/change/", {"author_name": "Sara", "body": "Words."})
    chosen = {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"}
    admin_client.post(QUEUE, chosen)

    names = LogEntry.objects.order_by("pk").values_list("object_repr", flat=True)
    assert list(names) == [f"comment {comment.pk}", f"comment {other.pk}"]
