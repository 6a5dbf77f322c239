"""What is imported answers at the addresses it had."""

import pytest

from articles.models import Article, Contributor, Topic
from nejat.pages.models import Page
from nejat.tags.models import Tag
from tests.wordpress.wxr import Importer, author, category, item, link, meta, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        "posts/12",
        "?p=12",
        "2012/05/rain",
        "2012/05/rain/amp/",
        "%d8%a8%d8%a7%d8%b1",
        "an-older-name/",
    ],
)
def test_an_article_answers_at_each_of_its_old_addresses(run, client, path):
    old_slugs = [meta("_wp_old_slug", slug) for slug in ("%d8%a8%d8%a7%d8%b1", "an-older-name")]
    run(item(12, *old_slugs, link="https://example.org/fa/2012/05/rain/"))

    answer = client.get(f"/fa/{path}")

    assert (answer.status_code, answer["Location"]) == (301, Article.objects.get().url_in("fa"))


@pytest.mark.parametrize("path", ["history", "about/history", "?page_id=5"])
def test_a_page_answers_at_each_of_its_old_addresses(run, client, path):
    address = "https://example.org/fa/about/history/"
    run(item(5, post_type="page", post_name="history", link=address))

    answer = client.get(f"/fa/{path}")

    assert (answer.status_code, answer["Location"]) == (301, Page.objects.get().url_in("fa"))


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("topic/%d9%86%d8%a7%d9%85%d9%87/page/3", Topic),
        ("tag/rain", Tag),
        ("blog/north", Contributor),
        ("author/ali", Contributor),
    ],
)
def test_labels_answer_at_their_old_addresses(run, client, path, model):
    run(
        author("Ali", "Ali") if "author" in path else term(4, "blogs", "north", "North"),
        category(1, "%d9%86%d8%a7%d9%85%d9%87", "نامه"),
        item(1, link("post_tag", "rain")),
    )

    answer = client.get(f"/fa/{path}")

    assert (answer.status_code, answer["Location"]) == (301, model.objects.get().url_in("fa"))


def test_of_two_that_had_one_address_the_first_keeps_it(run, client):
    same = "https://example.org/fa/rain"
    run(item(1, link=same), item(2, link=same))

    first = Article.objects.earliest("pk")
    assert client.get("/fa/rain")["Location"] == first.url_in("fa")
