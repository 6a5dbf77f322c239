"""What comments hold about a person can be shown, erased, and is forgotten by itself."""

import io
import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from nejat.comments.models import Ban, Comment, ModerationEntry, Report
from nejat.guard.keeping import SENDERS_KEPT, SPAM_KEPT
from nejat.outbox.models import OutgoingMail
from tests.comments.making import QUEUE, counts, decide, log, parsed, report, say, states
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db

MINA = "Mina@example.org"
NOTHING = (
    "Senders forgotten: 0. Spam deleted: 0. Names in answered spam forgotten: 0. Bans over: 0.\n"
)


@pytest.fixture
def work():
    return make_article("fa")


def run(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def everything() -> str:
    """Return all rows of the room, and of the admin's history, as text."""
    found = []
    with connection.cursor() as cursor:
        for model in (Comment, Report, Ban, ModerationEntry, LogEntry):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            found += map(str, cursor.fetchall())
    return "\n".join(found).lower()


def _written(work, **fields) -> Comment:
    values = {"author_name": "Mina", "author_email": MINA, "sender": "a" * 16}
    return make_comment(work, **{**values, "author_address": "https://mina.example/", **fields})


def test_everything_held_about_an_address_is_shown(work):
    comment = _written(work, body="متن", wants_answers=True)
    comment.reject(reason="insult", note="آرام‌تر")
    objection = Report.objects.create(comment=comment, reason="private", note="زهرا")
    make_comment(work, author_email="other@example.org")

    text = run("export_comments", "mina@EXAMPLE.org")

    assert "زهرا" not in text
    held = json.loads(text)
    entry = ModerationEntry.objects.get()
    assert held == {
        "address": "mina@EXAMPLE.org",
        "comments": [
            {
                "id": comment.pk,
                "edition": "fa",
                "on": comment.path,
                "written_at": comment.created_at.isoformat(),
                "name": "Mina",
                "e-mail": MINA,
                "site": "https://mina.example/",
                "text": "متن",
                "state": "rejected",
                "sender": "a" * 16,
                "is_told_of_answers": True,
                "asked_to_look_again_at": None,
                "decisions": [
                    {
                        "at": entry.at.isoformat(),
                        "from": "waiting",
                        "to": "rejected",
                        "reason": "insult",
                        "note": "آرام‌تر",
                    }
                ],
                "reports": [{"at": objection.created_at.isoformat(), "reason": "private"}],
            }
        ],
        "banned_until": [],
        "outgoing_mails": [],
    }


@pytest.mark.parametrize("address", ["nobody@example.org", "", "%", "_ina@example.org"])
def test_of_a_stranger_nothing_is_held_and_nothing_erased(work, address):
    _written(work)
    make_comment(work)

    held = json.loads(run("export_comments", address))

    assert (held["comments"], held["banned_until"]) == ([], [])
    assert run("erase_comments", address) == "Erased from 0 comments.\n"
    assert Comment.objects.filter(author_email=MINA).count() == 1


def test_an_address_is_one_however_its_host_is_written(work):
    _written(work, author_email="mina@xn--bcher-kva.example")

    assert run("erase_comments", "MINA@Bücher.example") == "Erased from 1 comments.\n"


def test_erasing_keeps_the_texts_and_the_counts(work):
    comments = [_written(work, body="متن"), _written(work, author_email=MINA.upper())]
    for comment in comments:
        comment.approve()

    said = run("erase_comments", "mina@example.org")

    assert said == "Erased from 2 comments.\n"
    assert "mina" not in everything()
    assert "a" * 16 not in everything()
    assert Comment.objects.first().body == "متن"
    assert (states(), counts(work)) == (["approved"] * 2, [0, 0, 2, 0])


def test_erasing_the_texts_too_leaves_a_place_in_the_thread(client, work):
    comment = _written(work, body="متن پنهان")
    comment.approve()
    make_comment(work, parent=comment, body="پاسخ").approve()

    run("erase_comments", MINA, "--texts")

    page = parsed(client.get(work.url_in("fa")))
    assert "متن پنهان" not in everything()
    assert page.css_first("li.comment > .empty").text().strip()
    assert page.css_first("li.comment li.comment div").text(strip=True) == "پاسخ"
    assert counts(work) == [0, 0, 2, 0]


def test_the_history_of_the_admin_never_knows_who_wrote(admin_client, work):
    comment = _written(work)

    admin_client.post(f"{QUEUE}{comment.pk}/delete/", {"post": "yes"})

    assert LogEntry.objects.values_list("object_repr", flat=True).get() == f"comment {comment.pk}"


def test_the_mails_to_an_address_are_held_and_erased_with_it(mail_server, work):
    comment = _written(work, body="متن پنهان", created_at=timezone.now())
    comment.reject(reason="insult")
    make_comment(work, author_email="other@example.org", created_at=timezone.now()).approve()

    [mail] = json.loads(run("export_comments", MINA))["outgoing_mails"]
    run("erase_comments", MINA)

    assert mail["to"] == MINA
    assert [m.recipient for m in OutgoingMail.objects.all()] == ["other@example.org"]
    assert json.loads(run("export_comments", MINA))["outgoing_mails"] == []


def test_with_the_words_of_a_comment_go_those_that_quote_it(client, work):
    comment, other = _written(work, body="متن پنهان"), make_comment(work)
    for each in (comment, other):
        each.approve()
        report(client, each, note="«متن پنهان» است")
        each.reject(note="چرا «متن پنهان»؟")

    run("erase_comments", MINA, "--texts")

    kept = [(comment_id, note) for comment_id, note in log("comment_id", "note") if note]
    assert kept == [(other.pk, "چرا «متن پنهان»؟")]
    assert [r.note for r in Report.objects.order_by("pk")] == ["", "«متن پنهان» است"]


def test_a_ban_outlasts_the_erasing_and_tells_nobody_of_whom(client, work):
    comment = _written(work)
    comment.ban()

    run("erase_comments", MINA)

    assert "mina" not in everything()
    response = say(client, work, author_email="mina@example.org", sender="198.51.100.7")
    assert response.status_code == 429
    held = json.loads(run("export_comments", MINA))
    assert held["banned_until"] == [Ban.objects.get(kind="address").until.isoformat()]


def test_the_staff_export_and_erase_from_the_queue(admin_client, work):
    chosen, other = _written(work), _written(work, body="دیگر")
    nameless = make_comment(work, author_name="Sara", body="سارا")

    sheet = decide(admin_client, "export_persons", chosen, nameless)
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="comments.json"'
    held = [[c["id"] for c in person["comments"]] for person in json.loads(sheet.content)]
    assert held == [[chosen.pk, other.pk], [nameless.pk]]

    asked = decide(admin_client, "erase_persons", chosen, nameless)
    assert asked.status_code == 200
    assert "mina" in everything()
    answer = decide(admin_client, "erase_persons", chosen, nameless, erase="names")

    assert answer.url == QUEUE
    assert "mina" not in everything()
    assert "sara" not in everything()
    assert list(Comment.objects.order_by("pk").values_list("body", flat=True)) == [
        "Thank you.",
        "دیگر",
        "سارا",
    ]


def test_of_a_comment_without_an_address_what_it_holds_itself_is_exported(
    admin_client, client, work
):
    say(client, work, author_name="Sara", body="سارا")
    comment = Comment.objects.get()
    comment.approve()
    report(client, comment, reason="private", note="زهرا")
    comment.ban()
    make_comment(work, author_name="Sara")

    text = decide(admin_client, "export_persons", comment).content.decode()

    assert "زهرا" not in text
    [held] = json.loads(text)

    [alone] = held.pop("comments")
    assert held == {
        "address": "",
        "banned_until": [Ban.objects.get().until.isoformat()],
        "outgoing_mails": [],
    }
    assert (alone["name"], alone["text"], alone["sender"]) == ("Sara", "سارا", comment.sender)
    assert [line["to"] for line in alone["decisions"]] == ["waiting", "approved", "spam"]
    at = Report.objects.get().created_at.isoformat()
    assert alone["reports"] == [{"at": at, "reason": "private"}]


@pytest.mark.parametrize("count", [1, 3])
def test_comments_without_an_address_cost_as_many_questions_however_many_they_are(
    admin_client, client, count, django_assert_num_queries
):
    comments = [_nameless(client, number) for number in range(count)]
    decide(admin_client, "export_persons", comments[0])

    with django_assert_num_queries(11) as asked:
        sheet = decide(admin_client, "export_persons", *comments)

    ends = Ban.objects.order_by("-entry__comment").values_list("until", flat=True)
    held = json.loads(sheet.content)
    assert [person["banned_until"] for person in held] == [[end.isoformat()] for end in ends]
    assert not [query for query in asked if '"articles_article"."body_' in query["sql"]]


def _nameless(client, number: int) -> Comment:
    """Return a comment without an address on a work of its own, reported and banned."""
    with time_machine.travel(timezone.now() + timedelta(minutes=number)):
        comment = make_comment(make_article("fa"), state="approved", sender=f"{number}" * 16)
        report(client, comment, sender=f"203.0.113.{number}")
        comment.ban()
    return comment


def test_more_comments_than_an_answer_can_hold_are_not_exported(admin_client, work):
    most = [Comment(work=work, edition="fa", body="سارا") for _ in range(201)]
    comments = Comment.objects.bulk_create(most)

    answer = decide(admin_client, "export_persons", *comments)

    [message] = parsed(admin_client.get(answer.url)).css(".messagelist li.error")
    words = "Nothing is exported: choose at most 200 comments."
    assert message.text(strip=True) == words
    sheet = decide(admin_client, "export_persons", *comments[1:])
    assert len(json.loads(sheet.content)) == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_person_costs_as_many_questions_however_much_was_said(
    work, django_assert_num_queries, count
):
    for _ in range(count):
        _written(work).reject()

    with django_assert_num_queries(6):
        run("export_comments", MINA)


def test_whoever_erases_can_turn_back_to_the_queue_as_it_was(admin_client, work):
    comment = _written(work)
    chosen = {"action": "erase_persons", "_selected_action": [comment.pk]}

    page = parsed(admin_client.post(f"{QUEUE}?state__exact=waiting", chosen))

    assert page.css_first("a.closelink").attributes["href"] == f"{QUEUE}?state__exact=waiting"


@pytest.mark.parametrize("action", ["export_persons", "erase_persons"])
def test_who_may_only_moderate_neither_exports_nor_erases(client, work, action):
    user = User.objects.create_user("sara", password="a-long-password", is_staff=True)
    rights = Permission.objects.filter(codename__in=["view_comment", "moderate_comment"])
    user.user_permissions.set(rights)
    client.force_login(user)

    response = decide(client, action, _written(work), erase="texts")

    assert "mina" not in response.content.decode()
    assert "mina" in everything()


def test_what_is_old_is_forgotten(client, work):
    say(client, work, body="یک")
    shown = make_comment(work, state="approved", created_at=timezone.now())
    report(client, shown)
    Comment.objects.first().ban()

    with time_machine.travel(timezone.now() + SPAM_KEPT + timedelta(days=1)):
        say(client, work, body="دو", sender="198.51.100.7")
        dry, wet = run("tidy_comments", "--dry-run"), run("tidy_comments")
        again = run("tidy_comments")

    assert dry == wet
    assert list(map(int, re.findall(r"\d+", wet))) == [2, 1, 0, 1]
    assert again == NOTHING
    senders = list(Comment.objects.order_by("pk").values_list("body", "sender"))
    assert [body for body, _ in senders] == ["Thank you.", "دو"]
    assert [len(sender) for _, sender in senders] == [0, 16]
    assert Report.objects.get().sender == ""


def test_what_is_young_is_kept(client, work):
    say(client, work)
    Comment.objects.get().ban()

    with time_machine.travel(timezone.now() + SENDERS_KEPT - timedelta(hours=1)):
        said = run("tidy_comments")

    assert said == NOTHING
    assert len(Comment.objects.get().sender) == 16


def test_a_dry_run_changes_nothing(client, work):
    say(client, work)
    Comment.objects.get().ban()
    before = everything()

    with time_machine.travel(timezone.now() + timedelta(days=90)):
        run("tidy_comments", "--dry-run")

    assert everything() == before


def test_old_spam_that_others_answered_stays_for_their_sake_without_its_author(work):
    spam = _written(work, body="متن", sender="")
    answers = [make_comment(work, parent=spam, author_email="sara@example.org") for _ in range(2)]
    spam.mark_spam()
    young = _written(work, state="spam", created_at=timezone.now())
    make_comment(work, parent=young)

    said = [run("tidy_comments", "--dry-run"), run("tidy_comments"), run("tidy_comments")]

    changed = NOTHING.replace("spam forgotten: 0", "spam forgotten: 1")
    assert said == [changed, changed, NOTHING]
    assert list(Comment.objects.order_by("pk").values_list("body", "author_email"))[:4] == [
        ("متن", ""),
        *(("Thank you.", "sara@example.org") for _ in answers),
        ("Thank you.", MINA),
    ]


def test_forgotten_senders_may_report_the_same_comment(client, work):
    comment = make_comment(work, state="approved")
    for sender in ("203.0.113.9", "198.51.100.7"):
        report(client, comment, sender=sender)

    with time_machine.travel(timezone.now() + SENDERS_KEPT + timedelta(hours=1)):
        run("tidy_comments")

    assert list(Report.objects.values_list("sender", flat=True)) == ["", ""]
