"""The library in a real browser: many files at once, focal points, windows, orders by keyboard."""

from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, expect

from articles.models import Article
from media_library.library import make_renditions
from media_library.models import ImageAsset
from tests.factories import make_article, make_gallery, make_image
from tests.media_library.corpus import photo, saved

IMAGES = "/admin/media_library/imageasset/"
UPLOAD = f"{IMAGES}upload/"
DAMAGED = b"\xff\xd8\xff and no picture behind it"
# Rules that Django's own admin pages break by themselves, and its widgets.
DJANGOS_OWN = {
    "empty-table-header",
    "label-title-only",
    "landmark-one-main",
    "link-in-text-block",
    "region",
}
WIDGETS = {"exclude": [".select2-container"]}


pytestmark = pytest.mark.usefixtures("one_request_at_a_time")


@pytest.fixture
def images() -> list[ImageAsset]:
    colours = ("teal", "navy", "maroon")
    images = [make_image("fa", colour=c, size=(320, 200), alt_text=c) for c in colours]
    for image in images:
        make_renditions(image)
    return images


def _files(count: int) -> list[dict[str, object]]:
    return [
        {
            "name": f"picture-{number}.jpg",
            "mimeType": "image/jpeg",
            "buffer": saved(photo(number, (160, 120)), ".jpg"),
        }
        for number in range(count)
    ]


def _speak(editor, code: str) -> None:
    editor.context.add_cookies([{"name": "django_language", "value": code, "url": editor.url}])


def test_twenty_files_are_sent_and_the_bad_one_is_told(editor):
    files = _files(20)
    files[7] = {"name": "bad.jpg", "mimeType": "image/jpeg", "buffer": DAMAGED}
    editor.goto(UPLOAD)
    editor.fill("#id_credit", "Nejat")
    editor.set_input_files("#upload-files", files)

    expect(editor.locator("#upload-lines progress").first).to_be_visible()
    expect(editor.locator("#upload-next")).to_be_visible(timeout=60_000)
    expect(editor.locator("#upload-status")).to_contain_text("20 of 20 files are done, 1 of them")
    lines = editor.locator("#upload-lines > li")
    expect(lines).to_have_count(20)
    expect(lines.nth(7).locator(".upload-error")).to_contain_text("This picture is damaged")
    expect(editor.locator("#upload-lines .upload-error")).to_have_count(1)
    assert ImageAsset.objects.filter(credit_en="Nejat").count() == 19
    assert ImageAsset.objects.without_renditions().count() == 0

    editor.get_by_role("button", name="Write captions").click()
    expect(editor.locator(".captions tbody tr")).to_have_count(19)
    first = editor.get_by_label("Alt text فارسی").first
    first.fill("باغ")
    editor.get_by_role("button", name="Save").click()
    expect(editor.locator(".success")).to_be_visible()
    assert ImageAsset.objects.filter(alt_text_fa="باغ").count() == 1


def test_uploaded_pictures_become_a_gallery_in_their_order(editor):
    editor.goto(UPLOAD)
    editor.set_input_files("#upload-files", _files(3))
    editor.get_by_role("button", name="Make a photo gallery").click()

    names = editor.locator(".inline-related.has_original .image-shown a")
    expect(names).to_have_text(["picture-0.jpg", "picture-1.jpg", "picture-2.jpg"])


def test_a_lost_login_is_told_at_the_file(editor):
    editor.goto(UPLOAD)
    editor.context.clear_cookies()
    editor.set_input_files("#upload-files", _files(1))

    expect(editor.locator(".upload-error")).to_contain_text("You are logged out")


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_focal_point_is_set_by_keyboard(editor, images, code):
    _speak(editor, code)
    editor.goto(f"{IMAGES}{images[0].pk}/change/")
    point = editor.get_by_role("slider")
    point.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowLeft", "Shift+ArrowDown"):
        editor.keyboard.press(key)
    words = {"en": "42% from the left, 59% from the top", "fa": "۴۲"}[code]
    assert words in point.get_attribute("aria-valuetext")
    expect(editor.locator("#id_focal_x")).to_have_value("0.42")
    editor.locator("[name=_save]").first.click()
    expect(editor.locator(".success")).to_be_visible()

    image = ImageAsset.objects.get(pk=images[0].pk)
    assert (image.focal_x, image.focal_y, image.has_renditions) == (0.42, 0.59, True)
    assert image.key != images[0].key


def test_home_is_the_middle_and_edges_hold(editor, images):
    editor.goto(f"{IMAGES}{images[0].pk}/change/")
    editor.get_by_role("slider").focus()
    for _ in range(7):
        editor.keyboard.press("Shift+ArrowLeft")
    expect(editor.locator("#id_focal_x")).to_have_value("0")
    editor.keyboard.press("Home")
    expect(editor.locator("#id_focal_x")).to_have_value("0.5")


@pytest.mark.parametrize("code", ["en", "fa"])
def test_left_is_left_for_the_pointer_in_every_language(editor, images, code):
    _speak(editor, code)
    editor.goto(f"{IMAGES}{images[0].pk}/change/")
    picture = editor.locator(".focal-picture img")
    size = picture.bounding_box()
    picture.click(position={"x": size["width"] / 4, "y": size["height"] / 2}, force=True)

    assert float(editor.input_value("#id_focal_x")) == pytest.approx(0.25, abs=0.01)
    point, box = editor.locator(".focal-point").bounding_box(), picture.bounding_box()
    middle = point["x"] + point["width"] / 2 - box["x"]
    assert middle == pytest.approx(box["width"] / 4, abs=3)
    left, _, _ = (
        editor.locator(".focal-crops img")
        .last.evaluate("cut => getComputedStyle(cut).objectPosition")
        .partition("%")
    )
    assert float(left) < 20


def test_a_lead_picture_is_chosen_in_a_window_by_keyboard(editor, images):
    article = make_article("fa", title="باغ")
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(editor.locator("#id_lead_image")).to_be_hidden()
    choose = editor.locator("#lookup_id_lead_image")
    choose.focus()
    with editor.expect_popup() as opened:
        editor.keyboard.press("Enter")
    window = opened.value
    window.wait_for_load_state()  # before its scripts run, the link leads on
    window.get_by_role("link", name="navy").focus()
    with suppress(Error):  # the window closes while the key is still down
        window.keyboard.press("Enter")

    field = editor.get_by_role("group", name="Lead picture")
    expect(field.locator(".image-shown a")).to_have_text("navy")
    expect(field.locator(".image-shown img")).to_be_visible()
    editor.locator("[name=_save]").first.click()
    expect(editor.locator(".success")).to_be_visible()
    assert Article.objects.get().lead_image_id == images[1].pk

    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    editor.get_by_role("button", name="Remove").click()
    expect(choose).to_be_focused()
    editor.locator("[name=_save]").first.click()
    expect(editor.locator(".success")).to_be_visible()
    assert Article.objects.get().lead_image_id is None


def test_a_lead_picture_is_uploaded_in_a_window_and_handed_over(editor):
    editor.goto("/admin/articles/article/add/")
    with editor.expect_popup() as opened:
        editor.locator("#add_id_lead_image").click()
    window = opened.value
    window.set_input_files("#upload-files", _files(1))
    window.get_by_role("button", name="Choose this picture").click()

    expect(editor.locator(".image-shown a")).to_have_text("picture-0.jpg")
    assert editor.locator("#id_lead_image").input_value() == str(ImageAsset.objects.get().pk)


def test_a_picture_is_put_into_a_body_at_the_cursor(editor, images):
    article = make_article("fa", title="باغ", body="<p>یک</p>\n<p>دو</p>")
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    editor.get_by_role("button", name="Show the HTML").click()
    editor.locator("#id_body_fa").evaluate("text => text.setSelectionRange(4, 4)")
    with editor.expect_popup() as opened:
        editor.locator("#lookup_insert_id_body_fa").click()
    opened.value.get_by_role("link", name="maroon").click()

    number = images[2].pk
    figure = f'<figure data-image="{number}"></figure>'
    expect(editor.locator("#id_body_fa")).to_have_value(f"<p>یک</p>\n\n{figure}\n\n<p>دو</p>")
    previews = editor.locator("[data-for=id_body_fa] .body-previews li")
    expect(previews).to_have_text(["maroon"])
    editor.locator("#id_body_fa").press_sequentially('<figure data-image="987041">')
    expect(previews).to_contain_text(["maroon", "There is no such image. (987041)"])


def test_the_order_of_a_gallery_is_changed_by_keyboard(editor, images):
    gallery = make_gallery("fa", images=images)
    editor.goto(f"/admin/media_library/photogallery/{gallery.pk}/change/")
    expect(editor.get_by_role("button", name="Move up: teal")).to_be_disabled()
    editor.get_by_role("button", name="Move down: teal").focus()
    editor.keyboard.press("Enter")
    expect(editor.get_by_role("button", name="Move down: teal")).to_be_focused()
    expect(editor.locator("#order-said")).to_have_text("Now in place 2 of 3")
    editor.keyboard.press("Enter")
    expect(editor.get_by_role("button", name="Move up: teal")).to_be_focused()
    editor.locator("[name=_save]").first.click()
    expect(editor.locator(".success")).to_be_visible()

    gallery.refresh_from_db()
    shown = gallery.gallery_pictures.order_by("position").values_list("image", flat=True)
    assert list(shown) == [images[1].pk, images[2].pk, images[0].pk]
    assert gallery.image_id == images[1].pk


def test_the_order_of_a_gallery_is_changed_by_dragging(editor, images):
    gallery = make_gallery("fa", images=images)
    editor.goto(f"/admin/media_library/photogallery/{gallery.pk}/change/")
    handles = editor.locator(".has_original .order-handle")
    handles.nth(2).hover()
    editor.mouse.down()
    top = handles.nth(0).bounding_box()
    editor.mouse.move(top["x"], top["y"] + 120, steps=8)
    editor.mouse.move(top["x"], top["y"] - 20, steps=8)
    editor.mouse.up()

    names = editor.locator(".has_original .image-shown a")
    expect(names).to_have_text(["maroon", "teal", "navy"])
    positions = editor.locator(".has_original [name$='-position']")
    assert [field.input_value() for field in positions.all()] == ["1", "2", "3"]


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_pages_of_the_library_break_no_rule_of_accessibility(editor, images, code):
    gallery = make_gallery("fa", images=images)
    _speak(editor, code)
    ids = ",".join(str(image.pk) for image in images)
    found = {}
    for address in (
        IMAGES,
        f"{IMAGES}?_popup=1",
        UPLOAD,
        f"{IMAGES}captions/?ids={ids}",
        f"{IMAGES}{images[0].pk}/change/",
        f"{IMAGES}{images[0].pk}/replace/",
        f"/admin/media_library/photogallery/{gallery.pk}/change/",
        f"/admin/media_library/photogallery/gather/?ids={ids}",
    ):
        editor.goto(address)
        if address == UPLOAD:
            editor.set_input_files("#upload-files", _files(2))
            expect(editor.locator("#upload-next")).to_be_visible(timeout=30_000)
        violations = Axe().run(editor, context=WIDGETS).response["violations"]
        ours = [(v["id"], v["nodes"][0]["html"]) for v in violations if v["id"] not in DJANGOS_OWN]
        if ours:
            found[address] = ours

    assert found == {}
    assert editor.foreign == []
