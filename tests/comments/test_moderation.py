"""Letting comments through, in the edition they stand in and nowhere else."""

from datetime import timedelta

import pytest

from articles.models import Article
from nejat.comments.models import Comment
from nejat.editions.registry import CODES
from tests.factories import PUBLISHED_AT, make_article, make_comment, make_page

pytestmark = pytest.mark.django_db

COMMENTS = "/admin/comments/comment/"


def _act(client, action: str, *comments: Comment) -> None:
    data = {"action": action, "_selected_action": [comment.pk for comment in comments]}
    answer = client.post(COMMENTS, {**data, "reason": "insult", "post": "yes"})
    assert (answer.status_code, answer.url) == (302, COMMENTS)


def _counts(work: Article) -> list[int]:
    work.refresh_from_db()
    return [work.get_in("comment_count", code) for code in CODES]


def _states() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("state", flat=True))


def test_a_new_comment_waits_and_is_not_counted():
    work = make_article("fa")
    make_comment(work, "fa")

    assert _states() == ["waiting"]
    assert _counts(work) == [0, 0, 0, 0]


@pytest.mark.parametrize("code", CODES)
def test_approving_shows_and_counts_in_that_edition_alone(admin_client, code):
    work = make_article(code)
    first, second, _ = (make_comment(work, code) for _ in range(3))

    _act(admin_client, "approve", first, second)

    assert _states() == ["approved", "approved", "waiting"]
    assert _counts(work) == [2 if other == code else 0 for other in CODES]
    assert set(Comment.objects.approved().under(work, code)) == {first, second}
    other = "en" if code != "en" else "fa"
    assert list(Comment.objects.under(work, other)) == []


def test_rejecting_hides_and_uncounts(admin_client):
    work = make_article("fa")
    shown, waiting = make_comment(work, "fa"), make_comment(work, "fa")
    _act(admin_client, "approve", shown)

    _act(admin_client, "reject", shown, waiting)

    assert _states() == ["rejected", "rejected"]
    assert _counts(work) == [0, 0, 0, 0]


@pytest.mark.parametrize(("verb", "count"), [("approve", 1), ("reject", 0)])
def test_doing_it_twice_counts_once(verb, count):
    work = make_article("en")
    comment = make_comment(work, "en")
    for same in Comment.objects.filter(pk=comment.pk), Comment.objects.filter(pk=comment.pk):
        getattr(same.get(), verb)()
    getattr(comment, verb)()  # held since before the others

    assert _counts(work) == [count, 0, 0, 0]


def test_a_count_that_was_wrong_is_put_right():
    work = make_article("en", comment_count=7)
    make_comment(work, "en", state="approved").reject()
    make_comment(work, "en").approve()

    assert _counts(work) == [1, 0, 0, 0]


@pytest.mark.parametrize("many", [False, True])
def test_deleting_uncounts_it_and_its_answers(admin_client, many):
    work = make_article("fa")
    first = make_comment(work, "fa")
    answer, other = make_comment(work, "fa", parent=first), make_comment(work, "fa")
    _act(admin_client, "approve", first, answer, other)

    if many:
        _act(admin_client, "delete_selected", first, answer)
    else:
        admin_client.post(f"{COMMENTS}{first.pk}/delete/", {"post": "yes"})

    assert list(Comment.objects.all()) == [other]
    assert _counts(work) == [0, 0, 1, 0]


def test_comments_under_kinds_that_keep_no_count_are_let_through_all_the_same():
    page = make_page("sq")
    comment = make_comment(page, "sq")

    comment.approve()

    assert list(Comment.objects.approved().under(page, "sq")) == [comment]


def test_comments_of_a_work_that_is_gone_can_still_be_moderated(admin_client):
    work = make_article("fa")
    comment = make_comment(work, "fa")
    work.delete()

    _act(admin_client, "reject", comment)

    assert admin_client.get(f"{COMMENTS}{comment.pk}/change/").status_code == 200
    assert _states() == ["rejected"]


def test_a_thread_is_read_from_its_beginning():
    work = make_article("fa")
    late = make_comment(work, "fa", created_at=PUBLISHED_AT + timedelta(hours=1))
    early = [make_comment(work, "fa"), make_comment(work, "fa")]
    make_comment(make_article("fa"), "fa")
    make_comment(make_page("fa", pk=work.pk), "fa")

    assert list(Comment.objects.under(work, "fa")) == [*early, late]


def test_staff_write_no_comments_and_change_no_state_in_the_form(admin_client):
    comment = make_comment(make_article("fa"), "fa")
    values = {"author_name": "Sara", "body": "Better words.", "state": "approved", "edition": "en"}

    answer = admin_client.post(f"{COMMENTS}{comment.pk}/change/", values)

    comment.refresh_from_db()
    assert answer.status_code == 302
    assert (comment.author_name, comment.body) == ("Sara", "Better words.")
    assert (comment.state, comment.edition) == ("waiting", "fa")
    assert admin_client.get(f"{COMMENTS}add/").status_code == 403


@pytest.mark.parametrize("params", ["?q=better", "?state__exact=waiting", "?edition__exact=fa"])
def test_comments_are_found_by_words_state_and_edition(admin_client, params):
    work = make_article("fa")
    wanted = make_comment(work, "fa", body="Better words.")
    make_comment(work, "sq", body="Other words.", state="approved")

    assert list(admin_client.get(COMMENTS + params).context["cl"].result_list) == [wanted]
