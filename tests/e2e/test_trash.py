"""A work is moved to the trash, restored and copied with the mouse, on screens of any size."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.e2e.measure import broken_rules, loss
from tests.factories import make_article, make_issue


@pytest.fixture
def work(transactional_db) -> Article:
    work = make_article("en", title="Garden", body="<p>Calm</p>", title_fa="باغ")
    make_issue("en", title="Letter", articles=[work])
    return work


@pytest.mark.parametrize("code", ["en", "fa"])
def test_to_the_trash_and_back(editor, work, code):
    editor.locator(f".interface-language [value={code}]").click()
    form = f"/admin/articles/article/{work.pk}/change/"
    editor.goto(form)

    editor.locator(".action-bar .to-trash").click()
    assert broken_rules(editor, ".chosen-works") == []
    assert loss(editor, 390) == []
    editor.locator(".submit-row [type=submit]").click()
    expect(editor.locator(".messagelist a")).to_have_count(1)

    editor.locator(".messagelist a").click()
    expect(editor.locator(".copy-notice")).to_be_visible()
    assert broken_rules(editor, ".copy-notice") == []
    editor.locator("[form=restore-work]").click()

    expect(editor.locator("[form=duplicate-work]")).to_be_visible()
    assert Article.objects.get(pk=work.pk).state_en == "withdrawn"
    assert editor.foreign == []


def test_a_copy_is_of_what_was_saved_and_the_browser_asks_before_the_rest_is_lost(editor, work):
    editor.goto(f"/admin/articles/article/{work.pk}/change/")
    editor.fill("#id_title_en", "Mountain")
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    editor.get_by_role("button", name="Duplicate").click()

    expect(editor.locator("#id_title_en")).to_have_value("Copy of Garden")
    assert asked == ["beforeunload"]
