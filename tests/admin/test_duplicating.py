"""A copy of a work: a draft with its words, labels, pictures and rows, and nothing of its life."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from articles.models import Article
from media_library.models import PhotoGallery, Video
from nejat.audit.models import AuditEntry
from nejat.comments.models import Comment
from nejat.editions.registry import CODES
from nejat.editorial.duplicating import duplicate
from nejat.search.models import IndexedWork
from nejat.staff.groups import AUTHORS, EDITORS, TRANSLATORS
from publications.models import Book, Entry, Issue
from tests.admin.desk import nodes, texts
from tests.factories import (
    make_article,
    make_book,
    make_comment,
    make_contributor,
    make_gallery,
    make_image,
    make_issue,
    make_page,
    make_series,
    make_tag,
    make_topic,
    make_video,
)
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db


def _door(work, door: str) -> str:
    kind = work._meta
    return f"/admin/{kind.app_label}/{kind.model_name}/{work.pk}/{door}/"


def in_persian(words: str) -> str:
    with translation.override("fa"):
        return gettext(words)


def _whole_article() -> Article:
    topic = make_topic("fa")
    work = make_article(
        "fa",
        title="باغ",
        title_en="Garden",
        body=f'<figure data-image="{make_image().pk}"></figure>',
        standfirst_en="Calm",
        pinned_until="2999-01-01T00:00Z",
        expires_at="2998-01-01T00:00Z",
        topics=[topic],
        tags=[make_tag("fa")],
        by=[make_contributor("fa", name="مینا")],
        primary_topic=topic,
        series=make_series("fa"),
        lead_image=make_image(colour="red"),
        comment_count=1,
    )
    work.related.add(make_article("en"))
    make_comment(work)
    return work


def test_a_copy_is_a_draft_with_all_that_was_written_and_chosen():
    work = _whole_article()

    copy = Article.objects.get(pk=duplicate(work, ["en", "fa"]).pk)

    assert (copy.title_en, copy.title_sq or "") == ("Copy of Garden", "")
    assert copy.title_fa == in_persian("Copy of %(title)s") % {"title": "باغ"}
    assert (copy.body_fa, copy.standfirst_en) == (work.body_fa, "Calm")
    for name in ("primary_topic", "series", "lead_image", "original_edition"):
        assert getattr(copy, name) == getattr(work, name)
    for name in ("topics", "tags", "contributors", "related"):
        assert list(getattr(copy, name).all()) == list(getattr(work, name).all())
        assert getattr(copy, name).exists()
    assert list(copy.body_images.values_list("image")) == list(
        work.body_images.values_list("image")
    )


def test_a_copy_has_nothing_of_the_life_of_the_work():
    work = _whole_article()

    copy = Article.objects.get(pk=duplicate(work, ["en", "fa"]).pk)

    assert {copy.get_in("state", code) for code in CODES} == {"draft"}
    for name in ("published_at", "expires_at", "pinned_until"):
        assert [copy.get_in(name, code) for code in CODES] == [None] * 4
    assert copy.slug_en != work.slug_en
    assert copy.comment_count == 0
    assert {comment.work for comment in Comment.objects.all()} == {work}
    assert copy.history.count() == 1


def test_a_copy_is_found_by_its_bylines():
    copy = duplicate(_whole_article(), ["fa"])

    entry = IndexedWork.objects.get(object_id=copy.pk, edition="fa")
    assert "مینا" in entry.body


def test_rows_of_a_work_are_copied_in_the_editions_of_the_copy():
    gallery = make_gallery("fa", images=[make_image(), make_image(colour="red")])
    gallery.gallery_pictures.update(caption_fa="گل", caption_en="Rose")
    issue = make_issue("fa", articles=[make_article("fa")], number=7)
    issue.entries.update(title_fa="نو", position=3)
    book = make_book("fa", year=2020)
    book.credits.create(contributor=make_contributor("fa"))
    book.shops.create(name="Bookshop", address="https://example.org/")

    copied = PhotoGallery.objects.get(pk=duplicate(gallery, ["fa"]).pk)
    assert [row.caption_fa for row in copied.gallery_pictures.all()] == ["گل", "گل"]
    assert [row.caption_en or "" for row in copied.gallery_pictures.all()] == ["", ""]
    assert list(copied.pictures.all()) == list(gallery.pictures.all())
    assert (copied.picture_count, copied.image) == (2, gallery.image)

    copied = Issue.objects.get(pk=duplicate(issue, ["fa"]).pk)
    assert copied.number_fa is None
    assert [(row.title_fa, row.position) for row in copied.entries.all()] == [("نو", 3)]
    assert Entry.objects.count() == 2

    copied = Book.objects.get(pk=duplicate(book, ["fa"]).pk)
    assert (copied.year, copied.credits.count()) == (2020, 1)
    assert [shop.name for shop in copied.shops.all()] == ["Bookshop"]


def test_files_of_publications_stay_with_their_work():
    issue = make_issue("fa")
    issue.files.create(edition="fa", kind="pdf", file="publications/a.pdf")

    assert not duplicate(issue, ["fa"]).files.exists()


def test_a_film_and_a_place_in_the_menu():
    video, page = make_video("fa"), make_page("fa", place="about", in_menu=True)
    copied = duplicate(page, ["fa"])

    assert Video.objects.get(pk=duplicate(video, ["fa"]).pk).address == video.address
    assert (copied.place, copied.in_menu) == (None, False)


def test_a_title_that_becomes_too_long_is_cut():
    work = make_article("en", title="a" * 300)

    assert len(duplicate(work, ["en"]).title_en) == 300


def test_the_button_makes_a_copy_and_opens_its_form(client):
    client.force_login(make_staff(EDITORS))
    work = make_article("en", title="Garden")
    assert nodes(client.get(_door(work, "change")), "button[form=duplicate-work]")

    page = client.post(_door(work, "duplicate"), follow=True)

    copy = Article.objects.latest("pk")
    assert page.redirect_chain == [(_door(copy, "change"), 302)]
    assert texts(page, ".messagelist li") == [
        "This is the copy, a draft. Readers see it when it is published."
    ]
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.object_id, entry.editions) == ("duplicated", copy.pk, "en")
    assert entry.note == f"article {work.pk}"
    assert client.get(_door(work, "duplicate")).status_code == 405


def test_an_author_copies_what_readers_see_in_the_editions_of_the_account(client):
    client.force_login(make_staff(AUTHORS, editions=["fa"]))
    work = make_article("fa", title="باغ", title_en="Garden", body_en="<p>Calm</p>")

    client.post(_door(work, "duplicate"))

    copy = Article.objects.latest("pk")
    assert copy.pk != work.pk
    assert "باغ" in copy.title_fa
    assert (copy.title_en or "", copy.body_en or "", copy.slug_en or "") == ("", "", "")


def test_where_nothing_could_be_written_there_is_no_copy(client):
    client.force_login(make_staff(AUTHORS, editions=["sq"]))
    work = make_article("fa", title="باغ")

    page = client.post(_door(work, "duplicate"), follow=True)

    assert texts(page, ".messagelist li") == ["It has no edition that you may write."]
    assert Article.objects.count() == 1


def test_who_may_add_nothing_copies_nothing(client):
    client.force_login(make_staff(TRANSLATORS))
    work = make_article("fa", title="باغ")

    assert client.post(_door(work, "duplicate")).status_code == 403
    assert not nodes(client.get(_door(work, "change")), "button[form=duplicate-work]")
    assert Article.objects.count() == 1
