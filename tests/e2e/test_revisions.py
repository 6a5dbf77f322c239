"""The history of an article in a browser: read, compared and restored, by keys alone."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from articles.models import Article
from tests.e2e.measure import broken_rules, loss
from tests.factories import make_article

LONG = "<p>" + "در باغ درختان بلند بودند. " * 80 + "</p>"


@pytest.fixture
def article(transactional_db) -> Article:
    article = make_article("fa", title="باغ", body=f"{LONG}<p>یک</p>", title_en="Garden")
    article.title_fa, article.title_en = "باغ بزرگ", "The garden"
    article.body_fa = f'{LONG}<p><strong>دو</strong> <a href="/fa/{"x" * 300}/">سه</a></p>'
    article.comments_open = False
    article.save()
    return article


@pytest.mark.parametrize("code", ["en", "fa"])
def test_revisions_are_read_at_every_width_and_restored_by_keys(editor, live_server, article, code):
    history = f"/admin/articles/article/{article.pk}/history/"
    cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": code, "url": live_server.url}
    editor.context.add_cookies([cookie])
    for address in (history, f"{history}compare/"):
        editor.goto(address)
        editor.add_style_tag(content="* { transition: none !important; }")  # axe does not wait
        for width in (390, 1280):
            assert loss(editor, width) == []
            assert broken_rules(editor, "#content") == []
    first, second = (editor.locator(".revision-pair").first.locator("> *").nth(i) for i in (0, 1))
    ahead = 1 if code == "en" else -1
    assert (second.bounding_box()["x"] - first.bounding_box()["x"]) * ahead > 100

    restore = editor.locator("section", has=editor.locator('input[value="fa"]')).locator("details")
    restore.locator("summary").press("Enter")
    restore.locator('input[type="submit"]').press("Enter")

    expect(editor.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert (article.title_fa, article.title_en) == ("باغ", "The garden")
    assert editor.foreign == []
