"""What the editor of bodies asks of the server, and who is answered."""

import pytest

from nejat.staff.groups import AUTHORS, EDITORS, MODERATORS, TRANSLATORS
from tests.factories import make_article, make_gallery, make_page, make_video
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

PASTE = "/admin/rich-text/paste/"
WORKS = "/admin/rich-text/works/"

pytestmark = pytest.mark.django_db


def _paste(client, html: str):
    return client.post(PASTE, html, content_type="text/html; charset=utf-8")


def test_what_is_pasted_comes_back_clean(admin_client):
    answer = _paste(admin_client, "<p class=MsoNormal onclick=x()><b>باغ</b></p>")

    assert answer.json() == {"html": "<p><strong>باغ</strong></p>"}


def test_as_much_is_pasted_as_a_form_may_send_and_no_more(admin_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    assert _paste(admin_client, "باغ" * 16).json() == {"html": "باغ" * 16}  # 96 bytes
    assert _paste(admin_client, "a" * 101).status_code == 413


def test_the_editor_is_told_how_much_that_is(admin_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3_000_000

    form = admin_client.get("/admin/articles/article/add/")
    assert 'data-most="3000000"' in form.text


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
            "address": f"/admin/articles/article/{draft.pk}/change/",
            "phase": "Draft",
        },
        {
            "work": f"articles.article:{other.pk}",
            "title": "Garden",
            "lang": "sq",
            "kind": "article",
            "address": f"/admin/articles/article/{other.pk}/change/",
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


def test_films_and_galleries_alone_are_offered_where_they_are_asked_for(admin_client):
    make_article("fa", title="باغ")
    film, gallery = make_video("fa", title="باغ"), make_gallery("fa", title="باغ")
    asked = {"q": "باغ", "edition": "fa", "kinds": "media_library.video,media_library.photogallery"}

    found = admin_client.get(WORKS, asked).json()["works"]
    assert {one["work"] for one in found} == {
        f"media_library.video:{film.pk}",
        f"media_library.photogallery:{gallery.pk}",
    }
    assert admin_client.get(WORKS, {**asked, "kinds": "auth.user"}).json() == {"works": []}


@pytest.mark.parametrize(
    ("group", "status"), [(EDITORS, 200), (AUTHORS, 200), (TRANSLATORS, 200), (MODERATORS, 403)]
)
def test_the_desk_is_answered_and_nobody_else(client, group, status):
    assert client.get(WORKS, {"q": "x"}).status_code == 302
    client.force_login(make_staff(group))

    assert client.get(WORKS, {"q": "x"}).status_code == status
    assert _paste(client, "x").status_code == status


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
