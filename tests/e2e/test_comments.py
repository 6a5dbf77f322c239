"""A reader comments without JavaScript, a moderator decides by keys, readers see it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from nejat.comments.models import Comment
from nejat.editions.registry import CODES
from tests.factories import make_article, make_comment

TWO_SECONDS = 2100
"""Milliseconds; a form that is sent sooner looks like that of a machine."""
WORDS = "نامه‌ات را خواندم. (2026)"
# Rules that Django's own admin lists break by themselves.
DJANGOS_OWN = {"empty-table-header", "label-title-only", "landmark-one-main"}
DJANGOS_OWN |= {"link-in-text-block", "region"}


def _write(page, address: str, words: str) -> None:
    page.goto(address)
    page.fill("[name=author_name]", "مینا")
    page.fill("[name=body]", words)
    page.wait_for_timeout(TWO_SECONDS)
    page.locator("#respond button").click()


def _states() -> list[str]:
    return list(Comment.objects.order_by("-pk").values_list("state", flat=True))


def _press(page, *keys: str) -> None:
    """Press keys, the last of which decides and loads the page anew."""
    *moves, last = keys
    for key in moves:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(last)


def _violations(page, but: set[str] = frozenset()) -> list:
    found = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["id"] not in but]


def test_a_comment_is_written_approved_seen_and_taken_back(plain_reader, editor, transactional_db):
    work = make_article("fa", title="باغ")
    _write(plain_reader, work.url_in("fa"), WORDS)
    plain_reader.wait_for_url("**/waiting/")
    assert plain_reader.context.cookies() == []

    editor.goto("/admin/comments/comment/?attention=decide")
    _press(editor, "j", "a")
    expect(editor.locator(".success")).to_be_visible()
    assert _states() == ["approved"]

    plain_reader.goto(work.url_in("fa"))
    said = plain_reader.locator(".comment div[dir=auto]")
    assert said.inner_text() == WORDS
    assert said.evaluate("node => getComputedStyle(node).direction") == "rtl"

    plain_reader.locator(".comment-ways a[href*=answer]").click()
    plain_reader.wait_for_url("**/answer/#respond")
    _write(plain_reader, plain_reader.url, "پاسخ من")
    plain_reader.wait_for_url("**/waiting/")
    assert _states() == ["waiting", "approved"]

    editor.goto("/admin/comments/comment/")
    _press(editor, "j", "j", "s")
    assert _states() == ["waiting", "spam"]
    _press(editor, "u")
    assert _states() == ["waiting", "approved"]
    plain_reader.goto(work.url_in("fa"))
    assert plain_reader.locator(".comment").count() == 1


def test_the_queue_is_worked_through_by_keys_alone(editor, transactional_db):
    work = make_article("fa")
    for number in range(4):
        make_comment(work, body=f"متن {number}")
    editor.goto("/admin/comments/comment/?state__exact=waiting")
    row = editor.locator("tr.in-hand")

    _press(editor, "j", "j", "k", "a")
    expect(row).to_contain_text("متن 2")
    _press(editor, "s")
    expect(row).to_contain_text("متن 1")
    editor.keyboard.press("r")
    expect(editor.locator("[name=reason]")).to_be_focused()
    editor.locator("[name=reason]").select_option("insult")
    _press(editor, "Enter")

    assert _states() == ["approved", "spam", "rejected", "waiting"]
    assert Comment.objects.order_by("pk")[1].entries.get().reason == "insult"
    _press(editor, "u")
    _press(editor, "u")
    assert _states() == ["approved", "waiting", "waiting", "waiting"]


def test_keys_leave_typing_alone_and_can_be_switched_off(editor, transactional_db):
    make_comment(make_article("fa"))
    editor.goto("/admin/comments/comment/")
    editor.fill("#searchbar", "")
    editor.locator("#searchbar").press_sequentially("jasu")
    assert editor.locator("#searchbar").input_value() == "jasu"

    editor.locator("#queue-keys input").uncheck()
    editor.reload()
    editor.keyboard.press("j")
    expect(editor.locator("tr.in-hand")).to_have_count(0)
    assert _states() == ["waiting"]


def test_a_persian_keyboard_has_the_same_keys(editor, transactional_db):
    make_comment(make_article("fa"))
    editor.goto("/admin/comments/comment/?state__exact=waiting")
    typed = "event => document.body.dispatchEvent(new KeyboardEvent('keydown', event))"

    editor.evaluate(typed, {"key": "ت", "code": "KeyJ", "bubbles": True})
    expect(editor.locator("tr.in-hand")).to_have_count(1)
    with editor.expect_navigation():
        editor.evaluate(typed, {"key": "ش", "code": "KeyA", "bubbles": True})

    assert _states() == ["approved"]


@pytest.mark.parametrize("code", CODES)
def test_forms_and_threads_break_no_rule_of_accessibility_and_fit_a_phone(reader, site, code):
    comment = site.comments[code]
    addresses = (
        site.article.url_in(code),
        f"/{code}/comment/{comment.pk}/answer/",
        f"/{code}/comment/{comment.pk}/report/",
    )
    reader.set_viewport_size({"width": 320, "height": 800})
    for address in addresses:
        reader.goto(address)
        assert _violations(reader) == [], address
        assert reader.evaluate("document.documentElement.scrollWidth") == 320
    reader.locator("main form").evaluate("form => { form.noValidate = true }")
    reader.locator("main form button").click()
    expect(reader.locator(".form-error")).to_be_visible()
    assert _violations(reader) == []
    assert reader.foreign == []


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_queue_breaks_no_rule_of_accessibility(editor, site, code):
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])
    comment = site.comments[code]
    for address in ("", f"{comment.pk}/change/", f"{comment.pk}/answer/"):
        editor.goto(f"/admin/comments/comment/{address}")
        assert _violations(editor, DJANGOS_OWN) == [], address
