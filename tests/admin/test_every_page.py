"""Every admin page of our models answers in every interface language, reading no base column."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Article
from nejat.editions.registry import CODES, get_edition
from tests.admin.everything import make_one_of_everything
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

ROOMS = {"articles", "comments", "media_library", "missing", "pages", "publications"}
ROOMS |= {"subscriptions", "tags", "wordpress"}
OURS = sorted((m for m in admin.site._registry if m._meta.app_label in ROOMS), key=str)
# Two joins are not ours: taggit's, which finds the tags of the form, and that of Django's
# confirmation of a deletion, which names what goes with it. Both show texts of an edition.
FROM_ELSEWHERE = re.compile(
    r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"(?:https?:)?//[^\"]*"
)
TAGS_OF_THE_FORM = {"tags_tag.name", "tags_tag.slug", "tags_tag.intro"}


@pytest.fixture
def article() -> Article:
    return make_one_of_everything()


def _addresses(model: type) -> dict[str, str]:
    """The addresses of the model's pages, by what each page is for."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    found = {"list": reverse(f"{name}_changelist"), "add": reverse(f"{name}_add")}
    if first := model.objects.order_by("pk").first():
        for page in ("change", "delete", "history"):
            found[page] = reverse(f"{name}_{page}", args=[first.pk])
    return found


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_page_answers_in_the_language_chosen_and_is_all_ours(article, speak, model, code):
    client, addresses = speak(code), _addresses(model)
    request, model_admin = client.get("/admin/").wsgi_request, admin.site._registry[model]
    if not model_admin.has_add_permission(request):
        del addresses["add"]
    if not model_admin.has_delete_permission(request):
        addresses.pop("delete", None)

    # The list of what has one row leads to its form.
    pages = {address: client.get(address, follow=True) for address in addresses.values()}

    assert {address: page.status_code for address, page in pages.items()} == dict.fromkeys(
        pages, 200
    )
    direction = get_edition(code).direction
    texts = [page.content.decode() for page in pages.values()]
    opening = {re.search(r"<html[^>]*>", text)[0] for text in texts}
    assert opening == {f'<html lang="{code}" dir="{direction}">'}
    assert [match for text in texts for match in FROM_ELSEWHERE.findall(text)] == []
    assert [text for text in texts if "delete-related" in text] == []


@pytest.mark.parametrize("address", ["/admin/", "/admin/articles/", "/admin/password_change/"])
@pytest.mark.parametrize("code", CODES)
def test_pages_around_them_answer_in_the_language_chosen(speak, address, code):
    page = speak(code).get(address)

    assert page.status_code == 200
    assert f'lang="{code}" dir="{get_edition(code).direction}"' in page.content.decode()
    assert page.headers["Content-Language"] == code


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_rule_3_no_page_reads_a_base_column(article, speak, model, code):
    client = speak(code)
    addresses = _addresses(model)
    addresses["found"] = addresses["list"] + "?q=نامه"
    addresses.pop("delete", None)

    read = {}
    for page, address in addresses.items():
        with captured() as statements:
            client.get(address)
        read[page] = base_columns_read(statements)

    expected = {page: set() for page in addresses}
    if hasattr(model, "tags"):
        expected["change"] = TAGS_OF_THE_FORM
    assert read == expected


def test_a_work_that_is_gone_leads_back_to_the_index(admin_client):
    answer = admin_client.get("/admin/articles/article/41/change/")

    assert (answer.status_code, answer.url) == (302, "/admin/")
