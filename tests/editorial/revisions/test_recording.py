"""One revision a save: who, when, which columns; none for counts, none when the save fails."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Topic
from media_library.models import PhotoGallery
from nejat.editorial.columns import translated_fields
from nejat.editorial.models import Content, Label
from nejat.editorial.revisions.pruning import kinds_with_revisions
from nejat.editorial.revisions.recording import kept_fields, revisions_of
from nejat.pages.models import Page
from tests.factories import make_article, make_gallery, make_image, make_page, make_topic
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

KINDS = [kind for kind in apps.get_models() if issubclass(kind, Content | Label)]


def _changes(row) -> list[list[str]]:
    return [revision.changed for revision in revisions_of(type(row), row.pk)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_work_and_label_keeps_revisions(kind):
    assert kind in set(kinds_with_revisions())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_rule_2_a_revision_has_no_base_column_and_nothing_that_staff_do_not_write(kind):
    names = {field.name for field in kept_fields(kind)}

    assert names & translated_fields(kind) == set()
    unwritten = {f.name for f in kind._meta.concrete_fields if not f.editable}
    assert names & (unwritten | {"updated_at", "created_at"}) == set()
    assert [n for n in names if n.startswith(("comment_count", "picture_count"))] == []


def test_each_save_keeps_one_revision_that_says_what_changed():
    article = make_article("fa", title="نامه", body="<p>یک</p>")
    article.title_fa, article.body_sq = "نامه دوم", "<p>Dy</p>"
    article.save()

    newest, first = revisions_of(Article, article.pk)
    assert (first.history_type, first.title_fa, first.changed) == ("+", "نامه", [])
    assert newest.history_type == "~"
    assert sorted(newest.changed) == ["body_sq", "title_fa"]
    assert (newest.title_fa, newest.body_sq) == ("نامه دوم", "<p>Dy</p>")
    assert timezone.now() - newest.history_date < timedelta(minutes=1)


def test_a_save_of_columns_keeps_a_revision_of_the_whole_row():
    pk = make_article("fa", title="نامه", body="<p>متن</p>").pk
    article = Article.objects.only("title_fa").get(pk=pk)
    article.title_fa = "دیگر"
    article.save(update_fields=["title_fa"])

    newest = revisions_of(Article, pk).first()
    assert (newest.title_fa, newest.body_fa, newest.changed) == ("دیگر", "<p>متن</p>", ["title_fa"])


def test_counts_and_pictures_of_a_gallery_keep_none():
    article, gallery = make_article("fa"), make_gallery("fa", images=[make_image()])
    before = revisions_of(PhotoGallery, gallery.pk).count()
    article.comment_count_fa = 3
    article.save(update_fields=["comment_count_fa", "updated_at"])
    gallery.count_pictures()

    assert _changes(article) == [[]]
    assert revisions_of(PhotoGallery, gallery.pk).count() == before
    article.save()
    assert len(_changes(article)) == 2


def test_a_work_that_came_without_one_gets_one_of_how_it_stood():
    [article] = Article.objects.bulk_create([Article(title_fa="از قدیم", slug_fa="old")])
    assert _changes(article) == []
    article = Article.objects.get(pk=article.pk)
    article.title_fa = "تازه"
    article.save()

    newest, first = revisions_of(Article, article.pk)
    assert (first.title_fa, first.history_change_reason) == ("از قدیم", "first")
    assert (newest.title_fa, newest.changed) == ("تازه", ["title_fa"])


def test_a_save_that_fails_leaves_no_revision():
    article = make_article("fa")
    article.title_fa, article.part = "دیگر", -1
    with pytest.raises(IntegrityError), transaction.atomic():
        article.save()

    assert len(_changes(article)) == 1


def test_a_save_that_is_undone_takes_its_revision_along():
    article = make_article("fa")
    article.title_fa = "دیگر"
    with transaction.atomic():
        article.save()
        transaction.set_rollback(True)

    assert len(_changes(article)) == 1


def test_labels_keep_them_too_and_a_deletion_is_one():
    topic = make_topic("fa", name="خانواده")
    pk = topic.pk
    topic.name_sq = "Familja"
    topic.save()
    topic.delete()

    found = revisions_of(Topic, pk)
    assert [revision.history_type for revision in found] == ["-", "~", "+"]
    assert sorted(found[1].changed) == ["name_sq", "slug_sq"]


def test_rule_3_saving_reads_no_base_column():
    [made] = Article.objects.bulk_create([Article(title_fa="از قدیم", slug_fa="old")])
    page, article = make_page("fa"), Article.objects.only("title_fa").get(pk=made.pk)
    with captured() as statements:
        article.title_fa = "تازه"
        article.save(update_fields=["title_fa"])
        Article.objects.get(pk=made.pk).save()
        Page.objects.get(pk=page.pk).delete()

    assert len(statements) > 10
    assert base_columns_read(statements) == set()
