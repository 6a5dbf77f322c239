"""Which images the bodies of works show is written in the transaction that saves the work."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction

from articles.models import Article
from nejat.editorial.body_images import BodyImage, images_named
from tests.factories import make_article, make_page
from tests.sql import captured

pytestmark = pytest.mark.django_db

TWO = '<p>A.</p><figure data-image="7"></figure><figure data-image="9"></figure>'


def _recorded(work) -> list[tuple[str, int]]:
    kind = ContentType.objects.get_for_model(work)
    rows = BodyImage.objects.filter(content_type=kind, object_id=work.pk)
    return list(rows.order_by("column", "image").values_list("column", "image"))


@pytest.mark.parametrize(
    ("html", "numbers"),
    [
        (TWO, [7, 9]),
        ('<figure class="picture" data-image="3"><figcaption>A</figcaption></figure>', [3]),
        ('<figure data-image="3"></figure><figure data-image="3"></figure>', [3]),
        ('<p data-image="3">A</p>', []),
        ("", []),
        (None, []),
    ],
)
def test_a_body_names_its_images_by_number(html, numbers):
    assert images_named(html) == numbers


@pytest.mark.parametrize("make", [make_article, make_page])
def test_every_body_of_a_work_is_recorded(make):
    work = make("fa", body=TWO, body_en='<figure data-image="7"></figure>')

    assert _recorded(work) == [("body_en", 7), ("body_fa", 7), ("body_fa", 9)]


def test_what_a_text_no_longer_shows_is_forgotten():
    work = make_article("fa", body=TWO, body_en=TWO)

    work.body_fa = '<figure data-image="9"></figure><figure data-image="11"></figure>'
    work.save()

    expected = [("body_en", 7), ("body_en", 9), ("body_fa", 9), ("body_fa", 11)]
    assert _recorded(work) == expected


def test_a_save_of_some_columns_leaves_the_others_alone():
    work = make_article("fa", body=TWO)
    work.body_fa, work.body_sq = "", TWO

    work.save(update_fields=["body_sq"])

    assert _recorded(work) == [("body_fa", 7), ("body_fa", 9), ("body_sq", 7), ("body_sq", 9)]


def test_a_save_of_a_work_whose_bodies_were_not_loaded_forgets_nothing():
    pk = make_article("fa", body=TWO).pk

    Article.objects.only("title_fa").get(pk=pk).save(update_fields=["title_fa"])

    assert _recorded(Article(pk=pk)) == [("body_fa", 7), ("body_fa", 9)]


def test_works_created_together_are_recorded():
    works = Article.objects.bulk_create([Article(body_fa=TWO), Article(body_ar=TWO)])

    assert [_recorded(work) for work in works] == [
        [("body_fa", 7), ("body_fa", 9)],
        [("body_ar", 7), ("body_ar", 9)],
    ]


def test_nothing_is_written_when_the_images_stay_the_same():
    work = make_article("fa", body=TWO)
    with captured() as statements:
        work.save()

    assert len([sql for sql in statements if "editorial_bodyimage" in sql]) == 1


def test_a_work_that_cannot_be_saved_records_nothing():
    work = make_article("fa", body="<p>A.</p>")
    work.body_fa, work.title_fa = TWO, ""

    with pytest.raises(IntegrityError), transaction.atomic():
        work.save()

    assert _recorded(work) == []


def test_the_images_of_a_deleted_work_are_forgotten():
    work = make_article("fa", body=TWO)

    work.delete()

    assert BodyImage.objects.count() == 0
