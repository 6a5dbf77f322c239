"""Editors in a real browser: tabs of editions by keyboard, in both directions."""

import re
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.models import Article
from tests.factories import make_article

# Tables of inline rows and the search fields of choices are Django's own.
OURS = {"exclude": [".inline-group", ".select2-container"]}
# Rules that Django's own admin pages break by themselves.
DJANGOS_OWN = {
    "empty-table-header",
    "label-title-only",  # the search field of lists
    "landmark-one-main",
    "link-in-text-block",
    "region",
}


@pytest.fixture
def editor(reader, site, live_server):
    User.objects.create_superuser("editor", password="a-long-password")
    reader.goto("/admin/")
    reader.fill("#id_username", "editor")
    reader.fill("#id_password", "a-long-password")
    reader.press("#id_password", "Enter")
    expect(reader.locator("#user-tools")).to_be_visible()
    return reader


def test_a_persian_draft_is_written_and_saved_from_the_keyboard(editor):
    editor.goto("/admin/articles/article/add/")
    editor.wait_for_load_state("networkidle")
    assert editor.evaluate("document.activeElement.name").startswith("title_")
    editor.get_by_role("tab").first.focus()
    editor.keyboard.press("End")
    editor.keyboard.press("ArrowLeft")
    expect(editor.get_by_role("tab", selected=True)).to_have_text("فارسی")
    title = editor.locator("#id_title_fa")
    assert (title.get_attribute("lang"), title.get_attribute("dir")) == ("fa", "rtl")
    title.fill("پیش‌نویسی از باغ")
    editor.locator("[name=_save]").first.click()
    expect(editor.locator(".success")).to_be_visible()

    draft = Article.objects.get(title_fa="پیش‌نویسی از باغ")
    assert draft.state_fa == "draft"
    assert not draft.title_en


def test_the_tab_with_an_error_opens_first(editor):
    editor.goto("/admin/articles/article/add/")
    editor.get_by_role("tab", name="English").click()
    editor.fill("#id_title_en", "A title")
    editor.get_by_role("tab", name="Shqip").click()
    editor.get_by_role("button", name="Publish").click()

    expect(editor.get_by_role("tab", selected=True)).to_have_text("Shqip")
    expect(editor.locator(".field-title_sq .errorlist")).to_be_visible()
    expect(editor.locator("#id_title_sq")).to_be_focused()
    editor.get_by_role("tab", name="English").click()
    editor.get_by_role("link", name="Shqip · Body").click()
    expect(editor.get_by_role("tab", selected=True)).to_have_text("Shqip")


def test_words_are_counted_and_the_button_follows_the_date(editor):
    editor.goto("/admin/articles/article/add/")
    editor.get_by_role("tab", name="فارسی").click()
    editor.fill("#id_title_fa", "باغ")
    editor.fill("#id_seo_description_fa", "می‌رود" * 40)
    counters = editor.locator("[role=tabpanel]:not([hidden]) .counter")
    expect(counters.last).to_contain_text("Letters: 200")
    expect(counters.last).to_have_class("counter counter-over")
    expect(editor.locator(".result:visible .result-title")).to_have_text("باغ")

    expect(editor.get_by_role("button", name="Publish")).to_be_visible()
    editor.fill("#id_published_at_fa_0", "2999-01-01")
    expect(editor.get_by_role("button", name="Schedule")).to_be_visible()


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_pages_we_made_break_no_rule_of_accessibility(editor, site, code):
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])
    found = {}
    for address in (
        "/admin/",
        "/admin/audit/auditentry/",
        "/admin/articles/article/",
        f"/admin/articles/article/{site.article.pk}/change/",
        "/admin/articles/topic/",
        "/admin/comments/comment/",
    ):
        editor.goto(address)
        violations = Axe().run(editor, context=OURS).response["violations"]
        ours = [(v["id"], v["nodes"][0]["html"]) for v in violations if v["id"] not in DJANGOS_OWN]
        if ours:
            found[address] = ours

    assert found == {}
    assert editor.foreign == []


def test_a_work_opens_on_an_edition_that_it_has_and_is_not_left_by_accident(editor):
    article = make_article("fa", title="باغ", published_at=datetime(2099, 1, 1, tzinfo=UTC))
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    tab = editor.get_by_role("tab", selected=True)
    expect(tab).to_have_text("فارسی")
    expect(tab.locator(".dot")).to_have_attribute("title", "Scheduled")

    questions = []
    editor.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.dismiss()))
    editor.locator("#id_title_fa").press_sequentially("!")
    editor.get_by_role("link", name="Home").first.click()
    expect(editor.locator("#id_title_fa")).to_have_value("!باغ")
    assert questions == ["beforeunload"]
    editor.locator("[name=_save]").first.click()
    expect(editor.locator(".success")).to_be_visible()


def test_keys_lead_to_lists_editions_and_search(editor, site):
    editor.goto(f"/admin/articles/article/{site.article.pk}/change/")
    editor.wait_for_load_state("networkidle")
    editor.keyboard.press("Alt+4")
    expect(editor.get_by_role("tab", selected=True)).to_have_text("Shqip")

    editor.keyboard.press("Control+k")
    expect(editor.get_by_role("dialog", name="Go to")).to_be_visible()
    editor.keyboard.type("topics")
    editor.keyboard.press("Enter")
    expect(editor).to_have_url(re.compile(r"/admin/articles/topic/$"))
    editor.wait_for_load_state("networkidle")
    editor.keyboard.press("/")
    expect(editor.locator("#searchbar")).to_be_focused()
    editor.keyboard.press("Tab")
    editor.keyboard.press("?")
    expect(editor.get_by_role("dialog", name="Keys")).to_be_visible()
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("dialog")).to_have_count(0)
