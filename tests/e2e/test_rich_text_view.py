"""What stays in view while a text is written."""

from tests.e2e.writing import open_body
from tests.factories import make_article


def test_the_cursor_stays_clear_of_the_bar_below(editor):
    editor.set_viewport_size({"width": 1280, "height": 700})
    text = open_body(editor, make_article("en", body="<p>one</p>"))
    text.click()
    for _ in range(30):
        editor.keyboard.press("Enter")
    editor.keyboard.type("the end")

    cursor = "getSelection().getRangeAt(0).getBoundingClientRect().bottom"
    bar = editor.locator(".action-bar").bounding_box()
    assert 0 < editor.evaluate(cursor) < bar["y"]
