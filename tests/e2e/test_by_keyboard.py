"""From the login to a published article without a mouse, with the focus in sight all the way."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from nejat.editorial.states import State
from nejat.staff.groups import CHIEF_EDITORS
from tests.staff.making import make_staff

MOST_STOPS = 120
FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null; // beyond the end of the page
  const box = focused.getBoundingClientRect();
  const isMarked = (element) => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const around = [".select2-selection", ".rich-text"].map((kind) => focused.closest(kind));
  return {
    html: focused.outerHTML.slice(0, 140),
    isMarked: [focused, ...around].some(isMarked),
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there; whatever has it on the way can be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus is None or focus["isMarked"], focus["html"]
        assert focus is None or focus["isInSight"], focus["html"]
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_an_article_is_published_from_the_keyboard_alone(reader):
    make_staff(CHIEF_EDITORS, password="a-long-password")
    reader.emulate_media(reduced_motion="reduce")  # where the focus is seen must not glide
    keys = reader.keyboard

    reader.goto("/admin/")
    keys.type("staff-1")
    _tab_to(reader, "#id_password")
    keys.type("a-long-password")
    keys.press("Enter")
    expect(reader.locator("#user-tools")).to_be_visible()

    _tab_to(reader, "a[href='/admin/articles/article/add/']")
    keys.press("Enter")
    expect(reader.get_by_role("tab").first).to_be_visible()
    keys.press("Alt+3")
    expect(reader.get_by_role("tab", name="فارسی")).to_have_attribute("aria-selected", "true")
    _tab_to(reader, "#id_title_fa")
    keys.type("باغ خانه")
    _tab_to(reader, "[role=tabpanel]:not([hidden]) .ProseMirror")
    keys.type("یک درخت انار.")
    _tab_to(reader, "button[name=state_fa][value=published]")
    keys.press("Enter")

    expect(reader.locator(".messagelist")).to_contain_text("فارسی: Published")
    article = Article.objects.get()
    assert (article.state_fa, article.title_fa) == (State.PUBLISHED, "باغ خانه")
    assert "یک درخت انار." in article.body_fa
