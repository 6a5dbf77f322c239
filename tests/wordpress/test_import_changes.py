"""What a newer export changes besides the text: pins, comments, order, labels."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.models import Article
from nejat.pages.models import Page
from tests.wordpress.wxr import Importer, item

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
