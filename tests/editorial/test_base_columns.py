"""Rule 3: queries name the column of an edition and never read the one without."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone, translation

from articles.archives import articles_of, months
from articles.models import Article, Contributor, Series, Topic
from articles.reading import article_context, recent_articles
from nejat.editions.calendars import Month
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.archives import years
from nejat.editorial.columns import column
from nejat.editorial.states import Phase
from nejat.pages.models import Page
from nejat.paging import keyset_page
from nejat.tags.models import Tag
from tests.factories import (
    make_article,
    make_contributor,
    make_page,
    make_series,
    make_tag,
    make_topic,
)
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    topic = make_topic("fa", parent=make_topic("fa"))
    article = make_article(
        "fa",
        topics=[topic],
        tags=[make_tag("fa")],
        by=[make_contributor("fa")],
        primary_topic=topic,
        series=make_series("fa"),
        pinned_until=timezone.now() + timedelta(days=1),
    )
    article.related.add(make_article("fa", primary_topic=topic))
    make_page("fa")
    return article


@pytest.mark.parametrize("language", CODES)
def test_questions_about_works_read_no_base_column(article, language):
    with translation.override(language), captured() as statements:
        for works in (Article.objects, Page.objects):
            list(works.all())
            list(works.in_edition("fa"))
            list(works.published("fa").newest_first("fa").with_publication("fa", "title", "body"))
            for phase in Phase.values:
                list(works.in_phase(phase, "fa"))
            works.get(pk=works.first().pk).refresh_from_db()

    assert statements != []
    assert base_columns_read(statements) == set()


@pytest.mark.parametrize("language", CODES)
def test_questions_about_articles_read_no_base_column(article, language):
    public = Article.objects.published("fa")
    with translation.override(language), captured() as statements:
        list(public.for_card("fa"))
        list(public.for_link("fa"))
        shown = public.for_page("fa").get(pk=article.pk)
        article_context(shown, "fa")
        recent_articles("fa")
        list(public.under_topics(Topic.objects.with_descendants(article.primary_topic_id)))
        list(public.tagged(article.tags.get()))
        list(public.by_contributor(article.contributors.get()))
        list(public.pinned("fa", timezone.now()))
        keyset_page(public, "published_at_fa", {"before": "1715329800000000-1"}, size=2)
        edition = get_edition("fa")
        (
            years(Article.objects.all(), edition),
            months(1403, edition),
            list(articles_of(Month(1403, 2), edition)),
        )

    assert len(statements) > 15
    assert base_columns_read(statements) == set()


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("model", [Topic, Tag, Series, Contributor])
def test_questions_about_labels_read_no_base_column(article, model, language):
    with translation.override(language), captured() as statements:
        list(model.objects.all())
        list(model.objects.in_edition("fa").for_page("fa"))
        model.objects.first().full_clean()
        model.objects.first().save()
        model.objects.create(**{column("name", language): "9"}).delete()

    assert statements != []
    assert base_columns_read(statements) == set()


def test_relations_are_followed_without_base_columns(article):
    with captured() as statements:
        found = Article.objects.get(pk=article.pk)
        _ = [found.primary_topic.parent, found.series, list(found.topics.all())]
        _ = [list(found.related.all()), list(found.tags.all()), list(found.contributors.all())]
        _ = [byline.contributor for byline in found.bylines.all()]

    assert len(statements) >= 9
    assert base_columns_read(statements) == set()


def test_tags_are_set_and_taken_away_by_their_rows(article):
    kept, taken, new = make_tag("fa"), make_tag("fa"), make_tag("sq")
    article.tags.set([kept, taken])

    with captured() as statements:
        article.tags.set([kept, taken, new])
        article.tags.remove(taken)

    assert list(article.tags.all()) == [kept, new]
    assert base_columns_read(statements) == set()


def test_saving_a_loaded_work_leaves_the_base_columns_alone(article):
    found = Article.objects.get(pk=article.pk)
    found.title_fa = "عنوان تازه"
    with captured() as statements:
        found.save()

    [update] = [sql for sql in statements if sql.startswith("UPDATE")]
    assert '"title_fa" = ' in update
    assert '"title" = ' not in update


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ('SELECT "articles_article"."title" FROM "articles_article"', {"articles_article.title"}),
        ('SELECT T4."name" FROM "articles_topic" T4', {"articles_topic.name"}),
        ('SELECT 1 FROM "tags_tag" U0 WHERE U0."slug" > 1', {"tags_tag.slug"}),
        ('SELECT "articles_article"."title_fa", "auth_user"."name" FROM "auth_user"', set()),
        ('INSERT INTO "tags_tag" ("name", "slug") VALUES (1, 2)', set()),
        ('UPDATE "tags_tag" SET "name" = 1 WHERE "tags_tag"."id" = 1', set()),
    ],
)
def test_the_reader_of_sql_knows_reading_from_writing(sql, read):
    assert base_columns_read([sql]) == read


def test_the_reader_of_sql_finds_what_the_library_does_not_rewrite(article):
    """F() in an ordering is one of its known gaps; the helper must see such a query."""
    with captured() as statements:
        list(Article.objects.rewrite(False).order_by(F("title")).values_list("pk"))

    assert base_columns_read(statements) == {"articles_article.title"}
