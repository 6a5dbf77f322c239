"""The palette "Go to" and the other windows of the desk, by keyboard and for everybody."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.measure import broken_rules
from tests.factories import make_article, make_book

SIZES = ({"width": 1280, "height": 800}, {"width": 390, "height": 844})

pytestmark = pytest.mark.usefixtures("one_request_at_a_time")


def _speak(editor: Page, code: str) -> None:
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])


def _open_palette(editor: Page) -> Locator:
    editor.wait_for_load_state("networkidle")
    editor.keyboard.press("Control+k")
    return editor.locator("#palette")


def test_a_work_is_found_by_words_of_its_title_and_opened_by_keyboard(editor):
    make_article("en", title="The winter garden")
    draft = make_article("en", title="Summer", title_fa="باغ تابستانی", state="draft")
    palette = _open_palette(editor)
    editor.keyboard.type("باغ")
    found = palette.locator(".palette-works a")
    expect(found).to_have_count(1)
    expect(palette.get_by_role("status")).to_have_text("Works found: 1")

    expect(found).to_contain_text(f"article #{draft.pk}")
    expect(found).to_contain_text("English: Draft")
    expect(found.locator("> bdi")).to_have_attribute("lang", "fa")
    expect(found.locator("> bdi")).to_have_attribute("dir", "rtl")
    editor.keyboard.press("ArrowDown")
    expect(found).to_be_focused()
    editor.keyboard.press("ArrowUp")
    expect(palette.get_by_role("searchbox")).to_be_focused()
    editor.keyboard.press("ArrowDown")
    editor.keyboard.press("Enter")
    expect(editor).to_have_url(re.compile(rf"/admin/articles/article/{draft.pk}/change/$"))


def test_a_number_and_enter_lead_to_the_work_without_waiting(editor):
    book = make_book("en", pk=4711)
    _open_palette(editor)
    editor.keyboard.type("#4711")
    editor.keyboard.press("Enter")

    expect(editor).to_have_url(re.compile(rf"/admin/publications/book/{book.pk}/change/$"))


def test_lists_come_before_works_and_what_is_found_goes_with_the_words(editor):
    make_article("en", title="Topics of the year")
    palette = _open_palette(editor)
    editor.keyboard.type("topics")
    expect(palette.locator(".palette-works a")).to_have_count(1)
    links = palette.locator("li:visible a")
    assert links.all_inner_texts()[:2] == ["Topics", "Topics: Add"]

    editor.keyboard.press("ControlOrMeta+a")
    editor.keyboard.press("Delete")
    expect(palette.locator(".palette-works a")).to_have_count(0)
    editor.keyboard.type("zzzz")
    expect(palette.get_by_text("No work has these words in its title.")).to_be_visible()


def test_without_the_server_lists_are_still_found_and_it_is_said(editor):
    palette = _open_palette(editor)
    editor.route("**/go-to/**", lambda route: route.abort())
    editor.keyboard.type("topics")
    expect(palette.get_by_text("The server does not answer")).to_be_visible()
    editor.keyboard.press("Enter")

    expect(editor).to_have_url(re.compile(r"/admin/articles/topic/$"))


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_windows_of_the_desk_are_for_everybody(editor, code):
    article = make_article(code, title="باغ", body="<p>one</p>")
    _speak(editor, code)
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    for size in SIZES:
        editor.set_viewport_size(size)
        palette = _open_palette(editor)
        editor.keyboard.type("باغ")
        expect(palette.locator(".palette-works a")).to_have_count(1)
        assert broken_rules(editor, "#palette") == []
        assert editor.evaluate("document.documentElement.scrollWidth") <= size["width"]
        editor.keyboard.press("Escape")
        editor.locator("[data-opens=keys]").click()
        assert broken_rules(editor, "#keys-sheet") == []
        editor.keyboard.press("Escape")
        editor.locator(".preview-button:visible").first.click()
        expect(editor.locator(".preview-dialog")).to_be_visible()
        assert broken_rules(editor, ".preview-bar") == []
        editor.locator(".preview-dialog [data-close]").click()

    assert editor.foreign == []


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_page_of_steps_for_many_works_is_for_everybody(editor, code):
    works = [make_article(code, title="باغ", state="draft") for _ in range(2)]
    _speak(editor, code)
    editor.goto("/admin/articles/article/")
    for work in works:
        editor.locator(f"input[name=_selected_action][value='{work.pk}']").check()
    editor.locator("select[name=action]").select_option("take_steps")
    editor.locator(".actions button[name=index]").click()
    expect(editor.locator(".chosen-works li")).to_have_count(2)

    for size in SIZES:
        editor.set_viewport_size(size)
        assert broken_rules(editor, "#content-main") == []
        assert editor.evaluate("document.documentElement.scrollWidth") <= size["width"]
