"""Staff find works by words of any edition, whatever the state."""

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from tests.factories import make_article

pytestmark = pytest.mark.django_db


def _listed(client, typed: str) -> list[str]:
    response = client.get(reverse("admin:articles_article_changelist"), {"q": typed})
    assert response.status_code == 200
    page = LexborHTMLParser(response.content.decode())
    return [row.text(strip=True) for row in page.css("#result_list th.field-heading")]


def test_a_draft_is_found_by_words_of_its_body_in_any_edition(admin_client):
    make_article("fa", title="نامه", body="<p>گردوها رسیدند</p>", state="draft")
    make_article("en", title="Other")

    assert _listed(admin_client, "گردو") == ["نامه"]
    assert _listed(admin_client, "nowhere") == []
    assert _listed(admin_client, '" OR') == []


def test_a_form_completes_a_title_as_it_is_typed(admin_client):
    make_article("en", title="The bridge")
    make_article("en", title="Other", body="<p>bridge</p>")
    asked = {
        "term": "brid",
        "app_label": "articles",
        "model_name": "article",
        "field_name": "related",
    }

    answer = admin_client.get(reverse("admin:autocomplete"), asked).json()

    assert [result["text"] for result in answer["results"]] == ["The bridge"]
