"""What the search knows follows what is written, at once and in the same transaction."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, Byline
from nejat.editions.registry import CODES
from nejat.pages.models import Page
from nejat.search.finding import find
from nejat.search.indexing import MOST_SIGNS
from nejat.search.models import IndexedWork
from publications.models import BookCredit, BookFile, Entry, IssueFile
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_book,
    make_cartoon,
    make_contributor,
    make_gallery,
    make_image,
    make_issue,
    make_news_picture,
    make_page,
    make_video,
)
from tests.sql import captured

pytestmark = pytest.mark.django_db


def _pks(text: str, code: str = "en", **options) -> list[int]:
    return [hit.pk for hit in find(text, [code], limit=10, **options)]


@pytest.mark.parametrize(
    "make",
    [
        make_article,
        make_page,
        make_cartoon,
        make_news_picture,
        make_gallery,
        make_video,
        make_book,
        make_issue,
    ],
)
@pytest.mark.parametrize("field", ["title", "standfirst", "body"])
def test_a_work_of_every_kind_is_found_by_its_texts(make, field):
    work = make("en", **{field: "lantern"})

    [hit] = find("lantern", ["en"], limit=10)
    assert (hit.model, hit.pk, hit.edition) == (type(work), work.pk, "en")


def test_a_cartoon_is_found_by_the_words_in_the_drawing():
    assert _pks("lantern") == []
    cartoon = make_cartoon("en", words="A lantern!")

    assert _pks("lantern") == [cartoon.pk]


def test_a_video_is_found_by_its_transcript():
    video = make_video("en", transcript="<p>Bring the <b>lantern</b>.</p>")

    assert _pks("lantern") == [video.pk]


def test_a_gallery_is_found_by_its_captions():
    gallery = make_gallery("en", images=[make_image()])
    gallery.gallery_pictures.update(caption_en="A lantern")
    gallery.count_pictures()

    assert _pks("lantern") == [gallery.pk]


def test_an_article_is_found_by_its_writers_and_no_longer_when_they_go():
    article = make_article("en", by=[make_contributor("en", name="Lantern Keeper")])
    found = _pks("lantern keeper")

    Byline.objects.get().delete()

    assert (found, _pks("lantern keeper")) == ([article.pk], [])


def test_a_book_is_found_by_its_writers_its_numbers_and_its_publisher():
    book = make_book("en", isbn="9780306406157", publisher="Lantern Press", subtitle="Nights")
    BookCredit.objects.create(book=book, contributor=make_contributor("en", name="Mina Keeper"))

    words = ["9780306406157", "978-0-306-40615-7", "lantern press", "nights", "mina keeper"]
    assert [_pks(word) for word in words] == [[book.pk]] * len(words)


def test_an_issue_is_found_by_what_stands_in_it_and_by_its_number():
    issue = make_issue("en", title="Winter", number=107)
    entry = Entry.objects.create(issue=issue, title_en="Lantern", teaser_en="By the sea")
    found = [_pks(text) for text in ("lantern", "sea", "107")]

    entry.delete()

    assert found == [[issue.pk]] * 3
    assert [_pks(text) for text in ("lantern", "sea", "107")] == [[], [], [issue.pk]]


def test_an_issue_is_not_found_by_articles_that_readers_do_not_see():
    make_issue("en", title="Winter", articles=[make_article("en", title="Lantern", state="draft")])

    assert _pks("lantern") == []


@pytest.mark.parametrize(
    ("make", "files", "part_of"), [(make_book, BookFile, "book"), (make_issue, IssueFile, "issue")]
)
def test_a_publication_is_found_by_the_text_of_its_file_in_that_edition(make, files, part_of):
    work = make("en", title_sq="Dimri", state_sq="published", published_at_sq=PUBLISHED_AT)
    row = files.objects.create(**{part_of: work}, edition="en", kind="pdf", text="lantern")
    found = [_pks("lantern"), _pks("lantern", "sq")]
    row.text = "candle"
    row.save()
    changed = [_pks("lantern"), _pks("candle")]

    row.delete()

    assert found == [[work.pk], []]
    assert changed == [[], [work.pk]]
    assert _pks("candle") == []


def test_each_edition_is_found_in_its_own_words_alone():
    titles = {"en": "lantern", "ar": "فانوس", "fa": "چراغ", "sq": "fener"}
    columns = {f"title_{code}": title for code, title in titles.items()}
    states = {f"state_{code}": "published" for code in CODES}
    article = Article.objects.create(**columns, **states)

    found = {code: [_pks(title, code) for title in titles.values()] for code in CODES}
    assert found == {
        code: [[article.pk] if title == titles[code] else [] for title in titles.values()]
        for code in CODES
    }


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_only_staff_find_what_is_not_published(state):
    article = make_article("en", title="lantern")
    article.state_en = state
    article.save()

    assert _pks("lantern") == []
    assert _pks("lantern", public=False) == [article.pk]


def test_a_change_of_one_column_is_known():
    article = make_article("en", title="lantern")
    article.title_en, article.body_en = "candle", "not saved"

    article.save(update_fields=["title_en"])

    assert [_pks("lantern"), _pks("candle")] == [[], [article.pk]]


def test_a_work_that_was_loaded_in_part_is_known_in_whole():
    pk = make_article("en", title="lantern", body="<p>harbour</p>").pk
    article = Article.objects.only("title_en").get(pk=pk)
    article.title_en = "candle"

    article.save(update_fields=["title_en"])

    assert [_pks("candle harbour"), _pks("lantern")] == [[pk], []]


def test_counting_something_does_not_write_the_index():
    article = make_article("en", title="lantern")
    rows = list(IndexedWork.objects.values_list("pk", flat=True))

    article.save(update_fields=["comment_count", "updated_at"])

    assert list(IndexedWork.objects.values_list("pk", flat=True)) == rows


def test_a_scheduled_work_is_found_when_its_moment_comes():
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        article = make_article("en", title="lantern", published_at=timezone.now() + timedelta(1))
        before = _pks("lantern")
        clock.shift(timedelta(days=1))

        assert (before, _pks("lantern")) == ([], [article.pk])


def test_an_expiring_work_is_found_until_its_moment_comes():
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        article = make_article("en", title="lantern", expires_at=timezone.now() + timedelta(1))
        before = _pks("lantern")
        clock.shift(timedelta(days=1))

        assert (before, _pks("lantern")) == ([article.pk], [])


def test_what_is_deleted_is_forgotten():
    one, two = make_article("en", title="lantern"), make_article("en", title="lantern")
    make_page("en", title="lantern")
    one.delete()
    found = _pks("lantern", kinds=[Article])
    Page.objects.all().delete()

    assert found == [two.pk]
    assert IndexedWork.objects.count() == 1
    assert _words_held() == 1


def test_an_edition_without_a_title_is_forgotten():
    article = make_article("en", title="lantern", title_sq="fener")
    article.title_sq = ""
    article.save()

    assert list(IndexedWork.objects.values_list("edition", flat=True)) == ["en"]


def test_a_save_that_is_undone_leaves_no_trace():
    article = make_article("en", title="lantern")
    article.title_en = "candle"

    with transaction.atomic():
        article.save()
        transaction.set_rollback(True)

    assert [_pks("lantern"), _pks("candle")] == [[article.pk], []]


def test_saving_again_and_again_keeps_one_entry():
    article = make_article("en", title="lantern")
    for day in (3, 1, 2):
        article.published_at_en = PUBLISHED_AT - timedelta(days=day)
        article.save()

    assert _pks("lantern") == [article.pk]
    assert _words_held() == 1


def test_a_very_long_text_is_searched_in_its_beginning():
    long = " ".join(f"word{number:06}" for number in range(MOST_SIGNS // 10))
    book = make_book("en")
    BookFile.objects.create(book=book, edition="en", kind="pdf", text=long)

    assert _pks("word000007") == [book.pk]
    assert _pks(f"word{MOST_SIGNS // 10 - 1:06}") == []


def _words_held() -> int:
    """The number of texts in the database's own index of words that hold “lantern”."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM search_words WHERE search_words MATCH 'lantern'")
        else:
            cursor.execute("SELECT count(*) FROM search_indexedwork WHERE words @@ 'lantern'")
        return cursor.fetchone()[0]


def test_a_renamed_contributor_leaves_no_former_name_behind():
    name = make_contributor("en", name="Lantern Keeper")
    article, book = make_article("en", by=[name]), make_book("en")
    BookCredit.objects.create(book=book, contributor=name)

    name.set_in("en", name="Somebody Else")
    name.save()

    assert _pks("lantern") == []
    assert {(hit.model, hit.pk) for hit in find("somebody", ["en"], limit=10)} == {
        (Article, article.pk),
        (type(book), book.pk),
    }


def test_a_contributor_saved_with_the_same_name_costs_the_search_nothing():
    name = make_contributor("en")
    make_article("en", by=[name])

    with captured() as statements:
        name.save()

    assert [sql for sql in statements if IndexedWork._meta.db_table in sql] == []
