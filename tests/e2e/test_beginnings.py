"""The browser dies while a new article is typed: what was typed is gone on with, and saved."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from nejat.editorial.working_copies import WorkingCopy
from nejat.staff.groups import AUTHORS
from tests.e2e.measure import broken_rules
from tests.staff.making import make_staff

ADD = "/admin/articles/article/add/"


def _open(page: Page) -> None:
    page.goto(ADD)
    page.get_by_role("tab", name="فارسی").click()


def _write(page: Page, title: str, words: str) -> None:
    page.fill("#id_title_fa", title)
    page.get_by_role("tabpanel", name="فارسی").locator(".rich-text").fill(words)


def _wait_until_kept(page: Page) -> None:
    expect(page.locator(".action-bar .kept")).to_contain_text("Kept at", timeout=10_000)


def test_a_new_article_outlives_the_browser(desk):
    author = make_staff(AUTHORS)
    dying = desk(author)
    _open(dying)
    _write(dying, "باغ خانه", "یک درخت.")
    _wait_until_kept(dying)
    dying.context.close()

    page = desk(author)
    page.goto(ADD)
    expect(page.locator(".beginnings")).to_contain_text("باغ خانه")
    assert broken_rules(page, ".copy-notice") == []
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.get_by_role("button", name="Discard it")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Go on").click()

    expect(page.locator("#id_title_fa")).to_have_value("باغ خانه")
    expect(page.locator(".rich-text:visible")).to_have_text("یک درخت.")
    page.locator(".action-bar [name=_continue]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    work = Article.objects.get()
    assert (work.title_fa, work.body_fa) == ("باغ خانه", "<p>یک درخت.</p>")
    assert WorkingCopy.objects.count() == 0


def test_going_back_after_saving_begins_nothing(desk):
    page = desk(make_staff(AUTHORS))
    _open(page)
    _write(page, "باغ خانه", "یک درخت.")
    _wait_until_kept(page)
    page.locator(".action-bar [name=_continue]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.go_back()

    expect(page.locator("#id_title_fa")).to_have_value("")
    expect(page.locator(".rich-text:visible")).to_have_text("")
    expect(page.locator(".beginnings")).to_have_count(0)


def test_two_new_articles_in_two_windows_are_both_kept(desk):
    first = desk(make_staff(AUTHORS))
    second = first.context.new_page()
    for page, title in ((first, "باغ"), (second, "رود")):
        _open(page)
        page.fill("#id_title_fa", title)
    for page in (first, second):
        _wait_until_kept(page)

    third = first.context.new_page()
    third.goto(ADD)

    expect(third.locator(".beginnings li")).to_have_count(2)
    third.locator(".beginnings li", has_text="باغ").get_by_role("button", name="Discard it").click()
    expect(third.locator(".beginnings li")).to_have_count(1)
    expect(third.locator(".beginnings")).to_contain_text("رود")


def test_what_a_refused_new_article_says_is_kept_at_once(desk):
    page = desk(make_staff(AUTHORS))
    _open(page)
    page.get_by_role("tabpanel", name="فارسی").locator(".rich-text").fill("یک درخت.")
    page.locator(".action-bar [name=_continue]").click()
    expect(page.locator(".errornote")).to_be_visible()
    _wait_until_kept(page)
    page.close(run_before_unload=False)

    assert WorkingCopy.objects.get().values == {"body_fa": "<p>یک درخت.</p>"}


@pytest.mark.parametrize("leave", ["Go on", "Discard it"])
def test_the_browser_asks_before_what_is_typed_is_left_for_something_else(desk, leave):
    page = desk(make_staff(AUTHORS))
    _open(page)
    page.fill("#id_title_fa", "باغ")
    _wait_until_kept(page)
    page = page.context.new_page()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    _open(page)
    page.locator("#id_title_fa").press_sequentially("رود")

    page.locator(".beginnings").get_by_text(leave).click()

    expect(page.locator("#id_title_fa")).to_have_value("رود")
    assert asked == ["beforeunload"]
    assert [copy.values for copy in WorkingCopy.objects.all()] == [{"title_fa": "باغ"}]
