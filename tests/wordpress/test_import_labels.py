"""Categories, tags, sources and accounts of an export."""

import pytest

from articles.models import Article, Byline, Contributor, Topic
from nejat.tags.models import Tag
from tests.factories import make_topic
from tests.wordpress.wxr import Importer, author, category, item, link, meta, term

pytestmark = pytest.mark.django_db

TREE = (
    category(2, "letters", "Letters", parent="archive"),
    category(3, "families", "Families", parent="letters"),
    category(1, "archive", "Archive"),
)
ALL_THREE = [link("category", slug) for slug in ("archive", "families", "letters")]


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


def test_parents_may_come_after_their_children(run):
    run(*TREE)

    topics = Topic.objects.order_by("slug_fa").values_list("slug_fa", "parent__slug_fa")
    assert list(topics) == [("archive", None), ("families", "letters"), ("letters", "archive")]
    assert run.totals("topic") == {"read": 3, "created": 3}


def test_categories_that_are_their_own_ancestors_end_somewhere(run):
    run(category(1, "a", "A", parent="b"), category(2, "b", "B", parent="a"))

    assert Topic.objects.filter(parent=None).count() == 1


def test_an_article_stands_under_all_its_topics_and_the_deepest_first(run):
    run(*TREE, item(1, *ALL_THREE))

    article = Article.objects.get()
    assert article.topics.count() == 3
    assert article.primary_topic.slug_fa == "families"


def test_the_topic_that_yoast_calls_primary_is_primary(run):
    run(*TREE, item(1, *ALL_THREE, meta("_yoast_wpseo_primary_category", 2)))

    assert Article.objects.get().primary_topic.slug_fa == "letters"


def test_a_topic_of_that_address_is_used_again(run):
    topic = make_topic("fa", name="نامه‌ها", slug="letters")

    run(category(1, "letters", "Letters"))

    assert list(Topic.objects.values_list("pk", "name_fa")) == [(topic.pk, "نامه‌ها")]
    assert run.totals("topic") == {"read": 1, "unchanged": 1}


def test_slugs_that_are_cut_alike_stay_apart(run):
    run(category(1, "a" * 90 + "1", "One"), category(2, "a" * 90 + "2", "Two"))

    assert [len(slug) for slug in Topic.objects.values_list("slug_fa", flat=True)] == [80, 77]


def test_a_long_name_is_cut_and_named(run):
    run(term(7, "post_tag", "long", "x" * 150))

    assert Tag.objects.get().name_fa == "x" * 99 + "…"
    assert run.repairs(7) == ["name cut at 100 characters"]


def test_tags_stand_on_their_articles(run):
    run(item(1, link("post_tag", "rain", "باران")))

    article = Article.objects.get()
    assert list(article.tags.values_list("slug_fa", "name_fa")) == [("rain", "باران")]


def test_the_source_named_by_a_term_is_the_writer(run):
    run(
        author("editor", "Editor"),
        term(4, "blogs", "north", "Northern office"),
        item(1, link("blogs", "north"), creator="editor"),
    )

    byline = Byline.objects.get()
    assert (byline.contributor.name_fa, byline.role) == ("Northern office", "writer")
    assert byline.contributor.kind == Contributor.Kind.ORGANISATION
    assert run.totals("contributor") == {"read": 2, "created": 2}


def test_without_a_source_the_account_is_the_writer(run):
    run(author("ali", "Ali Rezaei"), item(1, creator="ali"))

    contributor = Byline.objects.get().contributor
    assert (contributor.name_fa, contributor.kind) == ("Ali Rezaei", Contributor.Kind.PERSON)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("archive", "the account bears the name of the site, not of a writer"),
        ("a@example.org", "the account has no name but an e-mail address"),
    ],
)
def test_an_account_that_names_nobody_is_no_contributor(run, name, reason):
    report = run(author("a", name), item(1, creator="a"))

    assert not Byline.objects.exists()
    assert [skip["reason"] for skip in report["skipped"]] == [reason]


def test_terms_of_other_taxonomies_are_named(run):
    report = run(term(4, "nav_menu", "main", "Main"))

    assert report["skipped"] == [
        {
            "kind": "term",
            "old_id": 4,
            "title": "Main",
            "reason": "terms of the taxonomy nav_menu are not taken over",
        }
    ]


def test_a_renamed_category_is_renamed_here_unless_edited(run):
    run(category(1, "letters", "Letters"))
    run(category(1, "letters", "All letters"))
    assert Topic.objects.get().name_fa == "All letters"

    Topic.objects.update(name_fa="Edited")
    run(category(1, "letters", "Letters again"))

    assert Topic.objects.get().name_fa == "Edited"
    assert run.totals("topic") == {"read": 1, "skipped": 1}
