"""A page costs the same number of queries with 1, 3 and 1,000 entries."""

from copy import copy

import pytest
from django.utils import translation

from articles.models import Article, Byline
from nejat.editions.registry import CODES
from nejat.tags.models import TaggedItem
from tests.site import Site, page_addresses
from tests.sql import captured

pytestmark = pytest.mark.django_db

LISTS = {
    "pages:home": 12,
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
    "publications:book_list": 4,
    "publications:newsletter_list": 5,
    "publications:newsletter_year": 5,
    "publications:pars-brief_list": 5,
    "publications:pars-brief_year": 5,
}

MEDIA_PAGES = {
    "media_library:cartoon_detail": 7,
    "media_library:newspicture_detail": 7,
    "media_library:photogallery_detail": 8,
    "media_library:video_detail": 7,
    "publications:book_detail": 8,
    "publications:newsletter_detail": 6,
    "publications:pars-brief_detail": 6,
}


BESIDE_ONE_AND_THREE = pytest.mark.parametrize(
    "standing_site", [1, 3], indirect=True, scope="module"
)


def _address(site: Site, name: str, code: str) -> str:
    with translation.override(code):
        return dict(page_addresses(site))[name]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LISTS)
@BESIDE_ONE_AND_THREE
def test_a_list_costs_the_same_at_one_and_at_three_entries(
    client, django_assert_num_queries, standing_site, name, code
):
    address = _address(standing_site, name, code)
    client.get(address)  # content types are cached from now on

    with django_assert_num_queries(LISTS[name]):
        client.get(address)


@pytest.mark.parametrize("standing_site", [1], indirect=True, scope="module")
def test_every_list_costs_the_same_at_a_thousand_entries(client, standing_site):
    _multiply(standing_site, 1000)

    assert {name: _queries(client, standing_site, name) for name in LISTS} == LISTS


@pytest.mark.parametrize("code", CODES)
@BESIDE_ONE_AND_THREE
def test_an_article_costs_at_most_ten_queries(
    client, django_assert_num_queries, standing_site, code
):
    address = _address(standing_site, "articles:detail", code)
    client.get(address)

    with django_assert_num_queries(10):
        client.get(address)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", MEDIA_PAGES)
@BESIDE_ONE_AND_THREE
def test_a_media_work_costs_the_same_beside_one_and_beside_three(
    client, django_assert_num_queries, standing_site, name, code
):
    address = _address(standing_site, name, code)
    client.get(address)

    with django_assert_num_queries(MEDIA_PAGES[name]):
        client.get(address)


def _queries(client, site: Site, name: str) -> int:
    address = _address(site, name, "fa")
    client.get(address)
    with captured() as statements:
        client.get(address)
    return len(statements)


def _multiply(site: Site, count: int) -> None:
    """Copy the site's article with its topic, tag and byline."""
    copies = [copy(site.article) for _ in range(count - 1)]
    for each in copies:
        each.pk = None
    copies = Article.objects.bulk_create(copies)
    through = Article.topics.through
    through.objects.bulk_create(
        through(article_id=each.pk, topic_id=site.topic.pk) for each in copies
    )
    Byline.objects.bulk_create(Byline(article=c, contributor=site.contributor) for c in copies)
    TaggedItem.objects.bulk_create(TaggedItem(content_object=c, tag=site.tag) for c in copies)
