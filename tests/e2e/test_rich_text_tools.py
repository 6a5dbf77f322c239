"""Tools of the editor of bodies: full screen, films and galleries, tables, what is refused."""

import pytest
from playwright.sync_api import Page, expect

from media_library.library import make_renditions
from tests.e2e.measure import broken_rules
from tests.e2e.writing import html_of, open_body, save, tool
from tests.factories import make_article, make_gallery, make_image, make_video

PASTE = """(text, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain words");
  text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""
TABLE = "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>"

pytestmark = pytest.mark.usefixtures("one_request_at_a_time")


def _speak(editor: Page, code: str) -> None:
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])


@pytest.mark.parametrize(
    "body", ["<p>one</p><p><em>two</em></p>", "<ul><li>one</li></ul>", "<p><em>one</em></p>", TABLE]
)
def test_no_tool_is_pressed_before_the_cursor_is_in_the_text(editor, body):
    text = open_body(editor, make_article("en", body=body))
    bar = editor.locator(".rich-toolbar:visible")
    expect(tool(editor, "Bold")).to_be_visible()

    expect(bar.locator("[aria-pressed=true]")).to_have_count(0)
    expect(tool(editor, "Add a row")).to_be_hidden()
    text.get_by_text("one" if "one" in body else "a").click()
    shown = bar.locator("[aria-pressed=true], [data-command=add-row]:visible")
    expect(shown).to_have_count(0 if body.startswith("<p>one") else 1)


@pytest.mark.parametrize(("code", "edition"), [("en", "English"), ("fa", "فارسی")])
def test_a_text_fills_the_window_until_it_is_left(editor, code, edition):
    article = make_article(code, body="<p>one</p>")
    _speak(editor, code)
    editor.set_viewport_size({"width": 390, "height": 844})
    text = open_body(editor, article, edition)
    text.click()
    editor.keyboard.press("Control+Shift+F")

    full = editor.locator(".rich-toolbar:visible [data-command=full]")
    expect(full).to_have_attribute("aria-pressed", "true")
    expect(text).to_be_focused()
    box = editor.locator(".is-full").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert text.bounding_box()["height"] > 500
    assert editor.evaluate("document.documentElement.scrollWidth") <= 390
    assert broken_rules(editor, ".is-full") == []
    editor.keyboard.type("Ж")
    editor.keyboard.press("Escape")
    expect(full).to_have_attribute("aria-pressed", "false")
    expect(text).to_be_focused()
    expect(text).to_contain_text("Ж")
    editor.keyboard.press("Control+Shift+F")
    editor.keyboard.press("Control+s")
    expect(editor.locator(".messagelist .success")).to_be_visible()


def test_full_screen_ends_where_the_focus_leaves_the_text_and_not_in_its_windows(editor):
    text = open_body(editor, make_article("en", body="<p>one</p>"))
    tool(editor, "Full screen").click()
    expect(text).to_be_focused()
    tool(editor, "Link").click()
    editor.get_by_label("Find a work of ours").press("Escape")
    expect(editor.locator(".is-full")).to_have_count(1)
    editor.keyboard.press("Alt+F10")
    editor.keyboard.press("Escape")
    expect(text).to_be_focused()
    expect(editor.locator(".is-full")).to_have_count(1)
    for _ in range(3):
        editor.keyboard.press("Tab")

    expect(editor.locator(".is-full")).to_have_count(0)
    editor.get_by_role("button", name="Save and continue editing").first.focus()
    tool(editor, "Full screen").click()
    tool(editor, "Show the HTML").click()
    editor.locator("#id_body_en").press("Escape")
    expect(editor.locator(".is-full")).to_have_count(0)


def test_a_film_and_a_gallery_are_put_in_one_behind_the_other(editor):
    film = make_video("en", title="The old garden")
    image = make_image("en", size=(320, 200))
    make_renditions(image)
    gallery = make_gallery("en", title="Garden by night", images=[image])
    article = make_article("en", title="Garden", body="<p>one</p>\n<p>two</p>")
    text = open_body(editor, article)
    text.get_by_text("one").click()
    tool(editor, "Film or gallery of the library").click()
    words = editor.get_by_label("Find it by words")
    words.press_sequentially("garden")
    found = editor.locator("#rich-placed .rich-works button")
    expect(found).to_have_count(2)
    assert broken_rules(editor, "#rich-placed") == []
    found.filter(has_text="The old").click()

    place = text.locator("figure")
    link = place.get_by_role("link", name="The old garden")
    expect(link).to_have_attribute("href", f"/admin/media_library/video/{film.pk}/change/")
    place.locator("figcaption").click()
    editor.keyboard.type("At noon")
    named = f'<figure data-work="media_library.video:{film.pk}">'
    caption = "<figcaption>At noon</figcaption></figure>"
    assert html_of(editor) == f"<p>one</p>{named}{caption}<p>two</p>"
    expect(tool(editor, "Film or gallery of the library")).to_have_attribute("aria-pressed", "true")
    tool(editor, "Film or gallery of the library").click()
    words.press_sequentially("night")
    found.filter(has_text="by night").click()
    expect(place.get_by_role("link", name="Garden by night")).to_be_visible()
    expect(place).to_have_count(2)
    save(editor)

    article.refresh_from_db()
    second = f'<figure data-work="media_library.photogallery:{gallery.pk}"></figure>'
    assert article.body_en.replace("\n", "") == f"<p>one</p>{named}{caption}{second}<p>two</p>"
    editor.goto(article.url_in("en"))
    expect(editor.locator(".placed .gallery img")).to_have_count(1)
    expect(editor.locator(".placed > figcaption").first).to_contain_text("At noon The old garden")
    assert editor.foreign == []


def test_the_pictures_of_a_gallery_in_a_text_are_edited(editor):
    images = [make_image("en", size=(320, 200), alt_text=word) for word in ("navy", "teal")]
    for image in images:
        make_renditions(image)
    first, second = (f'<figure data-image="{image.pk}">' for image in images)
    article = make_article("en", body=f'<div class="gallery">{first}</figure></div>\n<p>two</p>')
    text = open_body(editor, article)
    expect(text.locator(".rich-kept")).to_have_count(0)
    text.locator(".gallery figcaption").click()
    editor.keyboard.type("At night")
    with editor.expect_popup() as opened:
        editor.locator("#lookup_insert_id_body_en").click()
    opened.value.get_by_role("link", name="teal").click()
    expect(text.locator(".gallery figure")).to_have_count(2)
    save(editor)

    article.refresh_from_db()
    caption = "<figcaption>At night</figcaption></figure>"
    html = f'<div class="gallery">{first}{caption}{second}</figure></div><p>two</p>'
    assert article.body_en.replace("\n", "") == html


def test_a_table_gets_a_caption_and_cells_are_merged_and_split(editor):
    article = make_article("en", body=f"<p>one</p>{TABLE}<p>two</p>")
    text = open_body(editor, article)
    text.get_by_text("a", exact=True).click()
    tool(editor, "Caption of the table").click()
    editor.keyboard.type("Days ")
    editor.keyboard.press("Control+b")
    editor.keyboard.type("of May")
    captioned = TABLE.replace("<table>", "<table><caption>Days <strong>of May</strong></caption>")
    assert html_of(editor) == f"<p>one</p>{captioned}<p>two</p>"

    text.get_by_text("c", exact=True).click()
    expect(tool(editor, "Merge the chosen cells")).to_have_attribute("aria-disabled", "true")
    editor.keyboard.press("End")
    editor.keyboard.press("Shift+ArrowRight")
    expect(text.locator(".selectedCell")).to_have_count(2)
    tool(editor, "Merge the chosen cells").click()
    merged = captioned.replace("<td>c</td><td>d</td>", '<td colspan="2"><p>c</p><p>d</p></td>')
    assert html_of(editor) == f"<p>one</p>{merged}<p>two</p>"
    save(editor)

    article.refresh_from_db()
    assert article.body_en.replace("\n", "") == f"<p>one</p>{merged}<p>two</p>"
    open_body(editor, article)
    expect(text.locator(".rich-kept")).to_have_count(0)
    text.get_by_text("c", exact=True).click()
    tool(editor, "Split the cell").click()
    expect(text.locator("td")).to_have_count(4)
    tool(editor, "Caption of the table").click()
    assert "<caption>" not in html_of(editor)
    text.get_by_text("a", exact=True).click()
    tool(editor, "Delete the table").click()
    assert html_of(editor) == "<p>one</p><p>two</p>"


def test_a_captioned_table_is_deleted_as_a_whole(editor):
    table = TABLE.replace("<table>", "<table><caption>Days</caption>")
    text = open_body(editor, make_article("en", body=f"<p>one</p>{table}"))
    text.get_by_text("a", exact=True).click()
    tool(editor, "Delete the table").click()

    assert html_of(editor) == "<p>one</p>"


def test_cells_merged_out_of_a_head_leave_no_head_that_cuts_them(editor):
    table = (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
    )
    article = make_article("en", body=table)
    text = open_body(editor, article)
    text.get_by_text("a", exact=True).click()
    expect(tool(editor, "Delete the table")).to_be_visible()  # the editor knows of the cursor
    editor.keyboard.press("Shift+ArrowDown")
    expect(text.locator(".selectedCell")).to_have_count(2)
    tool(editor, "Merge the chosen cells").click()

    assert html_of(editor) == (
        '<table><tbody><tr><th rowspan="2"><p>a</p><p>c</p></th><th>b</th></tr>'
        "<tr><td>d</td></tr></tbody></table>"
    )


def test_a_pasted_table_keeps_its_caption_and_its_head(editor):
    table = (
        "<table><caption>Days <strong>of May</strong></caption><thead><tr><th>a</th></tr></thead>"
        "<tbody><tr><td>b</td></tr></tbody></table>"
    )
    text = open_body(editor, make_article("en", body=""))
    text.click()
    text.evaluate(PASTE, table)
    expect(text.locator("td")).to_have_text("b")

    assert html_of(editor) == table


def test_too_large_a_paste_is_refused_in_a_sentence(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000
    text = open_body(editor, make_article("en", body="<p>one</p>"))
    text.click()
    text.evaluate(PASTE, f"<p>{'a' * 5_000}</p>")
    sentence = editor.get_by_text("This is too much to be pasted at once. Paste it in parts.")

    expect(sentence).to_be_visible()
    expect(text).to_have_text("one")
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000  # the server has the last word
    editor.keyboard.press("End")
    expect(sentence).to_be_hidden()
    text.evaluate(PASTE, f"<p>{'a' * 3_000}</p>")
    expect(sentence).to_be_visible()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
    text.evaluate(PASTE, f"<p>{'ж' * 1_900}</p>")  # 3,800 bytes: as the value of a form, 11,400
    expect(text).to_contain_text("жжж")
    expect(sentence).to_be_hidden()


def test_where_the_server_is_silent_plain_words_are_pasted_and_it_is_said(editor):
    text = open_body(editor, make_article("en", body=""))
    text.click()
    editor.route("**/rich-text/**", lambda route: route.abort())
    text.evaluate(PASTE, "<p><b>x</b></p>")

    expect(text).to_have_text("plain words")
    expect(editor.get_by_text("The server did not answer")).to_be_visible()
    tool(editor, "Link").click()
    editor.get_by_label("Find a work of ours").press_sequentially("x")
    expect(editor.locator("#rich-link .rich-works")).to_have_text("The server does not answer.")
