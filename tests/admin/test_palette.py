"""What the palette finds of works, for whom, and what it costs."""

import pytest
from django.contrib.auth.models import Permission, User

from nejat.staff.groups import MODERATORS
from tests.factories import make_article, make_book, make_page, make_video
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

GO_TO = "/admin/go-to/"

pytestmark = pytest.mark.django_db


def _found(client, q: str) -> list[dict]:
    return client.get(GO_TO, {"q": q}).json()["works"]


def test_a_work_is_found_by_its_title_in_any_edition(admin_client):
    draft = make_article("en", title="The garden", title_fa="باغ کوچک", state="draft")

    assert _found(admin_client, "كوچك") == [
        {
            "title": "باغ کوچک",
            "lang": "fa",
            "dir": "rtl",
            "kind": "article",
            "address": f"/admin/articles/article/{draft.pk}/change/",
            "number": draft.pk,
            "states": [
                {"edition": "English", "lang": "en", "phase": "draft", "label": "Draft"},
                {"edition": "فارسی", "lang": "fa", "phase": "draft", "label": "Draft"},
            ],
        }
    ]


def test_titles_count_and_bodies_do_not(admin_client):
    make_article("en", title="One", body="<p>garden</p>", standfirst="garden")

    assert _found(admin_client, "garden") == []


@pytest.mark.parametrize("typed", ["#{}", "{}", " # {} "])
def test_a_number_leads_to_the_works_of_all_kinds_that_have_it(admin_client, typed):
    article = make_article("fa")
    book = make_book("fa", pk=article.pk)

    found = _found(admin_client, typed.format(article.pk))
    assert {one["address"] for one in found} == {
        f"/admin/articles/article/{article.pk}/change/",
        f"/admin/publications/book/{book.pk}/change/",
    }


def test_digits_are_those_of_any_edition(admin_client):
    article = make_article("fa", pk=120)

    assert [one["number"] for one in _found(admin_client, "#۱۲۰")] == [article.pk]


def test_a_number_in_a_title_comes_after_the_work_of_that_number(admin_client):
    named = make_article("fa", title="سال 1403")
    numbered = make_article("fa", pk=1403)

    assert [one["number"] for one in _found(admin_client, "1403")] == [numbered.pk, named.pk]
    assert [one["number"] for one in _found(admin_client, "#1403")] == [numbered.pk]


def test_at_most_ten_are_shown(admin_client):
    for _ in range(12):
        make_article("fa", title="باغ")

    assert len(_found(admin_client, "باغ")) == 10


@pytest.mark.parametrize("typed", ["", " ", "…", "#", "#x", "9" * 30, "'\" OR 1=1"])
def test_whatever_is_typed_is_harmless(admin_client, typed):
    make_article("fa")

    assert _found(admin_client, typed) == []


def test_only_what_the_account_may_open_is_found(client):
    article, page = make_article("fa", title="باغ"), make_page("fa", title="باغ")
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)

    assert [one["kind"] for one in _found(client, "باغ")] == ["article"]
    assert [one["kind"] for one in _found(client, f"#{article.pk}")] == ["article"]
    client.force_login(make_staff(MODERATORS))
    assert _found(client, "باغ") == _found(client, f"#{page.pk}") == []


def test_strangers_are_led_to_the_login(client):
    assert client.get(GO_TO, {"q": "باغ"}).status_code == 302


def test_it_costs_the_same_with_any_number_of_works_and_counts_nothing(admin_client):
    costs = []
    _found(admin_client, "1")  # kinds of content are asked for once
    for _ in (1, 2):
        for _ in range(3):
            make_article("fa", title="باغ")
            make_video("fa", title="باغ")
        with captured() as statements:
            assert _found(admin_client, "باغ")
        costs.append(len(statements))
        assert base_columns_read(statements) == set()
        assert not [sql for sql in statements if "COUNT(" in sql or '"body_fa"' in sql]

    assert costs == [8, 8]  # session, account, an edition each, two kinds
