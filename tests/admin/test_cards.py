"""Rows of lists, which are cards where there is little room: each cell knows its head."""

import pytest

from tests.admin.desk import nodes
from tests.factories import make_article, make_topic

pytestmark = pytest.mark.django_db
ARTICLES = "/admin/articles/article/"


def _heads(page) -> dict[str, str]:
    cells = nodes(page, "#result_list tbody td[data-label]")
    return {cell.attributes["class"].split()[0]: cell.attributes["data-label"] for cell in cells}


def test_cells_carry_the_heads_of_their_columns_in_the_language_of_the_interface(speak):
    make_article("fa", title="باغ", primary_topic=make_topic("fa"))

    heads = {code: _heads(speak(code).get(ARTICLES)) for code in ("en", "fa")}

    assert heads["en"] == {
        "field-editions": "Editions",
        "field-primary_topic": "Primary topic",
        "field-published": "Published at",
        "field-updated": "Updated at",
    }
    assert heads["fa"]["field-primary_topic"] == "موضوع اصلی"


def test_an_empty_cell_has_none_so_that_a_card_leaves_it_out(speak):
    make_article("fa", state="draft", published_at=None)

    assert list(_heads(speak("en").get(ARTICLES))) == ["field-editions", "field-updated"]


def test_the_title_and_the_checkbox_need_none(speak):
    make_article("fa", title="باغ")

    page = speak("en").get(ARTICLES)

    assert nodes(page, "#result_list tbody :is(th, .action-checkbox)[data-label]") == []
    assert len(nodes(page, "#result_list tbody th a")) == 1
