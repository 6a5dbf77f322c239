"""A preview of what is typed, in the form of an article, and a link that a stranger follows."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.e2e.measure import broken_rules, loss
from tests.factories import make_article


@pytest.fixture
def work(transactional_db) -> Article:
    return make_article("en", title="Garden", state="draft", title_fa="باغ")


def test_what_is_typed_is_seen_at_three_widths_and_is_still_unsaved(editor, work):
    editor.goto(f"/admin/articles/article/{work.pk}/change/")
    editor.get_by_role("tab", name="فارسی").click()
    editor.fill("#id_title_fa", "کوه")
    frame = editor.frame_locator("[name=preview-frame]")
    buttons = editor.locator("[data-preview]:visible")

    expect(buttons).to_have_count(1)
    buttons.click()
    expect(frame.locator("h1")).to_have_text("کوه")
    for name, width in (("Phone", 390), ("Tablet", 820), ("Desktop", 1280)):
        editor.get_by_role("button", name=name).click()
        assert frame.locator("html").evaluate("() => innerWidth") == width
    assert broken_rules(editor, ".preview-bar") == []
    editor.get_by_role("button", name="Close").click()

    expect(editor.locator("#id_title_fa")).to_have_value("کوه")
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    editor.goto("/admin/")
    assert asked == ["beforeunload"]
    assert editor.foreign == []


def test_a_link_is_made_followed_by_a_stranger_and_revoked(editor, plain_reader, work):
    editor.goto(f"/admin/articles/article/{work.pk}/change/")
    editor.get_by_role("link", name="Share a preview").click()
    editor.get_by_role("button", name="Make the link").click()
    address = editor.locator("[data-copy-link]").get_attribute("href")
    assert broken_rules(editor, "#content-main") == []
    assert loss(editor, 390) == []

    assert plain_reader.goto(address).status == 200
    expect(plain_reader.locator("h1")).to_have_text("Garden")
    editor.get_by_role("button", name="Revoke").click()
    expect(editor.get_by_text("revoked on")).to_be_visible()
    assert plain_reader.goto(address).status == 404
