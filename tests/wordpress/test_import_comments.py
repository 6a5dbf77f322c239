"""Comments of an export, in their threads."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from nejat.comments.models import Comment
from nejat.pages.models import Page
from tests.wordpress.wxr import Importer, attachment, comment, item

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


def test_a_comment_stands_under_its_article_in_its_edition(run):
    run(
        item(1, comment(5, "One<br>two\n\n<b>three</b>", author_email="a@example.org")),
    )

    written = Comment.objects.get()
    assert written.work == Article.objects.get()
    assert (written.edition, written.author_name, written.author_email) == (
        "fa",
        "Reader",
        "a@example.org",
    )
    assert written.body == "One\ntwo\n\nthree"
    assert (written.state, written.created_at) == (
        "approved",
        datetime(2024, 5, 15, 10, tzinfo=UTC),
    )


def test_answers_stand_under_what_they_answer_in_whatever_order(run):
    run(item(1, comment(7, parent=6), comment(6, parent=5), comment(5)))

    threads = Comment.objects.values_list("parent__parent", "parent").order_by("pk")
    first, second, _ = Comment.objects.order_by("pk").values_list("pk", flat=True)
    assert list(threads) == [(None, None), (None, first), (first, second)]


def test_an_answer_to_nothing_stands_on_its_own(run):
    run(item(1, comment(6, parent=5)))

    assert Comment.objects.get().parent is None
    assert run.repairs(6) == ["answers a comment that is not here: stands on its own"]


def test_answers_that_answer_each_other_are_kept(run):
    run(item(1, comment(5, parent=6), comment(6, parent=5)))

    assert Comment.objects.count() == 2


def test_held_comments_wait_and_are_not_counted(run):
    run(item(1, comment(5), comment(6, approved="0")))

    assert Comment.objects.order_by("pk").values_list("state", flat=True)[1] == "waiting"
    assert Article.objects.get().comment_count_fa == 1


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"approved": "spam"}, "its status is spam"),
        ({"approved": "trash"}, "its status is trash"),
        ({"type": "pingback"}, "it is a pingback"),
        ({"type": "trackback"}, "it is a trackback"),
        ({"content": " "}, "it is empty"),
    ],
)
def test_what_is_no_readers_word_is_skipped_and_named(run, said, reason):
    report = run(item(1, comment(5, **said)))

    assert not Comment.objects.exists()
    assert report["skipped"] == [
        {"kind": "comment", "old_id": 5, "title": "Reader", "reason": reason}
    ]
    assert run.totals("comment") == {"read": 1, "skipped": 1}


@pytest.mark.parametrize(
    ("address", "kept"),
    [("https://example.com/", "https://example.com/"), ("javascript:alert(1)", "")],
)
def test_only_addresses_of_the_web_are_kept(run, address, kept):
    run(item(1, comment(5, author_url=address)))

    assert Comment.objects.get().author_address == kept


def test_comments_stand_under_pages_too(run):
    run(item(1, comment(5), post_type="page"))

    assert Comment.objects.get().work == Page.objects.get()


def test_comments_under_attachments_are_named(run):
    report = run(attachment(1, "https://example.org/a.jpg", comment(5)))

    assert [skip["reason"] for skip in report["skipped"]] == ["it stands under an attachment"]


def test_a_comment_changed_in_the_source_is_changed_here_unless_moderated(run):
    run(item(1, comment(5, "First", approved="0")))
    run(item(1, comment(5, "First", approved="1")))
    assert (Comment.objects.get().state, Article.objects.get().comment_count_fa) == ("approved", 1)

    Comment.objects.get().reject()
    run(item(1, comment(5, "Second", approved="1")))

    assert (Comment.objects.get().state, Comment.objects.get().body) == ("rejected", "First")
    assert Article.objects.get().comment_count_fa == 0
    assert run.totals("comment") == {"read": 1, "skipped": 1}
