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


def _overflow(page) -> list[int]:
    """By how many pixels the page, and the list in it, are wider than there is room."""
    return page.evaluate(
        "[document.documentElement, document.querySelector('.results')]"
        ".map(node => node.scrollWidth - node.clientWidth)"
    )


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
    plain_reader.wait_for_url("**/answer/")
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
    expect(editor.locator("#queue-said")).to_have_text("Choose a reason, then press Enter.")
    editor.keyboard.press("Enter")
    expect(editor.locator("#queue-said")).to_contain_text("without one nothing is rejected")
    assert editor.locator("#queue-said").bounding_box()["height"] > 10
    assert _states() == ["approved", "spam", "waiting", "waiting"]
    editor.locator("[name=reason]").select_option("insult")
    _press(editor, "Enter")

    assert _states() == ["approved", "spam", "rejected", "waiting"]
    assert Comment.objects.order_by("pk")[1].entries.get().reason == "insult"
    _press(editor, "u")
    _press(editor, "u")
    assert _states() == ["approved", "waiting", "waiting", "waiting"]


def test_the_mouse_rejects_nothing_without_a_reason(editor, transactional_db):
    make_comment(make_article("fa"))
    editor.goto("/admin/comments/comment/")
    editor.locator(".action-select").check()
    editor.locator("[name=action]").select_option("reject")
    go = editor.locator(".actions button[type=submit]")

    go.click()
    expect(editor.locator("#queue-said")).to_contain_text("without one nothing is rejected")
    expect(editor.locator("[name=reason]")).to_be_focused()
    assert _states() == ["waiting"]

    editor.locator("[name=reason]").select_option("insult")
    with editor.expect_navigation():
        go.click()
    assert _states() == ["rejected"]


def test_a_comment_is_decided_on_its_own_page(editor, transactional_db):
    comment = make_comment(make_article("fa"))
    queue = "/admin/comments/comment/?state__exact=waiting"
    editor.goto(queue)
    editor.locator(".field-author a").click()
    editor.wait_for_url(f"**/{comment.pk}/change/**")

    editor.locator(".decide [name=note]").press("Enter")
    assert editor.locator(".decide [name=reason]").evaluate("field => !field.validity.valid")
    assert _states() == ["waiting"]
    editor.locator(".decide [name=reason]").select_option("insult")
    with editor.expect_navigation():
        editor.get_by_role("button", name="Reject").click()

    assert editor.url.endswith(queue)
    expect(editor.locator(".messagelist")).to_have_text("Rejected: 1")
    assert _states() == ["rejected"]


def test_what_was_said_has_the_most_room_and_on_a_phone_stands_below_the_name(editor, site):
    comment = make_comment(site.article, author_name="م" * 40, body="ن" * 300)
    for code in ("en", "fa"):
        editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])
        editor.set_viewport_size({"width": 1280, "height": 800})
        editor.goto("/admin/comments/comment/")
        widths = editor.eval_on_selector_all(
            "#result_list thead th", "cells => cells.map(cell => cell.offsetWidth)"
        )
        assert max(widths) == widths[2] > 220
        assert _overflow(editor) == [0, 0]

        editor.set_viewport_size({"width": 390, "height": 800})
        editor.keyboard.press("j")
        row = editor.locator("tr.in-hand")
        tops = row.evaluate("row => [...row.cells].slice(1).map(cell => cell.offsetTop)")
        assert sorted(set(tops)) == tops
        assert _overflow(editor) == [0, 0]
        expect(row.locator(".action-select")).to_be_focused()
        row.locator(".action-select").check()
        expect(row).to_contain_text(comment.body)


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
    for width in (1280, 390):
        editor.set_viewport_size({"width": width, "height": 800})
        for address in ("", f"{comment.pk}/change/", f"{comment.pk}/answer/"):
            editor.goto(f"/admin/comments/comment/{address}")
            assert _violations(editor, DJANGOS_OWN) == [], address


def test_erasing_breaks_no_rule_of_accessibility_and_can_be_left(editor, site):
    editor.goto("/admin/comments/comment/?state__exact=approved")
    editor.locator(".action-select").first.check()
    editor.locator("[name=action]").select_option("erase_persons")
    with editor.expect_navigation():
        editor.locator(".actions button[type=submit]").click()
    assert _violations(editor, DJANGOS_OWN) == []

    editor.get_by_role("link", name="No, take me back").click()
    editor.wait_for_url("**/comment/?state__exact=approved")
