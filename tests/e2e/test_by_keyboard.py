"""From the login to a published article without a mouse, with the focus in sight all the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from nejat.editorial.states import State
from nejat.staff.groups import CHIEF_EDITORS
from tests.e2e.keyboard import STOP
from tests.staff.making import make_staff

MOST_STOPS = 120
IN_SIGHT = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there; whatever has it on the way can be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            continue
        assert stop["marked"] or "ProseMirror" in stop["html"], stop["html"]
        assert page.evaluate(IN_SIGHT), stop["html"]
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
    expect(reader).to_have_url(re.compile(r"/articles/article/add/$"))
    _tab_to(reader, "[role=tab]")
    for _ in range(4):
        if "فارسی" in reader.evaluate("document.activeElement.textContent"):
            break
        keys.press("ArrowRight")
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
