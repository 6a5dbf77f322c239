"""A second import: nothing new, what changed, what was edited here, what was interrupted."""

import pytest
from django.utils import timezone

from articles.models import Article
from nejat.comments.models import Comment
from nejat.wordpress.importer import posts
from nejat.wordpress.models import ImportRecord, OldAddress
from tests.wordpress.wxr import Importer, attachment, author, category, comment, item, link

pytestmark = pytest.mark.django_db

WHOLE = (
    author("ali", "Ali"),
    category(1, "letters", "Letters"),
    item(1, link("category", "letters"), comment(5)),
    item(2, post_type="page"),
    attachment(3, "https://example.org/fa/wp-content/uploads/a.jpg"),
)


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


def counted():
    return [model.objects.count() for model in (Article, Comment, ImportRecord, OldAddress)]


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_changes_nothing(run, resume):
    run(*WHOLE)
    before = counted(), Article.objects.get().updated_at

    report = run(*WHOLE, resume=resume)

    assert (counted(), Article.objects.get().updated_at) == before
    assert {kind: run.totals(kind) for kind in report["totals"]} == {
        "post": {"read": 1, "unchanged": 1},
        "page": {"read": 1, "unchanged": 1},
        "cartoon": {},
        "newspicture": {},
        "photogallery": {},
        "video": {},
        "book": {},
        "newsletter": {},
        "pars-brief": {},
        "attachment": {"read": 1, "unchanged": 1},
        "comment": {"read": 1, "unchanged": 1},
        "topic": {"read": 1, "unchanged": 1},
        "tag": {},
        "contributor": {"read": 1, "unchanged": 1},
    }
    assert report["repaired"] == []


def test_labels_that_only_items_name_are_counted_in_every_run(run):
    named = link("category", "letters"), link("post_tag", "rain"), link("blogs", "north")
    whole = (category(1, "archive", "Archive"), item(1, *named), item(2, *named))
    first = run(*whole)
    assert run.totals("topic") == {"read": 2, "created": 2}

    second = run(*whole)

    read = [
        {kind: totals["read"] for kind, totals in report["totals"].items()}
        for report in (first, second)
    ]
    assert read[1] == read[0]
    assert run.totals("tag") == run.totals("contributor") == {"read": 1, "unchanged": 1}


def test_what_changed_in_the_source_is_updated(run):
    run(item(1, title="Old"))

    run(item(1, title="New"))

    assert Article.objects.get().title_fa == "New"
    assert run.totals("post") == {"read": 1, "updated": 1}


def test_a_resumed_run_does_not_look_for_changes(run):
    run(item(1, title="Old"))

    run(item(1, title="New"), resume=True)

    assert Article.objects.get().title_fa == "Old"


def test_what_was_edited_here_is_kept(run):
    run(item(1, title="Old"))
    article = Article.objects.get()
    article.title_fa = "Edited"
    article.save()

    report = run(item(1, title="New"))

    assert Article.objects.get().title_fa == "Edited"
    assert report["skipped"] == [
        {"kind": "post", "old_id": 1, "title": "New", "reason": "edited here since the import"}
    ]


def test_an_edit_in_another_edition_is_no_edit_of_this_one(run):
    run(item(1, title="Old"))
    article = Article.objects.get()
    article.title_en = "Translated"
    article.save()

    run(item(1, title="New"))

    article.refresh_from_db()
    assert (article.title_fa, article.title_en) == ("New", "Translated")


def test_what_was_deleted_here_does_not_come_back(run):
    run(item(1, comment(5), title="Old"))
    Article.objects.all().delete()

    report = run(item(1, comment(5), title="New"))

    assert not Article.objects.exists()
    assert [skip["reason"] for skip in report["skipped"]] == [
        "deleted here since the import",
        "its post was deleted here",
    ]


def test_what_is_in_the_trash_stays_there_as_it_is(run):
    run(item(1, title="Old", status="draft"))
    Article.objects.update(trashed_at=timezone.now())

    report = run(item(1, title="New"))

    article = Article.objects.get()
    assert (article.title_fa, article.state_fa, article.is_trashed) == ("Old", "draft", True)
    assert [skip["reason"] for skip in report["skipped"]] == ["deleted here since the import"]


def test_new_comments_under_an_old_post_are_added(run):
    run(item(1, comment(5)))

    run(item(1, comment(5), comment(6)))

    assert run.totals("comment") == {"read": 2, "created": 1, "unchanged": 1}
    assert Article.objects.get().comment_count_fa == 2


def test_a_dry_run_reports_the_same_and_writes_nothing(run):
    dry = run(*WHOLE, dry_run=True)
    assert counted() == [0, 0, 0, 0]

    assert run(*WHOLE) == dry


def test_an_item_that_cannot_be_written_is_named(run, monkeypatch):
    original = posts.Creator.create

    def refuse_the_second(self, entries):
        if any(entry.item.old_id == 2 for entry in entries):
            raise ValueError("the disk says no")
        original(self, entries)

    monkeypatch.setattr(posts.Creator, "create", refuse_the_second)

    report = run(item(1), item(2, comment(20), title="Bad"), item(3))

    assert sorted(Article.objects.values_list("title_fa", flat=True)) == ["Letter 1", "Letter 3"]
    assert report["skipped"] == [
        {"kind": "post", "old_id": 2, "title": "Bad", "reason": "error: the disk says no"},
        {"kind": "comment", "old_id": 20, "title": "Reader", "reason": "its post was skipped"},
    ]
    assert run.totals("post") == {"read": 3, "created": 2, "skipped": 1}
    assert run.exit_code == 1


@pytest.mark.parametrize("resume", [False, True])
def test_an_interrupted_run_is_finished_by_the_next(run, monkeypatch, resume):
    monkeypatch.setattr("nejat.wordpress.importer.run.BATCH_SIZE", 2)
    original = posts.Posts.import_batch

    def stop_at_the_third(self, items):
        if any(item.old_id == 3 for item in items):
            raise KeyboardInterrupt
        original(self, items)

    whole = [item(number, comment(number + 10)) for number in range(1, 6)]
    with monkeypatch.context() as patch:
        patch.setattr(posts.Posts, "import_batch", stop_at_the_third)
        run(*whole)
    assert run.exit_code == 130
    assert run.totals("post") == {"read": 2, "created": 2}

    run(*whole, resume=resume)

    assert run.exit_code == 0
    assert run.totals("post") == {"read": 5, "created": 3, "unchanged": 2}
    assert run.totals("comment") == {"read": 5, "created": 3, "unchanged": 2}
    assert (Article.objects.count(), Comment.objects.count()) == (5, 5)


def test_an_item_twice_in_the_export_is_one_article(run):
    run(item(1, comment(5)), item(1, comment(5)))

    assert (Article.objects.count(), Comment.objects.count()) == (1, 1)
    assert run.totals("post") == {"read": 2, "created": 1, "unchanged": 1}
    assert run.totals("comment") == {"read": 2, "created": 1, "unchanged": 1}
