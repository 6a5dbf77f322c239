"""The editor of bodies in a real browser: nothing of a text is lost, and all of it is at hand."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, expect

from media_library.library import make_renditions
from nejat.text import clean_html
from tests.e2e.test_media_admin import DJANGOS_OWN, WIDGETS
from tests.e2e.writing import open_body, save, settle, tool
from tests.factories import make_article, make_image

CLIPBOARD = Path(__file__).parents[1] / "text" / "clipboard"
HARD = [
    '<div class="gallery"><figure data-image="3"></figure><figure data-image="4"></figure></div>',
    '<figure class="embed"><a href="/files/a.mp4">film</a></figure>',
    '<figure class="picture"><img src="/files/a.jpg" alt="x"><figcaption>c</figcaption></figure>',
    "plain <em>words</em> of no paragraph",
    '<p>a <img src="/files/a.jpg" alt=""> b</p>',
    '<video src="/files/a.mp4" controls="" preload="none"><track src="/files/a.vtt"></video>',
    '<audio controls="" preload="none"><source src="/files/a.mp3" type="audio/mpeg"></audio>',
    '<table><caption>c <b>d</b></caption><thead><tr><th scope="col">h</th><th>i</th></tr></thead>'
    '<tbody><tr><td colspan="2">d</td></tr></tbody></table>',
    "<table><thead><tr><th>one</th></tr></thead><tbody><tr><td>d</td><td>e</td></tr></tbody></table>",
    "<table><tbody><tr><td>d</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>",
    '<table><caption lang="fa" dir="rtl">c</caption><tbody><tr><td>d</td></tr></tbody></table>',
    '<table><thead><tr><th rowspan="2">g</th><th>h</th></tr><tr><th>i</th></tr></thead>'
    "<tbody><tr><td>d</td><td>e</td></tr></tbody></table>",
    '<figure data-work="media_library.video:7"></figure>',
    '<figure data-work="media_library.photogallery:7"><figcaption>c <b>d</b></figcaption></figure>',
    '<div class="gallery"><figure data-image="3"><figcaption>c</figcaption></figure>beside</div>',
    "<dl><dt>a</dt><dd>b</dd></dl>",
    "<pre><code>a\n  b</code></pre>",
    '<p><em><strong>a</strong> b</em> <a href="//x.example/" rel="noopener"><b>c</b></a></p>',
    '<ol class="sources"><li>a</li><li><p>b</p><p>c</p></li></ol>',
    '<ol start="3" reversed="" type="i"><li>a<ul><li>b</li></ul></li></ol>',
    '<blockquote class="pull"><p>x</p></blockquote><blockquote>bare<cite>x</cite></blockquote>',
    "<div>bare <b>x</b><p>p</p>tail</div>",
    '<figure data-image="12" lang="fa"><figcaption>c <em>d</em></figcaption></figure>',
    '<p dir="rtl">متن <span lang="en">x <span lang="sq">y</span></span> می‌رود&nbsp;«»</p>',
    '<p><a data-work="articles.article:12">w</a> <abbr title="t">a</abbr><br><q><q>x</q></q></p>',
    '<p><time datetime="2021">a</time><i></i> <bdi dir="ltr">b</bdi></p>',
]
# Every body is read, written as read, written anew, and written with one letter more.
ROUND_TRIPS = """async (bodies) => {
  const names = ["editor", "blocks", "marks", "views", "text", "comparing", "markup"];
  const load = (name) => import(`/static/nejat/js/rich-text/${name}.js`);
  const modules = Object.assign({}, ...(await Promise.all(names.map(load))));
  const { Editor, BLOCKS, MARKS, viewed, BodyText, isSame, holding } = modules;
  const tools = viewed({ words: {}, pictures: location.href });
  const editor = new Editor({ element: document.createElement("div"), injectCSS: false,
                              extensions: [...BLOCKS, ...MARKS, ...tools] });
  const lost = [];
  for (const html of bodies) {
    const text = new BodyText(html, editor.schema);
    const { tr } = editor.state;
    editor.view.dispatch(tr.replaceWith(0, editor.state.doc.content.size, text.nodes));
    if (text.write(editor.state.doc) !== html) lost.push(["untouched", html]);
    const anew = text.write(editor.schema.nodeFromJSON(editor.state.doc.toJSON()));
    const bare = (node) => typeof node.attrs["data-bare"] === "string"; // becomes a paragraph
    const isWhole = text.nodes.some(bare) || isSame(holding(anew), holding(html));
    if (!isWhole) lost.push(["anew", html, anew]);
    editor.view.dispatch(editor.state.tr.insert(0, editor.schema.nodes.paragraph.create(null,
      editor.schema.text("Ж"))));
    const typed = text.write(editor.state.doc);
    if (typed.replace(/^<p>Ж<\\/p>\\n*/, "") !== html) lost.push(["typed", html, typed]);
  }
  return lost;
}"""

pytestmark = pytest.mark.usefixtures("one_request_at_a_time")


def _faults(editor: Page, context: dict[str, list[str]]) -> list[tuple[str, str]]:
    violations = Axe().run(editor, context=context).response["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in violations if v["id"] not in DJANGOS_OWN]


def _bodies(part: object) -> Iterator[str]:
    """Every body of the sample content."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in {"body", "transcript", "bodies"} and isinstance(value, str):
                yield clean_html(value)
            else:
                yield from _bodies(value)
    elif isinstance(part, list):
        for value in part:
            yield from _bodies(value)


def test_every_body_comes_back_as_it_was(editor):
    samples = (settings.BASE_DIR / "nejat" / "demo").rglob("*.toml")
    bodies = [html for path in samples for html in _bodies(tomllib.loads(path.read_text()))]
    hard = [clean_html(html) for html in HARD]
    editor.goto("/admin/articles/article/add/")

    assert len(bodies) > 100
    assert editor.evaluate(ROUND_TRIPS, [*hard, "\n\n".join(hard), *bodies]) == []


def test_a_form_that_was_only_opened_changes_no_body(editor):
    shown = f'data-image="{make_image("en").pk}"'
    body = re.sub(r'data-image="\d+"', shown, clean_html("\n\n".join(HARD)))
    article = make_article("en", body=body, title_fa="باغ", body_fa="<p>باغ</p> <p>دو")
    text = open_body(editor, article)
    expect(text.locator(".rich-kept")).not_to_have_count(0)
    editor.fill("#id_title_en", "Another title")
    save(editor)

    article.refresh_from_db()
    assert (article.title_en, article.body_en) == ("Another title", body)
    assert article.body_fa == "<p>باغ</p> <p>دو</p>"

    text = open_body(editor, article)
    text.get_by_text("tail").click()
    editor.keyboard.type("Ж")
    save(editor)
    article.refresh_from_db()
    assert article.body_en.replace("Ж", "") == body


def test_a_text_is_written_by_keyboard(editor):
    target = make_article("en", title="The old garden")
    article = make_article("en", title="Words", body="")
    open_body(editor, article).click()
    write, press = editor.keyboard.type, editor.keyboard.press
    write("## Trees ")
    press("Enter")
    write("They are ")
    press("Control+b")
    write("old")
    press("Control+b")
    write(".")
    press("Enter")
    press("Alt+F10")
    for _ in range(5):
        press("ArrowRight")
    expect(tool(editor, "List")).to_be_focused()
    press("Enter")
    write("apple")
    press("Enter")
    write("pear")
    press("Enter")
    press("Enter")
    write("باغ")
    press("Shift+Home")
    settle(editor)
    language = editor.locator(".rich-toolbar:visible [data-choice=language]")
    language.focus()
    language.select_option("fa")
    expect(language).to_be_focused()
    press("Escape")
    editor.wait_for_timeout(600)  # the editor takes back its selection; nobody types so fast
    press("End")
    settle(editor)
    press("Enter")
    write("Said")
    tool(editor, "Words of the text, set large").click()
    press("Enter")
    press("Enter")
    tool(editor, "Link").click()
    editor.get_by_label("Find a work of ours").press_sequentially("old gard")
    editor.get_by_role("button", name="The old garden").click()
    save(editor)

    article.refresh_from_db()
    assert article.body_en.replace("\n", "") == (
        "<h2>Trees </h2><p>They are <strong>old</strong>.</p><ul><li>apple</li><li>pear</li></ul>"
        '<p><span lang="fa" dir="rtl">باغ</span></p>'
        '<blockquote class="pull"><p>Said</p></blockquote>'
        f'<p><a data-work="articles.article:{target.pk}">The old garden</a></p>'
    )


def test_what_is_pasted_is_cleaned_by_the_server(editor):
    article = make_article("en", body="<p>before</p>")
    text = open_body(editor, article)
    text.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.press("Enter")
    html = (CLIPBOARD / "word-en.html").read_text(encoding="utf-8")
    text.evaluate(
        """(text, html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }""",
        html,
    )
    expect(text.locator("td").first).to_have_text("Day")
    save(editor)

    article.refresh_from_db()
    assert article.body_en.startswith("<p>before</p>")
    assert "<h2>The market garden</h2>" in article.body_en
    assert "<ul><li>Apples<ul><li>red</li></ul></li><li>Pears</li></ul>" in article.body_en


def test_a_picture_of_the_library_is_put_in_with_a_caption(editor):
    image = make_image("en", size=(320, 200), alt_text="navy")
    make_renditions(image)
    article = make_article("en", body="<p>one</p>\n<p>two</p>")
    text = open_body(editor, article)
    text.get_by_text("one").click()
    with editor.expect_popup() as opened:
        editor.locator("#lookup_insert_id_body_en").click()
    opened.value.get_by_role("link", name="navy").click()

    expect(text.locator("figure img")).to_be_visible()
    text.locator("figcaption").click()
    editor.keyboard.type("At night")
    save(editor)
    article.refresh_from_db()
    figure = f'<figure data-image="{image.pk}"><figcaption>At night</figcaption></figure>'
    assert article.body_en.replace("\n", "") == f"<p>one</p>{figure}<p>two</p>"


def test_the_html_is_at_hand_and_what_is_typed_there_is_read(editor):
    article = make_article("en", body="<p>one</p>")
    text = open_body(editor, article)
    tool(editor, "Show the HTML").click()
    expect(text).to_be_hidden()
    editor.fill("#id_body_en", "<p>two <b>three</b></p>")
    tool(editor, "Show the HTML").click()

    expect(text.locator("b")).to_have_text("three")


@pytest.mark.parametrize(("code", "name"), [("en", "English"), ("fa", "فارسی")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_is_for_everybody(editor, code, name, scheme):
    article = make_article(code, body="\n".join(clean_html(html) for html in HARD))
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])
    editor.emulate_media(color_scheme=scheme)
    editor.set_viewport_size({"width": 390, "height": 844})
    text = open_body(editor, article, name)

    direction = {"en": "ltr", "fa": "rtl"}[code]
    assert (text.get_attribute("lang"), text.get_attribute("dir")) == (code, direction)
    assert editor.evaluate("document.documentElement.scrollWidth") <= 390
    assert _faults(editor, WIDGETS) == []
    editor.locator(".rich-toolbar:visible [data-command=link]").click()
    assert _faults(editor, {"include": ["#rich-link"]}) == []
    assert editor.foreign == []
