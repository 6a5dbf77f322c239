"""The command that tells the search of every work anew."""

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Article
from nejat.search.backends import backend
from nejat.search.finding import find
from nejat.search.models import IndexedWork
from tests.factories import make_article, make_book, make_contributor
from tests.site import Site

pytestmark = pytest.mark.django_db
FIELDS = ("content_type", "object_id", "edition", "title", "standfirst", "body", "text")


def _known() -> set[tuple]:
    return set(IndexedWork.objects.values_list(*FIELDS, "is_published", "published_at"))


def test_it_makes_anew_what_saving_has_made(capsys):
    Site(2)
    known = _known()
    IndexedWork.objects.all().delete()

    call_command("rebuild_search_index")

    assert _known() == known
    works = IndexedWork.objects.values("content_type", "object_id").distinct().count()
    assert capsys.readouterr().out == f"The search knows of {works} works.\n"


def test_it_mends_what_was_written_past_the_search():
    article = make_article("en", title="lantern", by=[make_contributor("en", name="Keeper")])
    gone = make_book("en", title="lantern")
    Article.objects.filter(pk=article.pk).update(title_en="candle")
    type(gone).objects.filter(pk=gone.pk)._raw_delete("default")

    call_command("rebuild_search_index")

    assert [hit.pk for hit in find("candle keeper", ["en"], limit=10)] == [article.pk]
    assert find("lantern", ["en"], limit=10) == []


def test_it_does_nothing_on_an_index_that_is_filled_when_asked_so():
    make_article("en", title="lantern")
    rows = list(IndexedWork.objects.values_list("pk", flat=True))

    call_command("rebuild_search_index", if_empty=True)

    assert list(IndexedWork.objects.values_list("pk", flat=True)) == rows


@pytest.mark.django_db(transaction=True)
def test_the_index_of_words_can_be_dropped_and_made_again():
    """What a migration does that alters the table."""
    make_article("en", title="lantern")
    with connection.cursor() as cursor:
        for statement in (*backend().REMOVE, *backend().INSTALL):
            cursor.execute(statement)

    assert len(find("lantern", ["en"], limit=10)) == 1
    call_command("rebuild_search_index")
    assert len(find("lantern", ["en"], limit=10)) == 1
