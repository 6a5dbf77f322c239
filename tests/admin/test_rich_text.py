"""What the editor of bodies asks of the server, and who is answered."""

import pytest

from nejat.staff.groups import AUTHORS, EDITORS, MODERATORS, TRANSLATORS
from tests.factories import make_article, make_page
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

PASTE = "/admin/rich-text/paste/"
WORKS = "/admin/rich-text/works/"

pytestmark = pytest.mark.django_db


def test_what_is_pasted_comes_back_clean(admin_client):
    answer = admin_client.post(PASTE, {"html": "<p class=MsoNormal onclick=x()><b>باغ</b></p>"})

    assert answer.json() == {"html": "<p><strong>باغ</strong></p>"}


def test_more_than_a_book_is_not_taken(admin_client):
    assert admin_client.post(PASTE, {"html": "a" * 2_000_001}).status_code == 413


def test_works_are_found_in_the_edition_first_and_said_in_its_words(admin_client):
    other = make_article("sq", title="Garden")
    draft = make_article("en", title="The garden", title_fa="باغ", state="draft")

    answer = admin_client.get(WORKS, {"q": "garden", "edition": "en"}).json()
    assert answer["works"] == [
        {
            "work": f"articles.article:{draft.pk}",
            "title": "The garden",
            "lang": "en",
            "kind": "article",
            "phase": "Draft",
        },
        {
            "work": f"articles.article:{other.pk}",
            "title": "Garden",
            "lang": "sq",
            "kind": "article",
            "phase": "Not in this edition",
        },
    ]


def test_a_link_that_is_there_is_told_by_its_title(admin_client):
    work = make_article("fa", title="باغ")

    named = admin_client.get(WORKS, {"work": f"articles.article:{work.pk}", "edition": "fa"})
    assert [found["title"] for found in named.json()["works"]] == ["باغ"]
    for name in ("articles.article:0", "articles.article:x", "auth.user:1", "x", ":", "a.b:٣"):
        assert admin_client.get(WORKS, {"work": name}).json() == {"works": []}


def test_nothing_typed_finds_nothing(admin_client):
    make_article("fa")

    for asked in ({}, {"q": " "}, {"q": "…", "edition": "xx"}):
        assert admin_client.get(WORKS, asked).json() == {"works": []}


def test_only_kinds_that_the_account_sees_are_offered(client):
    article = make_article("fa", title="باغ")
    make_page("fa", title="باغ")
    author = make_staff(AUTHORS)
    client.force_login(author)
    found = client.get(WORKS, {"q": "باغ", "edition": "fa"}).json()["works"]

    sees_pages = author.has_perm("pages.view_page") or author.has_perm("pages.change_page")
    assert [one["work"] for one in found if one["kind"] == "article"] == [
        f"articles.article:{article.pk}"
    ]
    assert (len(found) == 2) == sees_pages


@pytest.mark.parametrize(
    ("group", "status"), [(EDITORS, 200), (AUTHORS, 200), (TRANSLATORS, 200), (MODERATORS, 403)]
)
def test_the_desk_is_answered_and_nobody_else(client, group, status):
    assert client.get(WORKS, {"q": "x"}).status_code == 302
    client.force_login(make_staff(group))

    assert client.get(WORKS, {"q": "x"}).status_code == status
    assert client.post(PASTE, {"html": "x"}).status_code == status


def test_a_search_costs_the_same_with_any_number_of_works(admin_client):
    costs = []
    admin_client.get(WORKS, {"q": "باغ"})  # kinds of content are asked for once
    for _ in (1, 2):
        make_article("fa", title="باغ")
        make_article("fa", title="باغ")
        with captured() as statements:
            admin_client.get(WORKS, {"q": "باغ", "edition": "fa"})
        costs.append(len(statements))
        assert base_columns_read(statements) == set()

    assert costs[0] == costs[1]
