"""`prune_revisions` deletes what is old, but for the newest of each row."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article
from nejat.editorial.revisions.recording import revisions_of
from tests.factories import make_article, make_topic

pytestmark = pytest.mark.django_db


def _prune(*options: str) -> str:
    told = StringIO()
    call_command("prune_revisions", *options, stdout=told)
    return told.getvalue()


@pytest.fixture
def articles() -> list[Article]:
    """Two articles of four revisions each, and a topic; the three oldest of each are old."""
    articles = [make_article("fa"), make_article("fa")]
    for article in articles:
        for number in range(3):
            article.title_fa = f"نامه {number}"
            article.save()
        old = list(revisions_of(Article, article.pk).values_list("pk", flat=True))[1:]
        long_ago = timezone.now() - timedelta(days=100)
        Article.history.model.objects.filter(pk__in=old).update(history_date=long_ago)
    make_topic("fa")
    return articles


def _titles(article: Article) -> list[str]:
    return [revision.title_fa for revision in revisions_of(Article, article.pk)]


def test_the_newest_of_each_are_kept_and_the_counts_are_told(articles):
    told = _prune("--older-than", "90", "--keep", "2")

    assert told == "articles.Article: 4\nRevisions deleted: 4.\n"
    assert [_titles(article) for article in articles] == [["نامه 2", "نامه 1"]] * 2


def test_what_is_not_so_old_is_kept_too(articles):
    assert _prune("--older-than", "90", "--keep", "0").endswith("deleted: 6.\n")
    assert [_titles(article) for article in articles] == [["نامه 2"]] * 2
    assert _prune("--older-than", "90", "--keep", "0") == "Revisions deleted: 0.\n"


def test_a_dry_run_only_counts(articles):
    told = _prune("--older-than", "90", "--keep", "2", "--dry-run")

    assert told == "articles.Article: 4\nRevisions to delete: 4.\n"
    assert [len(_titles(article)) for article in articles] == [4, 4]


def test_a_number_below_zero_is_refused(articles):
    with pytest.raises(CommandError, match="zero or more"):
        _prune("--older-than", "-1")
