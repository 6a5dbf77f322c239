"""What the admin makes of plain text, and what it remembers of a change."""

import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db

ARTICLE = "/admin/articles/article/"
NO_BYLINES = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0"}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("یک.\n\nدو.", "<p>یک.</p>\n\n<p>دو.</p>"),
        ("یک <em>و</em>\nدو.", "<p>یک <em>و</em><br>دو.</p>"),
        ("<p>یک.</p>\n\n<ul><li>دو.</li></ul>", "<p>یک.</p>\n\n<ul><li>دو.</li></ul>"),
    ],
)
def test_plain_text_typed_into_a_body_gets_its_paragraphs(admin_client, typed, stored):
    admin_client.post(f"{ARTICLE}add/", {**NO_BYLINES, "title_fa": "باغ", "body_fa": typed})

    assert Article.objects.get(title_fa="باغ").body_fa == stored


def test_an_empty_body_stays_empty(admin_client):
    admin_client.post(f"{ARTICLE}add/", {**NO_BYLINES, "title_fa": "باغ", "body_fa": " "})

    assert not Article.objects.get(title_fa="باغ").body_fa


def test_the_history_says_of_which_edition_a_field_was_changed(admin_client):
    article = make_article("fa")
    changed = {"title_fa": "باغ دیگر", "title_sq": "Kopshti"}
    admin_client.post(f"{ARTICLE}{article.pk}/change/", {**NO_BYLINES, **changed})

    message = LogEntry.objects.latest("pk").get_change_message()
    assert "Title (فارسی)" in message
    assert "Title (Shqip)" in message
