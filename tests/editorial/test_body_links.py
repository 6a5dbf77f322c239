"""Links of bodies to works of ours lead to the work in the reader's edition."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from media_library.showing import bodies_html, body_html
from nejat.search.finding import find
from tests.factories import PUBLISHED_AT, make_article, make_issue
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


def _linked(work, words="باغ"):
    return f'<p>a <a data-work="{work._meta.label_lower}:{work.pk}">{words}</a> b</p>'


def test_a_link_leads_to_the_work_in_the_edition_of_the_page():
    work = make_article("fa", title="باغ", slug_sq="kopshti", title_sq="Kopshti")
    work.set_in("sq", state="published", published_at=PUBLISHED_AT)
    work.save()

    for code in ("fa", "sq"):
        with translation.override(code):
            html = body_html(_linked(work))
        assert html == f'<p>a <a href="{work.url_in(code)}">باغ</a> b</p>'


@pytest.mark.parametrize(
    "values",
    [
        {"state": "draft"},
        {"state": "withdrawn"},
        {"published_at": timezone.now() + timedelta(days=1)},
        {"expires_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_a_work_that_is_not_public_leaves_its_words(values):
    work = make_article("fa", **values)

    with translation.override("fa"):
        assert body_html(_linked(work)) == "<p>a باغ b</p>"


@pytest.mark.parametrize(
    "name", ["articles.article:987654", "auth.user:1", "articles.topic:1", "nothing.here:1", "x:1"]
)
def test_what_is_no_work_leaves_its_words(name):
    with translation.override("fa"):
        assert body_html(f'<a data-work="{name}">باغ</a>') == "باغ"


def test_a_title_and_marks_of_a_link_are_kept():
    work = make_article("fa")
    html = f'<a title="5 > 4" data-work="articles.article:{work.pk}" lang="en"><em>x</em></a>'

    with translation.override("fa"):
        shown = body_html(html)
    address = work.url_in("fa")
    assert shown == f'<a title="5 > 4" href="{address}" lang="en"><em>x</em></a>'


@pytest.mark.parametrize("count", [1, 3])
def test_links_cost_one_query_for_each_kind_however_many(count):
    works = [make_article("fa") for _ in range(count)] + [make_issue("fa") for _ in range(count)]
    bodies = ["".join(map(_linked, works)), "".join(map(_linked, works))]

    with translation.override("fa"), captured() as statements:
        shown = bodies_html(bodies)
    assert all(work.url_in("fa") in html for work in works for html in shown)
    assert len(statements) == 2
    assert base_columns_read(statements) == set()


def test_a_text_without_links_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert body_html('<p><a href="/fa/">x</a></p>') == '<p><a href="/fa/">x</a></p>'


def test_the_feed_and_the_search_read_the_link_too(client):
    work = make_article("fa", title="مقصد")
    other = make_article("fa", title="دیگر", body=_linked(work, "زنبورستان"))

    feed = client.get("/fa/articles/feed/").content.decode()
    assert f"http://testserver{work.url_in('fa')}" in feed
    assert [hit.pk for hit in find("زنبورستان", ["fa"], limit=5)] == [other.pk]
