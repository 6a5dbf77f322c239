"""Mails to moderators and authors, through a real mail server."""

import re
import time
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from nejat.comments.links import appeal_token, quiet_token
from nejat.comments.models import Comment, WordList
from nejat.editions.registry import CODES, get_edition
from nejat.outbox.models import OutgoingMail
from nejat.text import directed
from tests.comments.making import answer, decide, log, parsed, report, rules, say, states
from tests.factories import TITLES, make_article, make_comment

pytestmark = pytest.mark.django_db(transaction=True)

LINK = re.compile(r"http://testserver\S+")
MINA, SARA = "mina@example.org", "sara@example.org"


@pytest.fixture
def work():
    return make_article("fa")


def _text(mail) -> str:
    return mail.get_content().replace("\r\n", "\n")


def _written(work, code="fa", **fields) -> Comment:
    return make_comment(
        work, code, **{"author_email": MINA, "created_at": timezone.now(), **fields}
    )


@pytest.mark.parametrize("code", CODES)
def test_moderators_of_the_edition_hear_how_many_wait(client, mail_server, code):
    rules(code, notify=f"{SARA}\noffice@example.org")
    rules("en" if code != "en" else "fa", notify="other@example.org")
    work = make_article(code)

    say(client, work, code)

    assert mail_server.addresses == [SARA, "office@example.org"]
    text = _text(mail_server.mails[0])
    queue = f"/admin/comments/comment/?attention=decide&edition__exact={code}"
    assert LINK.findall(text) == [f"http://testserver{queue}"]
    assert {mail["Content-Language"] for mail in mail_server.mails} == {code}


def test_moderators_hear_at_most_once_an_hour(client, mail_server, work):
    rules(notify=SARA)
    now = timezone.now()

    for minutes in (0, 10, 59, 61):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            say(client, work, body=f"متن {minutes}")

    subjects = [mail["Subject"] for mail in mail_server.mails]
    assert ["۱" in subjects[0], "۴" in subjects[1], len(subjects)] == [True, True, 2]


def test_what_came_within_the_hour_is_told_when_it_is_over(client, mail_server, work):
    rules(notify=SARA)
    say(client, work, body="یک")
    say(client, work, body="دو")
    assert len(mail_server.mails) == 1

    now = timezone.now()
    for minutes in (30, 61, 130):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            call_command("tidy_comments")

    assert ["۲" in mail["Subject"] for mail in mail_server.mails] == [False, True]


def test_a_dry_run_tells_nobody(client, mail_server, work):
    rules(notify=SARA)
    say(client, work, body="یک")
    say(client, work, body="دو")

    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("tidy_comments", "--dry-run")

    assert len(mail_server.mails) == 1


def test_spam_is_told_to_nobody_and_a_report_to_moderators(client, mail_server, work):
    rules(notify=SARA)
    WordList.objects.create(name="List", words="قمار", effect="spam")
    comment = make_comment(work, state="approved")

    say(client, work, body="قمار")
    assert mail_server.mails == []
    report(client, comment)

    assert mail_server.addresses == [SARA]


@pytest.mark.parametrize("code", CODES)
def test_an_author_hears_that_the_comment_is_shown(admin_client, mail_server, code):
    comment = _written(make_article(code), code, body="سلام\nHello")

    decide(admin_client, "approve", comment)

    assert mail_server.addresses == [MINA]
    [mail] = mail_server.mails
    text = _text(mail)
    assert LINK.findall(text) == [f"http://testserver{comment.path}"]
    assert "> سلام\n> Hello\n" in text
    assert TITLES[code] in mail["Subject"]
    assert mail["Content-Language"] == code


@pytest.mark.parametrize("code", CODES)
def test_lines_of_ours_run_as_the_edition_does_and_quoted_ones_as_their_words(mail_server, code):
    comment = _written(make_article(code), code)

    comment.reject(note="متأسفیم\nSorry")

    lines = _text(mail_server.mails[0]).split("\n")
    ours = "\n".join(line for line in lines if not line.startswith(">"))
    assert [line for line in lines if line.startswith(">")] == ["> متأسفیم", "> Sorry"]
    assert directed(ours, get_edition(code).direction) == ours


def test_what_is_refused_is_mailed_to_nobody(admin_client, mail_server, work):
    decide(admin_client, "reject", _written(work, body="Buy", author_name="Shop"), reason="advert")

    text = _text(mail_server.mails[0])
    assert TITLES["fa"] in text
    assert [word for word in ("Buy", "Shop") if word in text] == []


def test_an_author_hears_why_it_is_not_shown_and_may_ask_once_to_look_again(
    admin_client, client, mail_server, work
):
    rules(notify=SARA)
    comment = _written(work)
    decide(admin_client, "reject", comment, reason="insult", note="آرام‌تر")
    text = _text(mail_server.mails[0])
    [link] = LINK.findall(text)
    assert "> آرام‌تر\n" in text

    assert client.get(link).status_code == 200
    assert states() == ["rejected"]
    assert client.post(link).status_code == 200

    comment.refresh_from_db()
    assert states() == ["waiting"]
    assert comment.appealed_at is not None
    assert log("from_state", "to_state", "reason", "user")[-1] == (
        "rejected",
        "waiting",
        "appeal",
        None,
    )
    assert mail_server.addresses == [MINA, SARA]
    queue = parsed(admin_client.get("/admin/comments/comment/?attention=appealed"))
    assert queue.css_first(".why strong").text() == "Asked to look again"


def test_a_second_rejection_offers_no_way_back(admin_client, client, mail_server, work):
    comment = _written(work)
    decide(admin_client, "reject", comment, reason="insult")
    [link] = LINK.findall(_text(mail_server.mails[0]))
    client.post(link)

    decide(admin_client, "reject", comment, reason="insult")
    client.post(link)

    assert states() == ["rejected"]
    assert LINK.findall(_text(mail_server.mails[1])) == []


@pytest.mark.parametrize("verb", ["approve", "mark_spam", None])
def test_only_what_is_rejected_is_looked_at_again(client, work, verb):
    comment = make_comment(work)
    if verb:
        getattr(comment, verb)()
    before = states()

    response = client.post(f"/fa/comment/appeal/{appeal_token(comment.pk)}/")

    assert (response.status_code, states()) == (200, before)
    comment.refresh_from_db()
    assert comment.appealed_at is None


def test_a_link_to_look_again_is_good_for_thirty_days(client, work):
    comment = make_comment(work, state="rejected")
    token = appeal_token(comment.pk)

    with time_machine.travel(timezone.now() + timedelta(days=30, minutes=1)):
        response = client.post(f"/fa/comment/appeal/{token}/")

    assert (response.status_code, states()) == (410, ["rejected"])


@pytest.mark.parametrize("kind", ["appeal", "quiet"])
def test_a_forged_link_or_one_for_something_else_does_nothing(client, work, kind):
    comment = make_comment(work, state="rejected", author_email=MINA, wants_answers=True)
    others = quiet_token if kind == "appeal" else appeal_token

    for token in (str(comment.pk), f"{comment.pk}:x", others(comment.pk), "x" * 2000, "%00"):
        assert client.post(f"/fa/comment/{kind}/{token}/").status_code in (404, 410)
    comment.refresh_from_db()
    assert (comment.state, comment.wants_answers) == ("rejected", True)


def test_who_asked_for_it_hears_of_an_answer_when_it_is_shown(
    admin_client, client, mail_server, work
):
    asked = _written(work, wants_answers=True, state="approved")
    answer(client, asked, author_name="سارا", author_email=SARA, body="پاسخ")
    assert mail_server.mails == []
    reply = Comment.objects.latest("pk")

    decide(admin_client, "approve", reply)

    assert mail_server.addresses == [SARA, MINA]
    text = _text(mail_server.mails[1])
    shown, quiet = LINK.findall(text)
    assert shown == f"http://testserver{reply.path}"
    assert "> سارا\n>\n> پاسخ\n" in text
    assert client.get(quiet).status_code == 200
    asked.refresh_from_db()
    assert asked.wants_answers
    client.post(quiet)
    asked.refresh_from_db()
    assert not asked.wants_answers


@pytest.mark.parametrize(
    ("of_asked", "of_answer"),
    [
        ({"wants_answers": False}, {}),
        ({"author_email": ""}, {}),
        ({"state": "rejected"}, {}),
        ({}, {"author_email": "MINA@example.org", "created_at": timezone.now() - timedelta(60)}),
    ],
)
def test_nobody_else_hears_of_an_answer(mail_server, work, of_asked, of_answer):
    asked = _written(work, **{"wants_answers": True, "state": "approved", **of_asked})

    make_comment(work, parent=asked, **of_answer).approve()

    assert mail_server.mails == []


def test_what_is_approved_again_is_told_once(admin_client, mail_server, work):
    asked = _written(work, wants_answers=True, state="approved")
    reply = _written(work, parent=asked, author_email=SARA)

    for action in ("approve", "mark_spam", "approve"):
        decide(admin_client, action, reply)

    assert mail_server.addresses == [SARA, MINA]


def test_the_answer_of_the_staff_is_told_too(admin_client, mail_server, work):
    asked = _written(work, wants_answers=True, state="approved")

    admin_client.post(
        f"/admin/comments/comment/{asked.pk}/answer/", {"author_name": "S", "body": "Yes."}
    )

    assert mail_server.addresses == [MINA]


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_who_wrote_long_ago_or_gave_no_good_address_hears_nothing(
    admin_client, mail_server, work, action
):
    old = timezone.now() - timedelta(days=31)
    comments = [
        _written(work, created_at=old),
        _written(work, author_email=""),
        _written(work, author_email="mina@"),
    ]

    decide(admin_client, action, *comments)

    assert len(set(states())) == 1
    assert mail_server.mails == []


@pytest.mark.parametrize("action", ["mark_spam", "ban"])
def test_spam_is_told_nothing(admin_client, mail_server, work, action):
    decide(admin_client, action, _written(work))

    assert mail_server.mails == []


def test_a_comment_is_decided_when_the_mail_server_is_gone(admin_client, settings, work):
    settings.MAIL = {"EMAIL_HOST": "127.0.0.1"}
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.MAIL_FROM, settings.SITE_ADDRESS = "news@example.org", "http://testserver"

    decide(admin_client, "approve", _written(work))

    assert states() == ["approved"]


def test_without_the_address_of_the_site_no_mail_is_written(
    admin_client, client, mail_server, settings, work
):
    settings.SITE_ADDRESS = ""
    rules(notify=SARA)

    say(client, work)
    decide(admin_client, "approve", _written(work))

    assert mail_server.mails == []


def test_an_undone_decision_is_told_to_nobody(admin_client, mail_server, work):
    decide(admin_client, "mark_spam", _written(work))

    admin_client.post("/admin/comments/comment/undo/")

    assert (states(), mail_server.mails) == (["waiting"], [])


def test_a_title_of_two_lines_makes_no_header_of_its_own(admin_client, mail_server):
    work = make_article("fa", title="نامه\r\nBcc: other@example.org")

    decide(admin_client, "approve", _written(work))

    [mail] = mail_server.mails
    assert mail["Bcc"] is None
    assert mail_server.addresses == [MINA]


def test_deciding_on_many_waits_for_a_silent_mail_server_once(
    admin_client, mail_server, settings, work
):
    settings.MAIL_TIMEOUT_OF_PAGES = 0.3
    mail_server.on_mail = lambda sender: time.sleep(1)
    comments = [_written(work) for _ in range(8)]

    decide(admin_client, "approve", *comments)

    assert mail_server.connections == 1
    assert list(OutgoingMail.objects.values_list("state", flat=True)) == ["waiting"] * 8
