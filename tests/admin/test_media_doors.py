"""Who may enter where: strangers, staff without rights, staff with just the right one."""

from collections.abc import Iterator

import pytest

from media_library.models import GalleryPicture, ImageAsset, PhotoGallery
from tests.admin.desk import (
    CAPTIONS,
    GALLERIES,
    GATHER,
    IMAGES,
    JSON,
    UPLOAD,
    nodes,
    picture_file,
    staff,
    texts,
)
from tests.factories import make_article, make_gallery, make_image

pytestmark = pytest.mark.django_db

DOORS = {
    "add": (f"{IMAGES}add/", "add_imageasset"),
    "upload": (UPLOAD, "add_imageasset"),
    "captions": (f"{CAPTIONS}?ids={{pk}}", "change_imageasset"),
    "replace": (f"{IMAGES}{{pk}}/replace/", "change_imageasset"),
    "thumbnail": (f"{IMAGES}{{pk}}/thumbnail/", "view_imageasset"),
    "gather": (f"{GATHER}?ids={{pk}}", "add_photogallery"),
}


@pytest.fixture
def image() -> ImageAsset:
    return make_image("fa", alt_text="باغ")


@pytest.fixture(params=DOORS)
def entrance(request, image) -> Iterator[tuple[str, str]]:
    address, right = DOORS[request.param]
    return address.format(pk=image.pk), right


def _state() -> tuple:
    return (
        list(ImageAsset.objects.order_by("pk").values("pk", "sha256", "alt_text_fa")),
        PhotoGallery.objects.count(),
        GalleryPicture.objects.count(),
    )


def _sent(image: ImageAsset) -> dict[str, object]:
    """What would change something at each of the doors."""
    words = {f"{image.pk}-alt_text_fa": "دیگر", f"initial-{image.pk}-alt_text_fa": "باغ"}
    files = {"files": picture_file(1), "file": picture_file(2)}
    return {"ids": str(image.pk), "edition": "fa", **words, **files}


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_are_led_to_the_login(client, image, entrance, method):
    before, (address, _right) = _state(), entrance

    answer = getattr(client, method)(address, _sent(image) if method == "post" else None)

    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/?next=")
    assert _state() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_without_the_right_are_refused(client, image, entrance, method):
    address, right = entrance
    others = {"add_imageasset", "change_imageasset", "view_imageasset", "delete_imageasset"}
    others |= {"add_article", "view_photogallery"}
    implied = {"view_imageasset": {"change_imageasset"}}
    staff(client, *(others - {right} - implied.get(right, set())))
    before = _state()

    answer = getattr(client, method)(address, _sent(image) if method == "post" else None)

    assert answer.status_code == 403
    assert _state() == before


def test_staff_with_just_that_right_enter(client, entrance):
    address, right = entrance

    assert staff(client, right).get(address).status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_scripts_are_refused_in_json(client, entrance, method):
    address = entrance[0].replace("/add/", "/upload/")  # what scripts are told to use
    stranger = getattr(client, method)(address, headers=JSON)
    known = getattr(staff(client), method)(address, headers=JSON)

    assert [stranger.status_code, known.status_code] == [403, 403]
    assert stranger.json()["error"].startswith("You are logged out.")
    assert known.json()["error"] == "You are not allowed to do this."


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_change_nothing(admin_client, entrance, method):
    before = _state()

    getattr(admin_client, method)(entrance[0])

    assert _state() == before


def test_nothing_is_made_by_looking(admin_client, image):
    before = _state()

    page = admin_client.get(GATHER, {"ids": str(image.pk)})

    assert texts(page, ".tiles bdi") == ["باغ"]
    assert _state() == before


def test_pictures_go_into_a_gallery_only_by_who_may_change_it(client, image):
    gallery = make_gallery("fa")
    sent = {"ids": str(image.pk), "gallery": gallery.pk}

    assert staff(client, "add_photogallery").post(GATHER, sent).status_code == 403
    assert staff(client, "change_photogallery").post(GATHER, sent).status_code == 403  # it is read
    editor = staff(client, "change_photogallery", "publish_photogallery")
    assert editor.post(GATHER, sent).status_code == 302
    assert staff(client, "change_photogallery").post(GATHER, {"ids": image.pk}).status_code == 403
    assert PhotoGallery.objects.count() == 1


def test_who_may_only_look_changes_nothing_in_a_form(client, image):
    viewer = staff(client, "view_imageasset")
    page = viewer.get(f"{IMAGES}{image.pk}/change/")

    assert page.status_code == 200
    assert nodes(page, "[data-focal]") == []
    assert "Replace the file" not in texts(page, ".object-tools a")
    assert viewer.post(f"{IMAGES}{image.pk}/change/", {"focal_x": "0.1"}).status_code == 403


def test_actions_are_offered_to_who_may_take_them(client, image):
    def offered(*permissions: str) -> set[str]:
        page = staff(client, "view_imageasset", *permissions).get(IMAGES)
        return {o.attributes["value"] for o in nodes(page, "[name=action] option")} - {""}

    assert offered() == set()
    assert offered("change_imageasset") == {"write_words", "add_tags", "remove_tags"}
    assert offered("add_photogallery") == {"gather"}
    assert offered("delete_imageasset") == {"delete_selected"}


def test_uploading_is_offered_beside_a_field_to_who_may(client):
    address = "/admin/articles/article/add/"

    assert nodes(staff(client, "add_article").get(address), "#add_id_lead_image") == []
    assert nodes(staff(client, "add_article", "add_imageasset").get(address), "#add_id_lead_image")


def test_works_are_linked_for_who_may_open_them(client, image):
    work = make_article("fa", title="نامه", lead_image=image)
    address = f"{IMAGES}{image.pk}/change/"

    seen = [
        [a.attributes["href"] for a in nodes(staff(client, *rights).get(address), ".uses a")]
        for rights in (["view_imageasset"], ["view_imageasset", "view_article"])
    ]

    assert seen == [[], [f"/admin/articles/article/{work.pk}/change/"]]


def test_a_thumbnail_is_told_in_json(admin_client, image):
    found = admin_client.get(f"{IMAGES}{image.pk}/thumbnail/")

    assert found.json()["words"] == "باغ"
    assert found.json()["address"] == f"{IMAGES}{image.pk}/change/"
    assert "<img" in found.json()["html"]
    assert admin_client.get(f"{IMAGES}{image.pk + 1}/thumbnail/").status_code == 404


@pytest.mark.parametrize("page", ["replace/", "thumbnail/"])
def test_an_image_that_is_gone_is_not_found(admin_client, page):
    assert admin_client.get(f"{IMAGES}41/{page}").status_code == 404


def test_galleries_have_a_door_of_their_own_name(admin_client):
    assert admin_client.get(f"{GALLERIES}gather/").status_code == 200
    assert texts(admin_client.get(GATHER), "#content-main p") == ["No image is chosen."]
