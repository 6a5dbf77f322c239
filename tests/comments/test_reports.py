"""Anybody can object to a comment: it stays where it is, and moderators look at it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from nejat.comments.models import Comment, Report
from nejat.comments.views import REPORTS_AN_HOUR
from nejat.editions.registry import CODES
from tests.comments.making import decide, parsed, report, rules
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment():
    comment = make_comment(make_article("fa"), body="متن <b>من</b>")
    comment.approve()
    return comment


def _is_reported(comment: Comment) -> bool:
    comment.refresh_from_db()
    return comment.is_reported


@pytest.mark.parametrize("code", CODES)
def test_a_report_is_stored_and_the_comment_stays_visible(client, code):
    comment = make_comment(make_article(code), code)
    comment.approve()

    response = report(client, comment, reason="private", note="A name.")

    assert response.url == f"/{code}/comment/{comment.pk}/report/thanks/"
    assert client.get(response.url).status_code == 200
    [stored] = Report.objects.values("comment", "reason", "note", "settled_by")
    assert stored == {
        "comment": comment.pk,
        "reason": "private",
        "note": "A name.",
        "settled_by": None,
    }
    assert _is_reported(comment)
    assert comment.state == "approved"
    assert f'id="comment-{comment.pk}"' in client.get(comment.path).content.decode()


def test_a_sender_objects_once_and_is_answered_alike(client, comment):
    rules(reports_needed=2)

    responses = [report(client, comment), report(client, comment, reason="advert")]

    assert [r.url for r in responses] == [f"/fa/comment/{comment.pk}/report/thanks/"] * 2
    assert Report.objects.count() == 1
    assert not _is_reported(comment)


def test_as_many_reports_as_the_rules_ask_for_bring_it_back(client, comment):
    rules(reports_needed=2)

    report(client, comment)
    assert not _is_reported(comment)
    report(client, comment, sender="198.51.100.7")

    assert _is_reported(comment)


def test_a_decision_settles_the_reports_and_new_ones_bring_it_back(admin_client, client, comment):
    report(client, comment)

    decide(admin_client, "approve", comment)
    assert not _is_reported(comment)
    assert Report.objects.get().settled_by == comment.entries.last()
    report(client, comment, sender="198.51.100.7")

    assert _is_reported(comment)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"reason": ""}, 200),
        ({"reason": "nonsense"}, 200),
        ({"note": "x" * 501}, 200),
        ({"note": "\x00"}, 200),
        ({"stamp": ""}, 200),
        ({"website": "https://example.org/"}, 302),
    ],
)
def test_a_faulty_report_or_that_of_a_machine_is_not_stored(client, comment, fields, status):
    response = report(client, comment, **fields)

    assert response.status_code == status
    assert Report.objects.count() == 0


def test_a_fault_keeps_what_was_typed(client, comment):
    page = parsed(report(client, comment, reason="", note="یادداشت"))

    assert page.css_first("#id_note").text().strip() == "یادداشت"
    assert page.css_first(".form-error").text().strip()


def test_a_thousand_reports_from_one_address_stop_at_the_limit(client):
    work = make_article("fa")
    comments = [make_comment(work, state="approved") for _ in range(REPORTS_AN_HOUR + 5)]

    with time_machine.travel(timezone.now().replace(minute=10), tick=False):
        answers = [report(client, comment).status_code for comment in comments]

    assert answers == [302] * REPORTS_AN_HOUR + [429] * 5
    assert Report.objects.count() == REPORTS_AN_HOUR


@pytest.mark.parametrize("verb", ["reject", "mark_spam"])
def test_what_is_hidden_cannot_be_reported(client, comment, verb):
    getattr(comment, verb)()

    assert report(client, comment).status_code == 404


def test_what_waits_or_stands_in_another_edition_cannot_be_reported(client, comment):
    waiting = make_comment(comment.work)

    assert report(client, waiting).status_code == 404
    assert client.get(f"/en/comment/{comment.pk}/report/").status_code == 404
    assert client.get("/fa/comment/99999999999999999999999/report/").status_code == 404


def test_reports_stand_beside_the_comment_in_the_admin(admin_client, client, comment):
    report(client, comment, note="<b>نام</b>")

    page = parsed(admin_client.get(f"/admin/comments/comment/{comment.pk}/change/"))

    assert page.css_first(".reports bdi").text() == "<b>نام</b>"


def test_a_report_made_while_a_moderator_decides_is_not_lost(client, comment):
    stale = Comment.objects.get(pk=comment.pk)
    report(client, comment)
    comment.approve()
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        Report.objects.create(comment=stale, reason="insult")
        stale.note_report()

    assert _is_reported(comment)
