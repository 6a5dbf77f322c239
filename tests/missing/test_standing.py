"""A redirect begins where nothing stands: each page of the site is asked itself."""

from urllib.parse import unquote

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.missing.addresses import normal_path
from nejat.missing.standing import is_taken
from tests.factories import (
    make_article,
    make_book,
    make_cartoon,
    make_issue,
    make_page,
    make_tag,
    make_topic,
    make_video,
)
from tests.missing.making import make_redirect, targets
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

WORKS = [make_article, make_book, make_cartoon, make_issue, make_page, make_video]


def _free(*paths: str) -> list[str]:
    return [path for path in paths if not is_taken(normal_path(path))]


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_the_site_stands_at_its_address(standing_pages, code):
    addresses = {unquote(a.partition("?")[0]) for _name, a, _answer in standing_pages[code]}

    assert len(addresses) > 30
    assert _free(*(a for a in addresses if a.startswith(f"/{code}/"))) == []


@pytest.mark.parametrize(
    "path", ["/fa/articles/", "fa/articles", "/FA/Articles/?a=b", "/fa/about/"]
)
def test_a_redirect_from_a_page_is_refused_and_says_why(path):
    with pytest.raises(ValidationError) as refusal:
        make_redirect(path, "/fa/contact/")

    assert refusal.value.message_dict == {"path": ["A page stands there already."]}
    assert targets() == {}


@pytest.mark.parametrize("make", WORKS)
def test_a_work_stands_at_its_number_whatever_the_slug(make):
    work = make("fa")
    start = unquote(work.url_in("fa")).removesuffix(f"{work.slug_fa}/")

    assert start.endswith(f"/{work.pk}/")
    assert _free(start, f"{start}x/", work.url_in("fa")) == []
    elsewhere = [start.replace("/fa/", "/en/"), f"{start}a%20b/"]  # no slug has a space
    assert _free(*elsewhere) == elsewhere


@pytest.mark.parametrize("make", WORKS)
@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft"},
        {"state": "withdrawn"},
        {"published_at": "2999-01-01T00:00Z"},
        {"expires_at": "2024-06-01T00:00Z"},
    ],
)
def test_a_work_that_readers_do_not_see_leaves_its_address_free(make, fields):
    path = make("fa", **fields).url_in("fa")

    assert _free(path) == [path]


def test_labels_and_years_stand_where_there_are_some():
    make_topic("fa", slug="garden")
    make_tag("en", slug="garden")
    make_article("fa", published_at="2024-05-01T00:00Z")
    there = ["/fa/topic/garden/", "/fa/archive/1403/", "/fa/topic/garden/feed/"]
    elsewhere = ["/fa/tag/garden/", "/fa/topic/gardn/", "/fa/archive/1340/", "/fa/archive/1403/13/"]

    assert _free(*there) == []
    assert _free(*elsewhere) == elsewhere


def test_addresses_that_nobody_could_type_are_asked_for_harmlessly():
    paths = [f"/fa/articles/{'9' * 40}/", "/fa/topic/%00/", "/fa/tag/%E2%80%AE/", "/fa/%20/"]

    assert _free(*paths) == paths


@pytest.mark.parametrize("hosts", [["*"], [".example.org"], ["example.org"], []])
def test_a_page_is_asked_under_whatever_host_the_site_has(settings, hosts):
    settings.ALLOWED_HOSTS = hosts
    settings.DEBUG = not hosts  # without hosts, Django answers on one's own machine alone

    assert _free("/fa/", "/fa/feed/", make_article("fa").url_in("fa")) == []


def test_asking_changes_nothing_and_reads_no_base_column():
    article = make_article("fa", topics=[make_topic("fa")])
    before = Article.objects.values().get(pk=article.pk)

    with captured() as statements:
        is_taken(normal_path(article.url_in("fa")))

    assert base_columns_read(statements) == set()
    assert [sql for sql in statements if not sql.startswith("SELECT")] == []
    assert Article.objects.values().get(pk=article.pk) == before


def test_what_nothing_answers_to_costs_no_query():
    with captured() as statements:
        assert _free("/fa/old/garden/", "/fa/posts/12/") != []

    assert statements == []


def test_what_is_free_leads_on_and_what_is_taken_answers(client: Client):
    article = make_article("fa")
    make_redirect("/fa/articles/987041/x", "/fa/about/")

    assert client.get("/fa/articles/987041/x/")["Location"] == "/fa/about/"
    assert client.get(f"/fa/articles/{article.pk}/x/")["Location"] == article.url_in("fa")
