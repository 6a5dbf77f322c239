"""What keeps a form from being saved is led to, in whatever edition it stands."""

from playwright.sync_api import expect

from tests.factories import make_article, make_issue


def test_words_of_rows_in_another_edition_are_led_to(editor):
    issue = make_issue("en", title="Spring", articles=[make_article("en", title="Garden")])
    editor.goto(f"/admin/publications/issue/{issue.pk}/change/")
    for code, name in (("fa", "فارسی"), ("sq", "Shqip")):
        editor.get_by_role("tab", name=name).click()
        editor.locator(f"#id_entries-0-source_address_{code}").fill("x y")
    editor.locator(".submit-row [name=_continue]").last.click()
    faults = editor.locator(".faults a")
    expect(faults).to_have_count(2)

    for code, place in (("sq", 1), ("fa", 0)):
        faults.nth(place).click()
        expect(editor.locator(f"#id_entries-0-source_address_{code}")).to_be_focused()
