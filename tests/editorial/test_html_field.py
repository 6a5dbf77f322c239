"""Bodies are clean in the database, by whatever way they came."""

import pytest

from articles.models import Article
from nejat.editorial.fields import HtmlFormField
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DIRTY = '<p onclick="x()">باغ</p><script>alert(1)</script>'
CLEAN = "<p>باغ</p>"


def _stored(article: Article) -> str:
    return Article.objects.values_list("body_fa", flat=True).get(pk=article.pk)


def test_a_body_is_clean_when_all_of_a_work_is_saved():
    article = make_article("fa", body=DIRTY)

    assert (_stored(article), article.body_fa) == (CLEAN, CLEAN)


def test_a_body_is_clean_when_it_alone_is_saved():
    article = make_article("fa")
    article.body_fa = DIRTY
    article.save(update_fields=["body_fa"])

    assert _stored(article) == CLEAN


def test_bodies_are_clean_when_many_works_are_written_at_once():
    [article] = Article.objects.bulk_create([Article(title_fa="باغ", body_fa=DIRTY)])

    assert _stored(article) == CLEAN


def test_a_body_is_clean_when_many_works_are_changed_at_once():
    article = make_article("fa")
    article.body_fa = DIRTY
    Article.objects.bulk_update([article], ["body_fa"])

    assert _stored(article) == CLEAN


def test_a_body_is_clean_when_it_is_updated_in_place():
    article = make_article("fa")
    Article.objects.filter(pk=article.pk).update(body_fa=DIRTY)

    assert _stored(article) == CLEAN


@pytest.mark.parametrize(
    ("typed", "is_changed"),
    [
        ("<p>باغ</p>\r\n<p>خانه</p>", False),
        ("<p>باغ</p><p>خانه</p>", False),
        ('<p onclick="x()">باغ</p><p>خانه</p>\n', False),
        ("باغ\r\n\r\nخانه", False),
        ("<p>باغ</p><p>خا نه</p>", True),
        ("<p>باغ</p><p><strong>خانه</strong></p>", True),
        ("", True),
        (None, True),
    ],
)
def test_a_form_tells_another_text_from_another_way_to_write_it(typed, is_changed):
    field = HtmlFormField(required=False)

    assert field.has_changed("<p>باغ</p>\n<p>خانه</p>", typed) is is_changed
