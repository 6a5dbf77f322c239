"""The desk of the home page in a real browser: keys, dragging, typing a title, a phone."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from tests.e2e.test_media_admin import DJANGOS_OWN, WIDGETS
from tests.factories import make_article

DESK = "/admin/articles/article/front-page/fa/"


@pytest.fixture
def pinned(transactional_db) -> list[Article]:
    until = timezone.now() + timedelta(days=1)
    make_article("fa", title="باغ")
    return [
        make_article("fa", title=f"نامه {n}", pinned_until=until, pinned_place=n) for n in (1, 2, 3)
    ]


def test_rows_are_ordered_by_keys_and_by_dragging_and_a_title_is_typed(editor, pinned):
    editor.goto(DESK)
    rows = editor.locator(".inline-related")
    rows.nth(2).locator(".order-up").press("Enter")
    expect(editor.locator("#order-said")).to_contain_text("2")
    handle, first = rows.nth(1).locator(".order-handle"), rows.first
    handle.hover()
    editor.mouse.down()
    editor.mouse.move(first.bounding_box()["x"] + 20, first.bounding_box()["y"] + 1, steps=5)
    editor.mouse.up()
    expect(rows.first).to_contain_text("نامه 3")

    editor.get_by_role("group", name="Put an article in").locator(".select2-selection").click()
    editor.keyboard.type("باغ")
    editor.locator(".select2-results__option", has_text="باغ").click()
    editor.get_by_role("button", name="Save", exact=True).click()

    expect(editor.locator(".success")).to_be_visible()
    titles = editor.locator(".inline-related bdi").all_inner_texts()
    assert titles == ["نامه 3", "نامه 1", "نامه 2", "باغ"]


@pytest.mark.parametrize(("code", "scheme"), [("fa", "dark"), ("en", "light")])
def test_the_desk_fits_a_phone_and_has_no_accessibility_fault(editor, pinned, code, scheme):
    Article.objects.filter(pk=pinned[0].pk).update(pinned_until_fa=None)
    cookie = {"name": "django_language", "value": code, "url": editor.url}
    editor.context.add_cookies([cookie])
    editor.emulate_media(color_scheme=scheme)
    editor.set_viewport_size({"width": 390, "height": 844})
    editor.goto(DESK)

    wide = editor.evaluate("document.documentElement.scrollWidth - innerWidth")
    faults = Axe().run(editor, context=WIDGETS).response["violations"]
    assert wide <= 0
    assert [fault for fault in faults if fault["id"] not in DJANGOS_OWN] == []
