"""Readers comment and answer: what is taken, what is refused, and what they are told."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from nejat.comments.models import Comment
from nejat.comments.views import COMMENTS_AN_HOUR
from nejat.editions.registry import CODES
from nejat.guard.throttle import AN_HOUR
from tests.comments.making import answer, counts, form, parsed, rules, say, stamp, states
from tests.factories import make_article, make_comment, make_page

pytestmark = pytest.mark.django_db

SECRET = "203.0.113.9"


def _shown(work, code="fa", **fields) -> Comment:
    comment = make_comment(work, code, **fields)
    comment.approve()
    return comment


@pytest.mark.parametrize("code", CODES)
def test_a_comment_is_stored_and_waits(client, code):
    work = make_article(code)

    response = say(client, work, code, author_email="Mina@example.org", body="One.\r\n\r\nTwo.")

    assert response.url == f"/{code}/comment/article/{work.pk}/waiting/"
    assert client.get(response.url).status_code == 200
    comment = Comment.objects.get()
    assert (comment.work, comment.edition, comment.parent) == (work, code, None)
    assert (comment.author_name, comment.author_email) == ("مینا", "Mina@example.org")
    assert (comment.body, comment.state) == ("One.\n\nTwo.", "waiting")
    assert (comment.wants_answers, comment.is_staff, comment.is_pick) == (False, False, False)
    assert counts(work) == [0, 0, 0, 0]


@pytest.mark.parametrize("code", CODES)
def test_the_form_stands_under_an_open_article_and_sets_no_cookie(client, code):
    work = make_article(code)

    response = client.get(work.url_in(code))

    [sent] = parsed(response).css("#respond form")
    assert sent.attributes["action"] == f"/{code}/comment/article/{work.pk}/"
    assert [field.attributes["dir"] for field in sent.css("textarea, [name=author_name]")] == [
        "auto",
        "auto",
    ]
    assert "csrfmiddlewaretoken" not in sent.html
    assert dict(client.cookies) == {}
    assert not response.has_header("Vary") or "Cookie" not in response.headers["Vary"]


def test_no_form_sets_a_cookie_and_none_needs_a_token():
    client, work = Client(enforce_csrf_checks=True), make_article("fa")
    comment = _shown(work)

    for path in (f"article/{work.pk}", f"{comment.pk}/answer", f"{comment.pk}/report"):
        client.get(f"/fa/comment/{path}/")
    response = say(client, work)

    assert response.status_code == 302
    assert dict(client.cookies) == {}


def test_an_answer_keeps_what_it_answers(client):
    work = make_article("fa")
    first = _shown(work)
    second = _shown(work, parent=first)

    responses = [answer(client, first, body="یک"), answer(client, second, body="دو")]

    assert [r.url for r in responses] == [f"/fa/comment/article/{work.pk}/waiting/"] * 2
    parents = (
        Comment.objects.filter(state="waiting").order_by("pk").values_list("parent", flat=True)
    )
    assert list(parents) == [first.pk, second.pk]


def test_the_page_of_an_answer_shows_what_is_answered(client):
    comment = _shown(make_article("fa"), body="پرسش <b>من</b>")

    page = parsed(client.get(f"/fa/comment/{comment.pk}/answer/"))

    assert page.css_first("blockquote div[dir=auto]").text(strip=True) == "پرسش <b>من</b>"
    assert page.css_first("#respond form") is not None
    assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"


def test_answering_begins_where_the_comment_is_seen(client):
    comment = _shown(work := make_article("fa"))

    [way] = parsed(client.get(work.url_in("fa"))).css(".comment-ways a[href*=answer]")

    assert way.attributes["href"] == f"/fa/comment/{comment.pk}/answer/"


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"author_name": ""}, "author_name"),
        ({"author_name": " \u200c\u200b\u202e "}, "author_name"),
        ({"author_name": "م" * 81}, "author_name"),
        ({"body": ""}, "body"),
        ({"body": "\u200c \u0640 \u200f"}, "body"),
        ({"body": "ب" * 5001}, "body"),
        ({"body": "a\x00b"}, "body"),
        ({"author_email": "mina@"}, "author_email"),
        ({"author_email": "mina@localhost"}, "author_email"),
        ({"author_email": "a" * 250 + "@example.org"}, "author_email"),
        ({"wants_answers": "on"}, "author_email"),
    ],
)
def test_a_fault_is_said_beside_its_field_and_nothing_typed_is_lost(client, fields, faulty):
    work = make_article("fa")
    typed = {"author_name": "مینا", "body": "واژه‌های من", "author_email": "m@example.org"}
    if "wants_answers" in fields:
        typed["author_email"] = ""

    page = parsed(say(client, work, **{**typed, **fields}))

    assert states() == []
    assert page.css_first(f"#id_{faulty}_error").text().strip()
    assert page.css_first(f"#id_{faulty}").attributes["aria-invalid"] == "true"
    kept = {
        "author_name": page.css_first("#id_author_name").attributes.get("value", ""),
        "body": page.css_first("#id_body").text(),
        "author_email": page.css_first("#id_author_email").attributes.get("value", ""),
    }
    expected = {**typed, **fields}
    for name in set(typed) - {faulty}:
        assert kept[name].strip() == expected[name].strip()


def test_a_name_is_one_line(client):
    say(client, make_article("fa"), author_name=" Mina\r\nBcc: other@example.org ")

    assert Comment.objects.get().author_name == "Mina Bcc: other@example.org"


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    work = make_article("fa")

    assert getattr(client, method)(f"/fa/comment/article/{work.pk}/").status_code == 405


def test_an_empty_post_is_answered_with_the_form(client):
    work = make_article("fa")

    response = client.post(f"/fa/comment/article/{work.pk}/", {})

    assert response.status_code == 200
    assert states() == []


def test_a_trapped_machine_believes_that_it_was_heard(client):
    work = make_article("fa")

    response = say(client, work, website="https://example.org/")

    assert response.url == f"/fa/comment/article/{work.pk}/waiting/"
    assert states() == []


@pytest.mark.parametrize("seconds", [0, 1, 8 * 24 * AN_HOUR])
def test_a_form_sent_at_once_or_kept_for_days_is_to_be_sent_once_more(client, seconds):
    work, sent = make_article("fa"), stamp(seconds)

    response = say(client, work, body="واژه‌های من", stamp=sent)

    page = parsed(response)
    assert (response.status_code, states()) == (200, [])
    assert page.css_first("[role=alert]").text().strip()
    assert page.css_first("#id_body").text().strip() == "واژه‌های من"
    assert page.css_first("[name=stamp]").attributes["value"]


@pytest.mark.parametrize("forged", ["", "1700000000", "1700000000:abcdef", "x" * 10_000, "\x00"])
def test_a_stamp_that_is_not_ours_is_not_taken(client, forged):
    assert say(client, make_article("fa"), stamp=forged).status_code == 200
    assert states() == []


def test_a_thousand_comments_from_one_address_stop_at_the_limit(client):
    work, shown = make_article("fa"), stamp()

    with time_machine.travel(timezone.now().replace(minute=10), tick=False):
        shown = stamp()
        answers = [
            say(client, work, body=f"متن {number}", stamp=shown).status_code
            for number in range(1000)
        ]

    assert answers == [302] * COMMENTS_AN_HOUR + [429] * (1000 - COMMENTS_AN_HOUR)
    assert Comment.objects.count() == COMMENTS_AN_HOUR


def test_beyond_the_limit_nothing_typed_is_lost_and_another_sender_is_heard(client):
    work = make_article("fa")
    with time_machine.travel(timezone.now().replace(minute=10), tick=False):
        for number in range(COMMENTS_AN_HOUR):
            say(client, work, body=f"متن {number}")
        refused = say(client, work, body="متن آخر")
        other = say(client, work, body="متن آخر", sender="198.51.100.7")

    page = parsed(refused)
    assert page.css_first("[role=alert]").text().strip()
    assert page.css_first("#id_body").text().strip() == "متن آخر"
    assert other.status_code == 302


def test_the_limit_is_over_after_an_hour(client):
    work, now = make_article("fa"), timezone.now().replace(minute=10)
    with time_machine.travel(now, tick=False):
        for number in range(COMMENTS_AN_HOUR + 1):
            say(client, work, body=f"متن {number}")
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        assert say(client, work, body="متن آخر").status_code == 302


def test_the_same_words_from_the_same_sender_are_refused_kindly(client):
    work = make_article("fa")
    say(client, work, body="كتاب‌هاي خوب")

    again = say(client, make_article("fa"), body=" کتابِ‌های   خوب ")
    elsewhere = say(client, work, body="كتاب‌هاي خوب", sender="198.51.100.7")

    assert (again.status_code, elsewhere.status_code) == (409, 302)
    assert parsed(again).css_first("[role=alert]").text().strip()
    assert states() == ["waiting", "waiting"]


@pytest.mark.parametrize(
    ("open_here", "rules_open", "days"), [(False, True, 0), (True, False, 0), (True, True, 30)]
)
def test_a_closed_or_too_old_article_takes_nothing_and_gives_the_words_back(
    client, open_here, rules_open, days
):
    rules(is_open=rules_open, closes_after_days=days)
    published_at = timezone.now() - timedelta(days=30, minutes=1)
    work = make_article("fa", comments_open=open_here, published_at=published_at)
    shown, typed = _shown(work), "متن <i>من</i>"

    responses = [say(client, work, body=typed), answer(client, shown, body=typed)]

    for response in responses:
        assert response.status_code == 410
        kept = parsed(response).css_first("main blockquote")
        assert kept.text(strip=True) == typed
    assert states() == ["approved"]
    page = parsed(client.get(work.url_in("fa")))
    assert page.css("#respond form, .comment a[href*='/answer/']") == []
    assert len(page.css("li.comment")) == 1


def test_an_article_takes_comments_until_its_last_day(client):
    rules(closes_after_days=30)
    work = make_article("fa", published_at=timezone.now() - timedelta(days=29, hours=23))

    assert say(client, work).status_code == 302
    assert parsed(client.get(work.url_in("fa"))).css_first("#respond form") is not None


def test_the_rules_of_one_edition_are_not_those_of_another(client):
    rules("fa", is_open=False)
    work = make_article("fa", title_en="A letter", state_en="published", slug_en="a-letter")

    assert say(client, work, "fa").status_code == 410
    assert say(client, work, "en").status_code == 302


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_an_article_that_readers_do_not_see_takes_no_comment(client, state):
    work = make_article("fa", state=state)

    assert say(client, work).status_code == 404
    assert client.get(f"/fa/comment/article/{work.pk}/").status_code == 404
    assert states() == []


def test_an_article_to_come_or_of_another_edition_takes_no_comment(client):
    to_come = make_article("fa", published_at=timezone.now() + timedelta(hours=1))

    assert say(client, to_come).status_code == 404
    assert say(client, make_article("fa"), "en").status_code == 404
    assert states() == []


def test_a_comment_of_another_edition_or_another_kind_of_work_is_not_answered(client):
    persian, on_page = _shown(make_article("fa")), _shown(make_page("fa"))

    for path in (
        f"/en/comment/{persian.pk}/answer/",
        f"/fa/comment/{on_page.pk}/answer/",
        "/fa/comment/999999/answer/",
        "/fa/comment/99999999999999999999999/answer/",
        "/fa/comment/article/99999999999999999999999/",
    ):
        assert client.post(path, form()).status_code == 404
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("verb", ["reject", "mark_spam"])
def test_an_answer_to_a_hidden_comment_is_not_taken_and_nothing_typed_is_lost(client, verb):
    hidden = _shown(make_article("fa"), body="پنهان")
    getattr(hidden, verb)()

    response = answer(client, hidden, body="پاسخ من")

    assert response.status_code == 410
    assert parsed(response).css_first("main blockquote").text(strip=True) == "پاسخ من"
    assert "پنهان" not in response.content.decode()
    assert Comment.objects.count() == 1


def test_an_answer_to_a_comment_that_waits_is_not_taken(client):
    waiting = make_comment(make_article("fa"), "fa")

    assert answer(client, waiting).status_code == 410
    assert Comment.objects.count() == 1


def test_no_ip_address_is_kept(client):
    say(client, make_article("fa"))

    [row] = Comment.objects.values()
    assert [name for name, value in row.items() if SECRET in str(value)] == []
    assert len(row["sender"]) == 16


def test_comments_on_an_article_that_was_deleted_meanwhile_are_not_found(client):
    work = make_article("fa")
    pk = work.pk
    work.delete()

    assert client.post(f"/fa/comment/article/{pk}/", form()).status_code == 404
