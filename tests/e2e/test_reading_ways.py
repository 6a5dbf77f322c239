"""Reading with a keyboard, in large type, in forced colours, without JavaScript."""

import pytest
from django.utils import translation
from playwright.sync_api import expect

from nejat.editions.registry import CODES
from tests.e2e.keyboard import TO_REACH, faults_of, stops
from tests.e2e.measure import broken_rules
from tests.site import WORDS

WIDE = {"width": 1280, "height": 800}
SMALL = {"width": 390, "height": 844}
HAS_FOCUS = "element => element.contains(document.activeElement)"
IS_OPEN = "details => details.open"

# What tells the page one is on from its neighbours, where a reader has chosen all colours.
CURRENT_LOOKS_LIKE_OTHERS = """() => [...document.querySelectorAll("nav a[aria-current]")]
  .filter((link) => link.checkVisibility({ visibilityProperty: true }))
  .filter((link) => {
    const look = (element) => {
      const style = getComputedStyle(element);
      return [style.fontWeight, style.textDecorationLine, style.borderWidth, style.borderStyle,
        style.outlineStyle, style.boxShadow, getComputedStyle(element, "::before").content].join();
    };
    const others = link.closest("ul, ol").querySelectorAll("a:not([aria-current])");
    return [...others].some((other) => look(other) === look(link));
  }).map((link) => link.outerHTML)"""

WITHOUT_BORDER = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .filter((control) => !["radio", "checkbox", "range", "file", "hidden"].includes(control.type))
  .filter((control) => {
    const style = getComputedStyle(control);
    return style.borderStyle === "none" || parseFloat(style.borderBlockEndWidth) === 0
      || style.borderBlockEndColor === style.backgroundColor;
  }).map((control) => control.outerHTML.slice(0, 140))"""

# Where the brackets of a title stand, for each time that one line of the page shows it.
BRACKETS = """(title) => {
  const spanOf = (node, from, to) => {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    const boxes = [...range.getClientRects()];
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    return { left, right, top: boxes[0]?.top };
  };
  const before = (first, second) => first.right <= second.left + 1;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    const at = node.data.indexOf(title);
    if (at < 0 || !node.parentElement.checkVisibility()) continue;
    const [open, close] = [at + title.indexOf("("), at + title.indexOf(")")];
    const first = spanOf(node, open, open + 1);
    const inside = spanOf(node, open + 1, close);
    const last = spanOf(node, close, close + 1);
    if (Math.abs(first.top - last.top) > 8) continue;
    if (before(first, inside) && before(inside, last)) found.push("ltr");
    else if (before(last, inside) && before(inside, first)) found.push("rtl");
    else found.push(`broken: ${node.parentElement.outerHTML}`);
  }
  return found;
}"""


def _some_pages(site, code: str) -> list[str]:
    """A page with everything, one to read, one to look at, one to write on, one to search."""
    word = WORDS[code][0].split()[-1]
    works = [site.article.url_in(code), site.photogallery.url_in(code)]
    return [f"/{code}/", *works, f"/{code}/contact/", f"/{code}/search/?q={word}"]


@pytest.mark.parametrize("code", CODES)
def test_the_first_stop_leads_past_the_menu(reader, site, code):
    reader.goto(f"/{code}/")
    reader.keyboard.press("Tab")
    link = reader.locator(".skip-link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")

    assert reader.locator("main").evaluate(HAS_FOCUS)


@pytest.mark.parametrize("code", CODES)
def test_every_link_is_reached_in_the_direction_of_reading_and_is_seen(reader, site, code):
    reader.set_viewport_size(WIDE)
    faults = []
    for address in _some_pages(site, code):
        reader.goto(address)
        to_reach = reader.evaluate(TO_REACH)
        found = stops(reader)
        reached = [stop["html"] for stop in found]
        faults += [f"{address} {fault}" for fault in faults_of(found)]
        faults += [f"{address} not reached: {html}" for html in to_reach if html not in reached]

    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("code", CODES)
def test_every_submenu_is_opened_read_and_closed_from_the_keyboard(reader, site, code):
    reader.set_viewport_size(WIDE)
    reader.goto(f"/{code}/articles/")
    submenus = reader.locator("header nav details").filter(visible=True).all()
    assert len(submenus) >= 3
    for submenu in submenus:
        submenu.locator("summary").focus()
        reader.keyboard.press("Enter")
        for stop in submenu.locator("a[href], input:checked").all():
            reader.keyboard.press("Tab")
            expect(stop).to_be_focused()
            expect(stop).to_be_in_viewport()
        assert broken_rules(reader, "header") == []
        reader.keyboard.press("Escape")
        assert not submenu.evaluate(IS_OPEN)
        expect(submenu.locator("summary")).to_be_focused()


@pytest.mark.parametrize("code", CODES)
def test_the_drawer_holds_nobody_and_gives_the_focus_back(reader, site, code):
    reader.set_viewport_size(SMALL)
    reader.goto(f"/{code}/")
    drawer = reader.locator(".drawer")
    sign = drawer.locator("> summary")
    expect(drawer.locator("nav a").first).to_be_hidden()
    sign.press("Enter")
    expect(drawer.locator("nav a").first).to_be_visible()
    faults = broken_rules(reader, "header")
    last = drawer.locator("nav summary").last
    last.focus()
    reader.keyboard.press("Escape")
    closed = not drawer.evaluate(IS_OPEN)
    expect(sign).to_be_focused()
    sign.press("Enter")
    last.focus()
    reader.keyboard.press("Tab")

    assert faults == []
    assert closed
    assert not drawer.evaluate(HAS_FOCUS)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_marks_and_borders_stay_where_readers_choose_the_colours(reader, site, code):
    reader.set_viewport_size(WIDE)
    reader.emulate_media(forced_colors="active")
    faults = []
    for address in [*_some_pages(site, code), f"/{code}/articles/", f"/{code}/media/cartoons/"]:
        reader.goto(address)
        faults += [f"{address} current: {it}" for it in reader.evaluate(CURRENT_LOOKS_LIKE_OTHERS)]
        faults += [f"{address} no border: {it}" for it in reader.evaluate(WITHOUT_BORDER)]
    faults += [f"no mark: {stop['html']}" for stop in stops(reader) if not stop["marked"]]

    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("code", ["en", "fa"])
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
def test_menu_search_and_switcher_work_without_javascript(plain_reader, site, code, size):
    plain_reader.set_viewport_size(size)
    plain_reader.goto(f"/{code}/")
    for summary in (".drawer > summary", ".menu details >> nth=0 >> summary"):
        if plain_reader.locator(summary).is_visible():
            plain_reader.locator(summary).click()
    plain_reader.locator(f".menu a[href='/{code}/media/cartoons/']").click()
    plain_reader.wait_for_url(f"**/{code}/media/cartoons/")

    form = plain_reader.locator("form[role=search]").filter(visible=True)
    if not form.count():
        plain_reader.locator(".to-search").click()
    word = WORDS[code][0].split()[-1]
    form.first.locator("[name=q]").fill(word)
    form.first.locator("[name=q]").press("Enter")
    plain_reader.wait_for_url("**/search/?q=*")
    found = plain_reader.locator("main a", has_text=word).count()

    plain_reader.locator("footer a[hreflang=sq]").click()
    plain_reader.wait_for_url("**/sq/**")

    assert found > 0


@pytest.mark.parametrize(
    ("code", "title", "direction"),
    [
        ("fa", "مقاله (Iran 2026)", "rtl"),
        ("ar", "مقالة (Iran 2026)", "rtl"),
        ("en", "A letter (نامه ۲۰۲۶)", "ltr"),
    ],
)
def test_the_brackets_of_a_title_enclose_what_they_should(reader, site, code, title, direction):
    site.article.set_in(code, title=title)
    site.article.save()
    with translation.override(code):
        pages = [f"/{code}/", f"/{code}/articles/", site.topic.get_absolute_url()]
        pages += [site.article.get_absolute_url(), site.newsletter.get_absolute_url()]
        pages += [site.articles[-2].get_absolute_url(), f"{pages[-2]}?text-only"]
    seen = {}
    for address in pages:
        reader.goto(address)
        seen[address] = set(reader.evaluate(BRACKETS, title))

    assert seen == {address: {direction} for address in pages}
