"""Rule 5: an index an edition that public lists use, and constraints that hold without us."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article, Topic
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.pages.models import Page
from nejat.paging import keyset_page
from tests.factories import PUBLISHED_AT, make_article, make_page, make_topic
from tests.sql import captured

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", CODES)
def test_rule_5_the_newest_of_an_edition_come_by_its_partial_index(code):
    plan = _plan(Article.objects.published(code).newest_first(code).for_link(code)[:20])

    assert f"article_public_{code}" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("code", CODES)
def test_rule_5_pages_have_such_an_index_too(code):
    assert f"page_public_{code}" in _plan(Page.objects.published(code).newest_first(code)[:20])


def test_rule_5_an_older_page_seeks_in_the_index():
    for _ in range(5):
        make_article("fa")
    public = Article.objects.published("fa").for_link("fa")

    with captured() as statements:
        keyset_page(public, "published_at_fa", {"before": "1715329800000000-3"}, size=2)

    [sql] = statements
    plan = _plan_of(sql)
    assert "article_public_fa" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("make", [make_article, make_page])
@pytest.mark.parametrize("missing", ["title", "slug"])
@pytest.mark.parametrize("nothing", ["", None])
def test_rule_5_a_published_edition_without_its_texts_is_refused(code, make, missing, nothing):
    _assert_refused(make(code), column(missing, code), nothing)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("make", [make_article, make_page])
def test_rule_5_a_published_edition_without_a_date_is_refused(code, make):
    _assert_refused(make(code), column("published_at", code), None)


def _assert_refused(work, name, nothing):
    rows = type(work).objects.filter(pk=work.pk)
    with pytest.raises(IntegrityError, match="_complete_"), transaction.atomic():
        rows.update(**{name: nothing})


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn", "", None])
def test_rule_5_any_other_state_may_be_incomplete(state):
    work = make_article("fa", title_en="Elsewhere")

    changed = Article.objects.filter(pk=work.pk).update(
        state_fa=state, title_fa=None, slug_fa="", published_at_fa=None
    )

    assert changed == 1


def test_rule_5_an_edition_answers_for_itself_alone():
    work = make_article("fa")
    with pytest.raises(IntegrityError, match="article_complete_sq"), transaction.atomic():
        Article.objects.filter(pk=work.pk).update(
            state_sq="published", published_at_sq=PUBLISHED_AT
        )


def test_two_labels_may_not_share_an_address_in_one_edition():
    make_topic("fa", slug="خانه")
    make_topic("ar", slug="خانه")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_topic("fa", slug="خانه")


def test_labels_without_an_address_do_not_collide():
    make_topic("fa")
    make_topic("fa")
    empty = Topic.objects.filter(slug_en="").update(slug_en=None)

    assert empty == 2


def _plan(queryset) -> str:
    with captured() as statements:
        list(queryset)
    [sql] = statements
    return _plan_of(sql)


def _plan_of(sql: str) -> str:
    """What the database would do, were its tables too large to read through."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
            cursor.execute(f"EXPLAIN {sql}")
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())
