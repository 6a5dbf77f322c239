"""The form of an image: its facts, its focal point, another file, where it is used."""

import pytest
from django.core.files.storage import default_storage

from media_library.admin import making
from media_library.library import make_renditions
from media_library.models import ImageAsset
from tests.admin.desk import IMAGES, bad_file, filled_in, nodes, picture_file, texts
from tests.factories import (
    make_article,
    make_cartoon,
    make_gallery,
    make_image,
    make_page,
    make_tag,
)
from tests.sql import captured

pytestmark = pytest.mark.django_db


@pytest.fixture
def image() -> ImageAsset:
    image = make_image("fa", size=(64, 40), alt_text="باغ")
    make_renditions(image)
    return image


def _form(image: ImageAsset) -> str:
    return f"{IMAGES}{image.pk}/change/"


def _replace(image: ImageAsset) -> str:
    return f"{IMAGES}{image.pk}/replace/"


def _stored(image: ImageAsset) -> set[str]:
    return set(default_storage.listdir(f"renditions/{image.pk}")[0])


def test_facts_are_told_in_the_digits_of_the_interface(speak, admin_user, image):
    ImageAsset.objects.update(width=1600, height=1000, byte_size=2_500_000, uploaded_by=admin_user)

    english, persian = (texts(speak(c).get(_form(image)), ".image-facts dd") for c in ("en", "fa"))

    assert english[:4] == [str(image.pk), "teal.jpg", "1,600 × 1,000", "2.4 MB"]
    assert english[4].endswith("admin")
    assert persian[2:4] == ["۱٬۶۰۰ × ۱٬۰۰۰", "۲٫۴ مگابایت"]


def test_the_form_has_the_words_of_each_edition_and_no_field_for_the_file(speak, image):
    page = speak("fa").get(_form(image))

    named = [f.attributes["name"] for f in nodes(page, "#imageasset_form [name]")]
    assert [n for n in named if n.endswith("_sq")] == [
        *("alt_text_sq", "caption_sq", "credit_sq", "place_sq")
    ]
    assert {"focal_x", "focal_y", "is_decorative", "is_graphic", "licence", "tags"} <= set(named)
    assert {"file", "original_name", "sha256"} & set(named) == set()


def test_the_focal_point_has_a_name_and_crops_by_the_presets(speak, image):
    page = speak("fa").get(_form(image))

    [point] = nodes(page, ".focal-point")
    assert (point.attributes["role"], point.attributes["tabindex"]) == ("slider", "0")
    assert point.attributes["aria-label"]
    assert nodes(page, ".focal-picture")[0].attributes["dir"] == "ltr"
    names = {crop["name"]: crop["ratio"] for crop in page.context["crops"]}
    assert names == {"card": [8, 5], "hero": [16, 9], "portrait": [3, 4], "thumb": [1, 1]}


def test_a_graphic_picture_is_folded_away(speak, image):
    ImageAsset.objects.update(is_graphic=True)

    assert nodes(speak("en").get(_form(image)), "details.graphic .focal-picture img")


def test_another_focal_point_makes_other_renditions(
    admin_client, image, django_capture_on_commit_callbacks
):
    before = _stored(image)
    values = filled_in(admin_client, _form(image)) | {"focal_x": "0.123"}

    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_client.post(_form(image), values)

    image.refresh_from_db()
    assert (answer.status_code, image.focal_x, image.has_renditions) == (302, 0.123, True)
    assert _stored(image) == {image.key} != before


def test_words_make_no_renditions(
    admin_client, image, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(making, "make_renditions", lambda image: pytest.fail("made"))
    values = filled_in(admin_client, _form(image)) | {"caption_sq": "Kopshti", "licence": "own"}

    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(_form(image), values)

    image.refresh_from_db()
    assert (image.caption_sq, image.licence) == ("Kopshti", "own")


def test_a_focal_point_outside_the_picture_is_refused(admin_client, image):
    values = filled_in(admin_client, _form(image)) | {"focal_y": "1.2"}

    page = admin_client.post(_form(image), values)

    assert set(page.context["adminform"].form.errors) == {"focal_y"}


@pytest.mark.django_db(transaction=True)
def test_renditions_that_cannot_be_made_are_told_of(admin_client, image):
    default_storage.delete(image.file.name)
    values = filled_in(admin_client, _form(image)) | {"focal_x": "0.2"}

    admin_client.post(_form(image), values)

    image.refresh_from_db()
    assert image.focal_x == 0.2
    assert any("smaller sizes" in text for text in texts(admin_client.get(IMAGES), ".warning"))


def test_a_form_saved_as_it_stands_changes_nothing(admin_client, image):
    image.tags.add(make_tag("fa"))
    before = ImageAsset.objects.values().get()

    admin_client.post(_form(image), filled_in(admin_client, _form(image)))

    after = ImageAsset.objects.values().get()
    assert {k: v or "" for k, v in after.items() if k != "updated_at"} == {
        k: v or "" for k, v in before.items() if k != "updated_at"
    }
    assert image.tags.count() == 1


def test_another_file_keeps_number_words_and_works(
    admin_client, image, django_capture_on_commit_callbacks
):
    work = make_article("fa", lead_image=image)
    old = image.file.name

    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_client.post(_replace(image), {"file": picture_file(7, "new.jpg")})

    assert (answer.status_code, answer.url) == (302, _form(image))
    new = ImageAsset.objects.get()
    assert (new.pk, new.alt_text_fa, new.original_name) == (image.pk, "باغ", "new.jpg")
    assert new.file.name != old
    assert not default_storage.exists(old)
    assert new.has_renditions
    assert _stored(new) == {new.key}
    work.refresh_from_db()
    assert work.lead_image_id == image.pk


@pytest.mark.parametrize("case", ["bad", "taken", "none"])
def test_a_file_that_cannot_take_its_place_is_refused_with_a_sentence(admin_client, image, case):
    other = make_image(colour="navy")
    with other.file.open() as stored:
        content = stored.read()
    before = ImageAsset.objects.order_by("pk").values_list("file", "sha256")[0]
    sent = {"bad": {"file": bad_file()}, "taken": {"file": picture_file(3)}, "none": {}}[case]
    if case == "taken":
        admin_client.post(_replace(other), {"file": picture_file(3)})

    page = admin_client.post(_replace(image), sent)

    assert (page.status_code, bool(content)) == (200, True)
    assert len(texts(page, ".errorlist li")) == 1
    assert ImageAsset.objects.order_by("pk").values_list("file", "sha256")[0] == before


def test_the_page_for_another_file_shows_the_one_there_is(admin_client, image):
    page = admin_client.get(_replace(image))

    assert nodes(page, ".replace-pair figure img")
    assert texts(page, ".image-facts dd")[1] == "teal.jpg"


def test_works_that_show_it_are_listed_with_place_state_and_readers(speak, image):
    article = make_article("fa", title="نامه", lead_image=image)
    page = make_page("en", title="About", body=f'<figure data-image="{image.pk}"></figure>')
    gallery = make_gallery("sq", title="Kopshti", images=[image], state_sq="draft")

    shown = speak("en").get(_form(image))

    links = [a.attributes["href"] for a in nodes(shown, ".uses a")]
    assert set(links) == {
        f"/admin/articles/article/{article.pk}/change/",
        f"/admin/pages/page/{page.pk}/change/",
        f"/admin/media_library/photogallery/{gallery.pk}/change/",
    }
    rows = {
        " | ".join(cell.text(strip=True) for cell in row.css("td"))
        for row in nodes(shown, ".uses tbody tr")
    }
    assert rows == {
        "Article:نامه | lead picture | enarfasq | see it now",
        "Photo gallery:Kopshti | picture of the gallery | enarfasq | do not see it",
        "Page:About | body, English | enarfasq | see it now",
    }
    dots = [dot.attributes["class"] for dot in nodes(shown, ".uses .dot")]
    assert sorted(set(dots)) == ["dot dot-absent", "dot dot-draft", "dot dot-published"]


def test_an_image_no_work_shows_says_so(speak, image):
    assert texts(speak("en").get(_form(image)), ".uses p") == ["No work shows it."]


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_takes_as_many_queries_however_many_works_show_it(admin_client, image, count):
    for _ in range(count):
        make_article("fa", lead_image=image, body=f'<figure data-image="{image.pk}"></figure>')
        make_cartoon("fa", image=image)
        make_gallery("fa", images=[image])
    admin_client.get(_form(image))

    with captured() as statements:
        admin_client.get(_form(image))

    assert len(statements) == 16
