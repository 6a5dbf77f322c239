"""Pictures and films in a real browser: the lightbox, the player, warnings."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from media_library.library import make_renditions
from nejat.editions.registry import CODES
from tests.factories import make_image

FORWARD = {"en": ("ArrowRight", "ArrowLeft"), "fa": ("ArrowLeft", "ArrowRight")}
FIRST = "#picture-1 [data-lightbox-open]"
IN_DIALOG = "() => Boolean(document.activeElement.closest('dialog'))"
WIDTH = 390


def _shown(page) -> tuple[str, str]:
    """The counter of the picture in the dialog, and what the address says of it."""
    return page.locator("dialog figure p").inner_text(), page.evaluate("location.hash.slice(1)")


def _counters(page) -> list[str]:
    figures = page.locator("figure[data-counter]").all()
    return [figure.get_attribute("data-counter") for figure in figures]


def _touch(page, *fingers: tuple[tuple[int, int], tuple[int, int]]) -> None:
    """Put fingers on the screen, move each from its first point to its second, lift them."""
    cdp = page.context.new_cdp_session(page)
    for step in range(6):
        points = [
            {"x": x + (to_x - x) * step / 5, "y": y + (to_y - y) * step / 5, "id": finger}
            for finger, ((x, y), (to_x, to_y)) in enumerate(fingers)
        ]
        kind = "touchMove" if step else "touchStart"
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def _large_cartoon(site):
    site.cartoon.image = make_image("en", colour="olive", size=(1600, 1000))
    site.cartoon.save()
    make_renditions(site.cartoon.image)
    return site.cartoon


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_lightbox_is_read_from_the_keyboard(reader, site, code):
    onward, back = FORWARD[code]
    reader.goto(site.photogallery.url_in(code))
    address, counters = reader.url, _counters(reader)
    reader.locator(FIRST).focus()
    reader.keyboard.press("Enter")
    seen = [_shown(reader)]
    for key in (back, onward, onward, back, "End", onward, "Home", back):
        reader.keyboard.press(key)
        seen.append(_shown(reader))

    numbers = (0, 0, 1, 2, 1, len(counters) - 1, len(counters) - 1, 0, 0)
    assert seen == [(counters[n], f"picture-{n + 1}") for n in numbers]
    assert reader.evaluate(IN_DIALOG)
    reader.keyboard.press("Escape")
    expect(reader.locator("dialog")).to_be_hidden()
    expect(reader.locator(FIRST)).to_be_focused()
    expect(reader).to_have_url(address)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_finger_across_is_a_step_and_two_fingers_are_none(phone, site, code):
    left, right = ((300, 300), (80, 320)), ((80, 300), (300, 320))
    onward, back = (left, right) if code == "en" else (right, left)
    phone.goto(site.photogallery.url_in(code))
    counters = _counters(phone)
    phone.locator(FIRST).tap()
    seen = [_shown(phone)[0]]
    for fingers in (
        [back],
        [onward],
        [onward],
        [((200, 200), (230, 210))],
        [((200, 200), (260, 400))],
        [back],
        [((150, 300), (60, 300)), ((200, 300), (320, 300))],
    ):
        _touch(phone, *fingers)
        seen.append(_shown(phone)[0])

    assert seen == [counters[n] for n in (0, 0, 1, 2, 2, 2, 1, 1)]


@pytest.mark.parametrize("code", CODES)
def test_the_lightbox_speaks_the_language_of_the_page_and_breaks_no_rule(reader, site, code):
    reader.goto(site.photogallery.url_in(code))
    words = reader.locator("[data-lightbox]").evaluate("container => ({...container.dataset})")
    reader.locator(FIRST).click()
    dialog = reader.get_by_role("dialog", name=words["label"])
    for name in ("close", "previous", "next"):
        expect(dialog.get_by_role("button", name=words[name], exact=True)).to_be_visible()

    expect(dialog.locator("figure")).to_have_attribute("aria-live", "polite")
    expect(dialog.locator("figcaption")).to_have_text(
        reader.locator("figcaption").first.inner_text()
    )
    expect(dialog.locator("[disabled]")).to_have_accessible_name(words["previous"])
    assert Axe().run(reader).response["violations"] == []
    assert reader.foreign == []


def test_focus_stays_on_a_button_that_works_when_the_last_picture_is_reached(reader, site):
    reader.goto(site.photogallery.url_in("en"))
    reader.locator(FIRST).click()
    for _ in _counters(reader)[1:]:
        reader.locator(".lightbox-next").click()

    expect(reader.locator(".lightbox-next")).to_be_disabled()
    expect(reader.locator(".lightbox-previous")).to_be_focused()


def test_an_address_with_a_picture_opens_it_and_loses_it_when_it_is_closed(reader, site):
    address = site.photogallery.url_in("fa")
    reader.goto(f"{address}#picture-2")
    opened = _shown(reader)
    reader.mouse.click(200, 30)

    assert opened == (_counters(reader)[1], "picture-2")
    expect(reader.locator("dialog")).to_be_hidden()
    expect(reader).to_have_url(re.compile(f"{re.escape(address)}$"))
    expect(reader.locator("#picture-2")).to_be_in_viewport()
    reader.evaluate("location.hash = '#picture-3'")
    expect(reader.locator("dialog figure p")).to_have_text(_counters(reader)[2])


def test_back_closes_the_picture_and_stays_on_the_page(reader, site):
    reader.goto("/fa/media/photos/")
    reader.goto(f"{site.photogallery.url_in('fa')}#content")  # a place of the reader's own
    address = reader.url
    reader.locator(FIRST).click()
    expect(reader).to_have_url(re.compile("#picture-1$"))
    reader.locator(".lightbox-next").click()
    reader.go_back()

    expect(reader.locator("dialog")).to_be_hidden()
    expect(reader).to_have_url(address)
    reader.go_forward()
    expect(reader.locator("dialog figure p")).to_have_text(_counters(reader)[1])


def test_the_buttons_of_the_lightbox_show_signs_and_no_words(reader, site):
    reader.goto(site.photogallery.url_in("en"))
    reader.locator(FIRST).click()
    sizes = reader.locator("dialog .lightbox-close").evaluate(
        "button => [button.scrollWidth - button.clientWidth, getComputedStyle(button).fontSize]"
    )

    assert sizes == [0, "0px"]


def test_a_click_with_ctrl_opens_the_file_in_a_tab_of_its_own(reader, site):
    reader.goto(site.photogallery.url_in("en"))
    with reader.context.expect_page() as tab:
        reader.locator(FIRST).click(modifiers=["Control"])

    assert tab.value.url.endswith(reader.locator(FIRST).get_attribute("href"))
    assert reader.locator("dialog[open]").count() == 0


def test_a_single_picture_is_seen_in_its_own_size(reader, site):
    cartoon = _large_cartoon(site)
    reader.set_viewport_size({"width": WIDTH, "height": 800})
    reader.goto(cartoon.url_in("fa"))
    word = reader.locator("[data-lightbox]").get_attribute("data-zoom")
    reader.locator(FIRST).click()
    zoom = reader.get_by_role("button", name=word)
    picture = reader.locator("dialog img")
    fitted = picture.bounding_box()["width"]
    zoom.press("Enter")
    own = picture.bounding_box()["width"]

    assert fitted <= WIDTH < own == int(picture.get_attribute("width"))
    expect(zoom).to_have_attribute("aria-pressed", "true")
    expect(picture).to_have_js_property("naturalWidth", own)
    picture.click(position={"x": own / 2, "y": 10})
    expect(zoom).to_have_attribute("aria-pressed", "false")
    assert picture.bounding_box()["width"] == fitted
    assert reader.locator(".lightbox-next, .lightbox-previous").count() == 0
    reader.keyboard.press("Escape")
    expect(reader.locator(FIRST)).to_be_focused()


def test_a_gallery_without_javascript_is_figures_and_links_to_their_files(plain_reader, site):
    plain_reader.goto(f"{site.photogallery.url_in('fa')}#picture-3")
    links = plain_reader.locator("figure [data-lightbox-open]")
    assert links.count() == site.photogallery.picture_count
    expect(plain_reader.locator("#picture-3")).to_be_in_viewport()
    answer = plain_reader.goto(links.last.get_attribute("href"))

    assert answer.headers["content-type"] == "image/jpeg"


def test_nothing_is_asked_of_the_site_of_a_film_before_it_is_played(reader, site):
    reader.goto(site.video.url_in("fa"))
    reader.wait_for_load_state("networkidle")
    asked_before = list(reader.foreign)
    player = reader.locator(".player").get_attribute("data-player")
    reader.locator("a.player-start").click()
    frame = reader.locator(".player iframe")

    expect(frame).to_be_focused()
    expect(frame).to_have_attribute("title", site.video.title_fa)
    assert asked_before == []
    assert reader.foreign == [player]
    assert reader.locator("a.player-start").count() == 0


def test_a_film_without_javascript_is_a_link_to_its_page(plain_reader, site):
    plain_reader.goto(site.video.url_in("en"))

    href = plain_reader.locator("a.player-start").get_attribute("href")
    assert href == site.video.address


@pytest.mark.parametrize("kind", ["reader", "plain_reader"])
def test_graphic_content_hides_behind_a_warning_until_it_is_asked_for(request, site, kind):
    site.image.is_graphic = True
    site.image.save()
    page = request.getfixturevalue(kind)
    page.goto(site.cartoon.url_in("fa"))
    warning = page.locator("#picture-1 summary")
    picture = page.locator("#picture-1 img")
    expect(picture).to_be_hidden()
    warning.press("Enter")
    expect(picture).to_be_visible()
    warning.press("Enter")

    expect(picture).to_be_hidden()
    assert page.locator("[data-lightbox-open]").count() == 0
    page.goto(f"{site.cartoon.url_in('fa')}../../")
    assert page.locator(".tile").count() == page.locator(".tile .graphic-sign").count()
    assert page.locator(".tile img").count() == 0
