"""A page costs the same number of queries with 1, 3 and 1,000 entries."""

import pytest
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Byline
from nejat.editions.registry import CODES
from nejat.tags.models import TaggedItem
from tests.site import Site, page_addresses

pytestmark = pytest.mark.django_db

LISTS = {
    "pages:home": 3,
    "articles:list": 2,
    "media_library:cartoon_list": 2,
    "media_library:newspicture_list": 2,
    "media_library:photogallery_list": 2,
    "media_library:video_list": 2,
    "articles:topic": 4,
    "articles:tag": 7,
    "articles:series": 3,
    "articles:contributor": 3,
    "articles:archive": 3,
    "articles:archive_year": 2,
    "articles:archive_month": 4,
}

MEDIA_PAGES = {
    "media_library:cartoon_detail": 7,
    "media_library:newspicture_detail": 7,
    "media_library:photogallery_detail": 8,
    "media_library:video_detail": 7,
}


def _address(site: Site, name: str, code: str) -> str:
    with translation.override(code):
        return dict(page_addresses(site))[name]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_at_one_and_at_three_entries(
    client, django_assert_num_queries, name, count, code
):
    address = _address(Site(count), name, code)
    client.get(address)  # content types are cached from now on

    with django_assert_num_queries(LISTS[name]):
        client.get(address)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_at_a_thousand_entries(client, django_assert_num_queries, name):
    site = Site(1)
    _multiply(site, 1000)
    address = _address(site, name, "fa")
    client.get(address)

    with django_assert_num_queries(LISTS[name]):
        client.get(address)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [1, 3])
def test_an_article_costs_at_most_ten_queries(client, django_assert_num_queries, count, code):
    site = Site(count)
    with translation.override(code):
        address = reverse("articles:detail", args=[site.article.pk, site.article.slug])
    client.get(address)

    with django_assert_num_queries(10):
        client.get(address)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", MEDIA_PAGES)
def test_a_media_work_costs_the_same_beside_one_and_beside_three(
    client, django_assert_num_queries, name, count, code
):
    address = _address(Site(count), name, code)
    client.get(address)

    with django_assert_num_queries(MEDIA_PAGES[name]):
        client.get(address)


def _multiply(site: Site, count: int) -> None:
    """Copy the site's article with its topic, tag and byline."""
    copies = []
    for _ in range(count - 1):
        copy = Article.objects.get(pk=site.article.pk)
        copy.pk = None
        copies.append(copy)
    copies = Article.objects.bulk_create(copies)
    through = Article.topics.through
    through.objects.bulk_create(
        through(article_id=copy.pk, topic_id=site.topic.pk) for copy in copies
    )
    Byline.objects.bulk_create(Byline(article=c, contributor=site.contributor) for c in copies)
    TaggedItem.objects.bulk_create(TaggedItem(content_object=c, tag=site.tag) for c in copies)
