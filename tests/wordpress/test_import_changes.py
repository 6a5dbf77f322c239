"""What a newer export changes besides the text: pins, comments, order, labels."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.models import Article
from nejat.pages.models import Page
from tests.factories import make_contributor, make_tag, make_topic
from tests.wordpress.wxr import Importer, author, category, item, link, meta

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 6, 1, tzinfo=UTC)
PINNED = NOW + timedelta(days=30)


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.mark.parametrize(("before", "after", "until"), [(0, 1, PINNED), (1, 0, None)])
def test_a_post_is_pinned_and_unpinned(run, before, after, until):
    with time_machine.travel(NOW, tick=False):
        run(item(1, is_sticky=before))
        run(item(1, is_sticky=after))

    assert Article.objects.get().pinned_until_fa == until
    assert run.totals("post") == {"read": 1, "updated": 1}


def test_a_post_that_stays_sticky_is_pinned_once(run):
    with time_machine.travel(NOW, tick=False):
        run(item(1, is_sticky=1))
    with time_machine.travel(NOW + timedelta(days=60), tick=False):
        run(item(1, is_sticky=1, title="New"))

    article = Article.objects.get()
    assert (article.title_fa, article.pinned_until_fa) == ("New", PINNED)


def test_comments_are_closed_when_the_source_closed_them(run):
    run(item(1))

    run(item(1, comment_status="closed"))

    assert Article.objects.get().comments_open is False
    assert run.totals("post") == {"read": 1, "updated": 1}


def test_a_page_moves_in_the_order_of_pages(run):
    run(item(1, post_type="page", menu_order=1))

    run(item(1, post_type="page", menu_order=7))

    assert Page.objects.get().position == 7
    assert run.totals("page") == {"read": 1, "updated": 1}


OLD = [link("category", "old"), link("post_tag", "old"), link("blogs", "old")]
NEW = [link("category", "new"), link("post_tag", "new"), link("blogs", "new")]
BOTH = (category(1, "old", "Old"), category(2, "new", "New"))


def labels(article):
    """The addresses of its topics, tags and writers, and of its primary topic."""
    writers = [byline.contributor.slug_fa for byline in article.bylines.all()]
    topics = sorted(topic.slug_fa for topic in article.topics.all())
    tags = sorted(tag.slug_fa for tag in article.tags.all())
    return topics, tags, writers, article.primary_topic and article.primary_topic.slug_fa


def test_labels_are_replaced_by_those_of_the_newer_export(run):
    run(*BOTH, item(1, *OLD))

    run(*BOTH, item(1, *NEW))

    assert labels(Article.objects.get()) == (["new"], ["new"], ["new"], "new")
    assert run.totals("post") == {"read": 1, "updated": 1}


def test_a_post_may_lose_all_its_labels(run):
    run(*BOTH, item(1, *OLD))

    run(*BOTH, item(1))

    assert labels(Article.objects.get()) == ([], [], [], None)


def test_writers_stand_in_the_order_of_the_newer_export(run):
    run(item(1, link("blogs", "north"), link("blogs", "south")))

    run(item(1, link("blogs", "south"), link("blogs", "north")))

    assert labels(Article.objects.get())[2] == ["south", "north"]


def test_labels_made_here_stay(run):
    run(*BOTH, item(1, *OLD))
    article = Article.objects.get()
    own = make_topic("fa", slug="own")
    article.topics.add(own)
    article.tags.add(make_tag("fa", slug="own"))
    article.bylines.create(contributor=make_contributor("fa", slug="own"), position=9)
    Article.objects.update(primary_topic=own)

    run(*BOTH, item(1, *NEW))

    expected = ["new", "own"], ["new", "own"], ["new", "own"], "own"
    assert labels(Article.objects.get()) == expected


def test_an_imported_contributor_stays_in_another_role(run):
    ali = author("ali", "Ali")
    run(ali, item(1, creator="ali"))
    byline = Article.objects.get().bylines.get()
    byline.article.bylines.create(contributor=byline.contributor, role="translator")

    run(ali, item(1))

    assert list(byline.article.bylines.values_list("role", flat=True)) == ["translator"]


def test_another_topic_becomes_the_primary_one(run):
    topics = [link("category", "old"), link("category", "new")]
    run(*BOTH, item(1, *topics, meta("_yoast_wpseo_primary_category", 1)))

    run(*BOTH, item(1, *topics, meta("_yoast_wpseo_primary_category", 2)))

    assert labels(Article.objects.get())[3] == "new"


@pytest.mark.parametrize("slug", ["rain", "shared"])
def test_labels_of_another_edition_stay(run, slug):
    def in_edition(old_id, code, *links, **said):
        place = link("language", code), link("post_translations", "pair")
        return item(old_id, *links, *place, **said)

    tag = link("post_tag", slug)
    shared = item(9, link("post_tag", "shared"), link("language", "fa"))
    run(shared, in_edition(1, "fa", link("post_tag", "old")), in_edition(2, "en", tag))
    run(shared, in_edition(1, "fa", title="New"), in_edition(2, "en", tag))

    article = Article.objects.get(title_fa="New")
    assert [tag.slug_en for tag in article.tags.all()] == [slug]
