"""Lists of the admin on a narrow screen, and filters saved in them."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from nejat.staff.groups import EDITORS
from tests.factories import make_article
from tests.staff.making import make_staff

ARTICLES = "/admin/articles/article/"
NARROW = {"width": 390, "height": 844}


@pytest.fixture
def narrow(desk) -> Page:
    page = desk(make_staff(EDITORS))
    page.set_viewport_size(NARROW)
    return page


def _sees_all_of(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    return box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]


@pytest.mark.parametrize("code", ["en", "fa"])
def test_title_states_and_dates_are_seen_without_moving_sideways(narrow, live_server, code):
    make_article("fa", title="نامه‌ای بلند از باغ قدیمی کنار رودخانه", title_en="A long letter")
    cookie = {"name": "django_language", "value": code, "url": live_server.url}
    narrow.context.add_cookies([cookie])

    narrow.goto(ARTICLES)

    shown = (".action-select", "th a", ".field-editions", ".field-published", ".field-updated")
    assert [one for one in shown if not _sees_all_of(narrow, f"#result_list tbody {one}")] == []
    assert narrow.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    expect(narrow.locator("#result_list .field-published")).to_have_css("display", "block")


def test_filters_wait_above_the_list_until_they_are_opened(narrow):
    make_article("fa", title="باغ", state="draft")
    make_article("fa", title="خانه")
    narrow.goto(ARTICLES)
    expect(narrow.locator("#changelist-filter")).to_be_hidden()

    narrow.click(".list-filters > summary")
    narrow.locator("[data-filter-title='state in Persian'] a", has_text="Draft").click()

    expect(narrow.locator("#result_list tbody th")).to_have_text("باغ")
    narrow.set_viewport_size({"width": 1280, "height": 800})
    expect(narrow.locator("#changelist-filter")).to_be_visible()


def test_a_filter_is_saved_and_opened_without_javascript(plain_reader, transactional_db):
    make_article("fa", title="باغ", state="draft")
    make_article("fa", title="خانه")
    _log_in(plain_reader, make_staff(EDITORS))
    plain_reader.goto(f"{ARTICLES}?phase_fa=draft")

    plain_reader.click(".saved-filters summary")
    plain_reader.locator(".saved-filters [name=name]").fill("My drafts")
    plain_reader.locator(".saved-filters form button").first.click()
    plain_reader.goto(ARTICLES)
    plain_reader.get_by_role("link", name="My drafts").click()

    expect(plain_reader.locator("#result_list tbody th")).to_have_text("باغ")
    expect(plain_reader.locator(".saved-filters [aria-current]")).to_have_text("My drafts")


def _log_in(page: Page, user: User) -> None:
    user.set_password("a-long-password")
    user.save()
    page.goto("/admin/")
    page.fill("#id_username", user.username)
    page.fill("#id_password", "a-long-password")
    page.press("#id_password", "Enter")
    expect(page.locator("#user-tools")).to_be_visible()
