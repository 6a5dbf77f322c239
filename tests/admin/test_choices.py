"""What forms offer to choose from."""

import pytest

from nejat.editions.registry import CODES
from tests.factories import make_article, make_contributor, make_series, make_tag, make_topic
from tests.sql import captured

pytestmark = pytest.mark.django_db

CHOICES = [
    ("article", "primary_topic", make_topic),
    ("article", "topics", make_topic),
    ("article", "tags", make_tag),
    ("article", "series", make_series),
    ("byline", "contributor", make_contributor),
    ("topic", "parent", make_topic),
]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("model", "field", "make"), CHOICES)
def test_a_name_of_any_edition_is_offered_in_every_interface_language(
    speak, model, field, make, code
):
    label = make("fa", name="نامه‌های بهار")
    make("fa", name="تابستان")

    assert _offered(speak(code), model, field, "بهار") == [
        {"id": str(label.pk), "text": "نامه‌های بهار"}
    ]


@pytest.mark.parametrize("code", CODES)
def test_an_offered_name_is_in_the_interface_s_language_where_there_is_one(speak, code):
    names = {"name_en": "Spring", "name_ar": "ربيع", "name_fa": "بهار", "name_sq": "Pranverë"}
    topic = make_topic("en", **names)

    assert _offered(speak(code), "article", "topics", "Spring") == [
        {"id": str(topic.pk), "text": names[f"name_{code}"]}
    ]


def test_related_articles_are_offered_without_loading_their_bodies(admin_client):
    article = make_article("fa", title="نامه", body="<p>متن</p>")

    with captured() as statements:
        offered = _offered(admin_client, "article", "related", "نامه")

    assert offered == [{"id": str(article.pk), "text": "نامه"}]
    assert [sql for sql in statements if '"body_' in sql or "COUNT(" in sql] == []


def test_offering_takes_four_queries_however_many(admin_client):
    counts = set()
    for _ in range(3):
        make_topic(parent=make_topic())
        with captured() as statements:
            _offered(admin_client, "article", "topics", "")
        counts.add(len(statements))

    assert counts == {4}


def test_strangers_are_offered_nothing(client):
    address = "/admin/autocomplete/?app_label=articles&model_name=article&field_name=topics"

    assert client.get(address).status_code == 302


def _offered(client, model: str, field: str, term: str) -> list[dict[str, str]]:
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
    return client.get("/admin/autocomplete/", query).json()["results"]
