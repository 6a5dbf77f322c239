"""Days of the Jalali calendar in forms, in a real browser."""

from playwright.sync_api import expect

from tests.factories import make_article


def test_a_day_is_typed_in_the_jalali_calendar_and_told_in_it(editor):
    work = make_article("fa", title="باغ")
    editor.locator(".interface-language [value=fa]").click()
    editor.goto(f"/admin/articles/article/{work.pk}/change/")
    day = editor.locator("#id_expires_at_fa_0")
    words = editor.locator(".field-expires_at_fa .day-words")
    day.fill("۱۴۰۹/۰۱/۰۱")
    editor.locator("#id_expires_at_fa_1").fill("۰۸:۳۰")
    editor.locator(".submit-row [name=_continue]").last.click()

    expect(editor.locator(".messagelist .success")).to_be_visible()
    expect(day).to_have_value("2030-03-21")
    expect(words).to_have_text("۱ فروردین ۱۴۰۹")
    day.fill("2030-03-22")
    expect(words).to_have_text("۲ فروردین ۱۴۰۹")
