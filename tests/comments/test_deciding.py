"""Moderators decide, and take back what they decided; the log keeps all of it."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.db.models import ProtectedError
from django.utils import timezone

from nejat.comments.models import Ban, Comment, ModerationEntry
from nejat.comments.querysets import AppendOnly
from nejat.editions.registry import CODES
from tests.comments.making import QUEUE, counts, decide, log, parsed, report, rules, say, states
from tests.factories import make_article, make_comment, make_page

pytestmark = pytest.mark.django_db

UNDO = f"{QUEUE}undo/"


@pytest.fixture
def work():
    return make_article("fa")


def _words(node) -> str:
    return " ".join(node.text().split())


def _account(client, *rights: str) -> User:
    user = User.objects.create_user("sara", password="a-long-password", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("action", "state"),
    [("approve", "approved"), ("reject", "rejected"), ("mark_spam", "spam"), ("ban", "spam")],
)
def test_an_action_decides_on_all_that_are_chosen_and_is_logged(
    admin_client, admin_user, work, action, state
):
    comments = [make_comment(work), make_comment(work, state="approved"), make_comment(work)]

    decide(admin_client, action, *comments, reason="insult")

    changed = [c.pk for c in comments if c.state != state or action == "ban"]
    assert states() == [state] * 3
    assert log("comment_id", "from_state", "to_state", "user") == [
        (c.pk, c.state, state, admin_user.pk) for c in reversed(comments) if c.pk in changed
    ]
    assert len(set(log("batch"))) == 1
    assert counts(work) == [0, 0, 3 if state == "approved" else 0, 0]


def test_a_rejection_says_why(admin_client, work):
    comment = make_comment(work)

    decide(admin_client, "reject", comment, reason="insult", note=" آرام‌تر، لطفاً ")

    assert log("to_state", "reason", "note") == [("rejected", "insult", "آرام‌تر، لطفاً")]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"note": "Why?"},
        {"reason": "nonsense"},
        {"reason": "insult", "note": "x" * 301},
    ],
)
def test_without_a_reason_nothing_is_rejected(admin_client, work, fields):
    decide(admin_client, "reject", make_comment(work), **fields)

    assert (states(), log("pk")) == (["waiting"], [])


def test_who_forgets_the_reason_is_asked_for_it(admin_client, work):
    decide(admin_client, "reject", make_comment(work))

    [message] = parsed(admin_client.get(QUEUE)).css(".messagelist li")
    assert "error" in message.attributes["class"]
    assert _words(message) == "Choose a reason: without one nothing is rejected."


@pytest.mark.parametrize("start", ["waiting", "approved", "rejected", "spam"])
@pytest.mark.parametrize("action", ["approve", "reject", "mark_spam", "ban"])
def test_undo_brings_back_the_former_state_and_the_counts(admin_client, work, start, action):
    comments = [make_comment(work, sender=f"{number:016}") for number in range(2)]
    for comment in comments:
        comment.move(start)
    before = (states(), counts(work))
    decide(admin_client, action, *comments, reason="insult")

    response = admin_client.post(UNDO, {"filters": "state__exact=waiting&q=باغ"})

    assert (states(), counts(work)) == before
    assert Ban.objects.count() == 0
    assert response.url == f"{QUEUE}?state__exact=waiting&q=%D8%A8%D8%A7%D8%BA"


def test_undo_writes_to_the_log_what_it_took_back(admin_client, admin_user, work):
    comment = make_comment(work)
    decide(admin_client, "mark_spam", comment)

    admin_client.post(UNDO)

    spam = ModerationEntry.objects.first()
    names = ("from_state", "to_state", "user", "undoes")
    assert log(*names) == [
        ("waiting", "spam", admin_user.pk, None),
        ("spam", "waiting", admin_user.pk, spam.pk),
    ]


def test_undo_goes_back_step_by_step_and_no_further(admin_client, work):
    comment = make_comment(work)
    for action in ("approve", "reject", "mark_spam"):
        decide(admin_client, action, comment, reason="insult")

    seen = []
    for _ in range(3):
        admin_client.post(UNDO)
        seen += states()

    # The spam is taken back; what came before it is no longer the last word on the comment.
    assert seen == ["rejected"] * 3


def test_undo_takes_back_the_last_action_and_then_the_one_before(admin_client, work):
    first, second = make_comment(work), make_comment(work)
    decide(admin_client, "approve", first)
    decide(admin_client, "mark_spam", second)

    admin_client.post(UNDO)
    assert states() == ["approved", "waiting"]
    admin_client.post(UNDO)
    assert states() == ["waiting", "waiting"]


def test_undo_leaves_what_another_moderator_decided_since(admin_client, client, work):
    first, second = make_comment(work), make_comment(work)
    decide(admin_client, "mark_spam", first, second)
    other = User.objects.create_superuser("other", password="a-long-password")
    first.approve(by=other)

    admin_client.post(UNDO)

    assert states() == ["approved", "waiting"]


def test_undo_leaves_what_others_and_the_site_decided(admin_client, client, work):
    make_comment(work).mark_spam(by=User.objects.create_superuser("other", password="x" * 20))
    make_comment(work).approve()

    admin_client.post(UNDO)

    assert states() == ["spam", "approved"]


def test_undo_is_for_the_last_day(admin_client, work):
    decide(admin_client, "mark_spam", make_comment(work))

    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        admin_client.force_login(User.objects.get())
        admin_client.post(UNDO)

    assert states() == ["spam"]


def test_undo_of_a_comment_that_is_gone_does_nothing(admin_client, work):
    comment = make_comment(work)
    decide(admin_client, "mark_spam", comment)
    comment.delete()

    assert admin_client.post(UNDO).status_code == 302
    assert states() == []


def test_undo_brings_back_the_reports_that_a_decision_settled(admin_client, client, work):
    comment = make_comment(work)
    comment.approve()
    report(client, comment)
    decide(admin_client, "approve", comment)
    comment.refresh_from_db()
    assert not comment.is_reported

    admin_client.post(UNDO)

    comment.refresh_from_db()
    assert (comment.state, comment.is_reported) == ("approved", True)
    assert [r.settled_by for r in comment.reports.all()] == [None]


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "\r\nX: y", "%00"])
def test_undo_leads_back_to_the_queue_and_nowhere_else(admin_client, address):
    response = admin_client.post(UNDO, {"filters": address})

    assert response.status_code == 302
    assert response.url.partition("?")[0] == QUEUE
    assert "\n" not in response.url


def test_undo_is_no_link(admin_client):
    assert admin_client.get(UNDO).status_code == 405


def test_a_ban_keeps_the_sender_and_the_address_out_for_the_days_of_the_rules(
    admin_client, client, work
):
    rules(ban_days=7)
    say(client, work, author_email="Mina@example.org")
    decide(admin_client, "ban", Comment.objects.get())

    def refused(**fields) -> bool:
        return say(client, work, body=f"متن {fields}", **fields).status_code == 429

    other = "198.51.100.7"
    assert refused()
    assert refused(sender=other, author_email="mina@EXAMPLE.org")
    assert not refused(sender=other)
    with time_machine.travel(timezone.now() + timedelta(days=7, hours=1)):
        assert not refused()
        assert not refused(sender=other, author_email="mina@example.org")


def test_a_ban_holds_no_address(admin_client, client, work):
    say(client, work, author_email="mina@example.org")

    decide(admin_client, "ban", Comment.objects.get())

    kept = [str(value) for row in Ban.objects.values() for value in row.values()]
    assert [value for value in kept if "mina" in value or "203.0" in value] == []
    assert list(Ban.objects.order_by("kind").values_list("kind", flat=True)) == [
        "address",
        "sender",
    ]


def test_words_of_a_banned_reader_are_not_lost(admin_client, client, work):
    say(client, work)
    decide(admin_client, "ban", Comment.objects.get())

    page = parsed(say(client, work, body="واژه‌های من"))

    assert page.css_first("[role=alert]").text().strip()
    assert page.css_first("#id_body").text().strip() == "واژه‌های من"


def test_a_ban_of_somebody_unknown_makes_none(admin_client, work):
    decide(admin_client, "ban", make_comment(work))

    assert (states(), Ban.objects.count()) == (["spam"], 0)


def test_a_lifted_ban_is_over(admin_client, client, work):
    say(client, work)
    decide(admin_client, "ban", Comment.objects.get())

    admin_client.post(f"/admin/comments/ban/{Ban.objects.get().pk}/delete/", {"post": "yes"})

    assert say(client, work, body="متن دیگر").status_code == 302


def test_the_log_is_never_changed_and_outlives_the_comment(admin_client, admin_user, work):
    comment = make_comment(work)
    decide(admin_client, "approve", comment)
    entry = ModerationEntry.objects.get()

    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()
    with pytest.raises(AppendOnly):
        ModerationEntry.objects.update(note="")
    with pytest.raises(AppendOnly):
        ModerationEntry.objects.all().delete()
    with pytest.raises(ProtectedError):
        admin_user.delete()
    pk = comment.pk
    admin_client.post(f"{QUEUE}{pk}/delete/", {"post": "yes"})

    assert log("comment_id", "from_state", "to_state", "user") == [
        (pk, "waiting", "approved", admin_user.pk),
        (pk, "approved", "deleted", admin_user.pk),
    ]
    assert admin_client.get("/admin/comments/moderationentry/").status_code == 200
    for page in ("add/", f"{entry.pk}/delete/"):
        assert admin_client.get(f"/admin/comments/moderationentry/{page}").status_code == 403


def test_the_log_stands_below_the_comment(admin_client, work):
    comment = make_comment(work)
    comment.approve()
    decide(admin_client, "reject", comment, reason="advert", note="خیر")

    page = parsed(admin_client.get(f"{QUEUE}{comment.pk}/change/"))

    rows = [[_words(cell) for cell in row.css("td")[1:]] for row in page.css(".log tr")]
    assert rows[1:] == [
        ["–", "Waiting", "Approved", ""],
        ["admin", "Approved", "Rejected", "It advertises something خیر"],
    ]


@pytest.mark.parametrize("action", ["approve", "reject", "mark_spam", "ban"])
def test_who_may_not_moderate_decides_nothing(client, work, action):
    _account(client, "view_comment", "change_comment")

    decide(client, action, make_comment(work))
    page = client.get(QUEUE)

    assert states() == ["waiting"]
    assert client.post(UNDO).status_code == 403
    assert 'id="queue-undo"' not in page.content.decode()


def test_a_moderator_needs_no_other_right(client, work):
    user = _account(client, "view_comment", "moderate_comment")
    comment = make_comment(work)

    assert parsed(client.get(QUEUE)).css_first("#queue-undo") is not None
    decide(client, "approve", comment)
    assert states() == ["approved"]
    client.post(UNDO)

    assert states() == ["waiting"]
    assert {user_pk for (user_pk,) in log("user")} == {user.pk}
    assert client.get(f"{QUEUE}{comment.pk}/delete/").status_code == 403


def test_strangers_meet_the_door(client):
    for path in ("", "undo/", "1/answer/", "1/decide/", "1/change/"):
        response = client.post(f"{QUEUE}{path}")
        assert (response.status_code, response.url.partition("?")[0]) == (302, "/admin/login/")


def test_the_form_keeps_a_state_that_was_decided_while_it_was_open(admin_client, work):
    comment = make_comment(work)
    values = {"author_name": "Sara", "body": comment.body, "is_pick": "on"}
    comment.approve()

    admin_client.post(f"{QUEUE}{comment.pk}/change/", values)

    comment.refresh_from_db()
    assert (comment.state, comment.author_name, comment.is_pick) == ("approved", "Sara", True)


def test_a_pick_has_a_mark(client, work):
    for is_pick in (True, False):
        make_comment(work, is_pick=is_pick).approve()

    page = parsed(client.get(work.url_in("fa")))

    assert [len(comment.css(".pick")) for comment in page.css("li.comment")] == [1, 0]


@pytest.mark.parametrize("code", CODES)
def test_the_staff_answer_at_once_with_a_badge(admin_client, admin_user, client, code):
    work = make_article(code)
    comment = make_comment(work, code)

    response = admin_client.post(
        f"{QUEUE}{comment.pk}/answer/", {"author_name": "Sara", "body": "Thank you!"}
    )

    assert response.url == QUEUE
    answer = Comment.objects.latest("pk")
    assert (answer.work, answer.edition, answer.parent) == (work, code, comment)
    assert (answer.is_staff, states()) == (True, ["approved", "approved"])
    assert counts(work) == [2 if other == code else 0 for other in CODES]
    assert log("comment_id", "to_state", "user")[1] == (answer.pk, "approved", admin_user.pk)
    page = parsed(client.get(work.url_in(code)))
    assert [len(c.css(".badge")) for c in page.css("li.comment li.comment")] == [1]
    assert page.css_first("li.by-staff .badge") is not None


@pytest.mark.parametrize("verb", ["reject", "mark_spam"])
def test_what_was_refused_is_not_answered(admin_client, work, verb):
    comment = make_comment(work)
    getattr(comment, verb)()

    response = admin_client.post(
        f"{QUEUE}{comment.pk}/answer/", {"author_name": "Sara", "body": "No."}
    )

    assert (response.url, Comment.objects.count()) == (QUEUE, 1)


def test_an_answer_without_words_is_asked_for_again(admin_client, work):
    comment = make_comment(work)

    response = admin_client.post(f"{QUEUE}{comment.pk}/answer/", {"author_name": "Sara"})

    assert response.status_code == 200
    assert (states(), Comment.objects.count()) == (["waiting"], 1)


def test_the_staffs_answer_is_not_undone_by_the_key(admin_client, work):
    comment = make_comment(work, state="approved")
    admin_client.post(f"{QUEUE}{comment.pk}/answer/", {"author_name": "S", "body": "Yes."})

    admin_client.post(UNDO)

    assert states() == ["approved", "approved"]


def test_answering_needs_the_right_to_moderate(client, work):
    _account(client, "view_comment", "change_comment")

    assert client.get(f"{QUEUE}{make_comment(work).pk}/answer/").status_code == 403


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ("?attention=decide", [0, 1]),
        ("?attention=reported", [1]),
        ("?attention=appealed", [2]),
        ("?attention=picks", [3]),
        ("?attention=nonsense", [0, 1, 2, 3]),
        ("?state__exact=spam", [2]),
        ("?state__exact=waiting&edition__exact=fa", [0]),
        ("?state__exact=waiting&edition__exact=en", []),
    ],
)
def test_the_queue_is_narrowed(admin_client, work, params, found):
    comments = [
        make_comment(work),
        make_comment(work, state="approved", is_reported=True),
        make_comment(work, state="spam", appealed_at=timezone.now()),
        make_comment(work, state="approved", is_pick=True),
    ]

    shown = admin_client.get(QUEUE + params).context["cl"].result_list

    assert sorted(c.pk for c in shown) == [comments[place].pk for place in found]


def test_the_queue_names_the_work_and_the_reasons(admin_client, client, work):
    comment = make_comment(work)
    comment.approve()
    report(client, comment, reason="private", note="نام خانه")

    page = parsed(admin_client.get(QUEUE))

    assert (
        page.css_first(".field-where a").attributes["href"]
        == f"{work.url_in('fa')}#comment-{comment.pk}"
    )
    assert page.css_first(".field-where bdi").text() == work.title_fa
    assert _words(page.css_first(".why")) == (
        "Reported: It tells what is private, or puts somebody in danger نام خانه"
    )


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_queue_costs_the_same_however_long_and_whatever_it_holds(
    admin_client, django_assert_num_queries, client, count
):
    page = make_page("fa")
    for number in range(count):
        comment = make_comment(make_article("fa"), author_name=f"Mina {number}")
        comment.approve()
        report(client, comment, sender=f"203.0.113.{number}")
        make_comment(page)
    admin_client.get(QUEUE)

    with django_assert_num_queries(9):
        admin_client.get(QUEUE)


def test_answers_that_go_with_a_comment_are_in_the_log(admin_client, admin_user, work):
    comment = make_comment(work, state="approved")
    answer = make_comment(work, parent=comment, state="spam")
    below = make_comment(work, parent=answer)
    Comment.objects.filter(pk=comment.pk).update(parent=below)  # a circle, as an import may bring
    sure = {"action": "delete_selected", "post": "yes"}

    admin_client.post(QUEUE, {**sure, "_selected_action": [comment.pk, answer.pk]})

    assert states() == []
    assert sorted(log("comment_id", "from_state", "to_state", "user")) == [
        (comment.pk, "approved", "deleted", admin_user.pk),
        (answer.pk, "spam", "deleted", admin_user.pk),
        (below.pk, "waiting", "deleted", admin_user.pk),
    ]


def test_an_answer_settles_no_report_and_the_page_shows_those_that_are_open(
    admin_client, client, work
):
    rules(reports_needed=2)
    comment = make_comment(work, state="approved")
    report(client, comment, reason="private", note="نام خانه")

    page = parsed(admin_client.get(f"{QUEUE}{comment.pk}/answer/"))
    admin_client.post(f"{QUEUE}{comment.pk}/answer/", {"author_name": "Sara", "body": "Yes."})

    [line] = page.css("p.help")
    assert _words(line) == "Reported: It tells what is private, or puts somebody in danger نام خانه"
    assert [r.settled_by for r in comment.reports.all()] == [None]


def test_an_answer_to_a_comment_that_is_back_for_a_decision_leaves_it_there(
    admin_client, client, work
):
    comment = make_comment(work, state="approved")
    report(client, comment)

    admin_client.post(f"{QUEUE}{comment.pk}/answer/", {"author_name": "Sara", "body": "Yes."})

    comment.refresh_from_db()
    assert (comment.state, comment.is_reported) == ("approved", True)


def test_an_answer_that_is_sent_twice_is_published_once(admin_client, work):
    comment = make_comment(work)

    for _ in range(2):
        answer = {"author_name": "Sara", "body": "Yes."}
        assert admin_client.post(f"{QUEUE}{comment.pk}/answer/", answer).url == QUEUE

    assert [c.body for c in Comment.objects.filter(is_staff=True)] == ["Yes."]
