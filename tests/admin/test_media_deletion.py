"""Images that a work shows are not deleted, by whatever door; others go with their files."""

import pytest
from django.core.files.storage import default_storage
from django.db.models import ProtectedError

from media_library.library import delete_images, make_renditions
from media_library.models import ImageAsset
from tests.admin.desk import IMAGES, staff, texts
from tests.factories import make_article, make_cartoon, make_gallery, make_image, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def image() -> ImageAsset:
    image = make_image("fa", alt_text="باغ")
    make_renditions(image)
    return image


def _figure(image: ImageAsset) -> str:
    return f'<figure data-image="{image.pk}"></figure>'


USES = {
    "lead": lambda image: make_article("fa", title="نامه", lead_image=image),
    "body": lambda image: make_page("fa", title="نامه", body=_figure(image)),
    "draft": lambda image: make_article("fa", title="نامه", body=_figure(image), state="draft"),
    "cartoon": lambda image: make_cartoon("fa", title="نامه", image=image),
    "gallery": lambda image: make_gallery("fa", title="نامه", images=[image]),
}
PLACES = {
    "lead": "Article: نامه (lead picture)",
    "body": "Page: نامه (body, فارسی)",
    "draft": "Article: نامه (body, فارسی)",
    "cartoon": "Cartoon: نامه (picture)",
    "gallery": "Photo gallery: نامه (picture of the gallery)",
}


def _delete(client, image: ImageAsset):
    return client.post(f"{IMAGES}{image.pk}/delete/", {"post": "yes"})


def _delete_chosen(client, *images: ImageAsset, **more: str):
    chosen = [image.pk for image in images]
    data = {"action": "delete_selected", "_selected_action": chosen, **more}
    return client.post(IMAGES, data)


@pytest.mark.parametrize("use", USES)
def test_the_form_refuses_and_names_the_work(admin_client, image, use):
    USES[use](image)

    asked = admin_client.get(f"{IMAGES}{image.pk}/delete/")
    answered = _delete(admin_client, image)

    assert texts(asked, "#deleted-objects li") == [PLACES[use]]
    assert answered.status_code == 200
    assert ImageAsset.objects.filter(pk=image.pk).exists()


@pytest.mark.parametrize("use", USES)
def test_the_action_refuses_and_names_the_work(admin_client, image, use):
    other = make_image(colour="navy")
    USES[use](image)

    asked = _delete_chosen(admin_client, image, other, index="0")
    answered = _delete_chosen(admin_client, image, other, post="yes")

    assert texts(asked, "#deleted-objects li") == [PLACES[use]]
    assert texts(answered, "#deleted-objects li") == [PLACES[use]]
    assert ImageAsset.objects.count() == 2


@pytest.mark.parametrize("use", USES)
def test_no_other_door_deletes_it_either(image, use):
    USES[use](image)

    for delete in (
        image.delete,
        ImageAsset.objects.all().delete,
        lambda: delete_images(ImageAsset.objects.all()),
    ):
        with pytest.raises(ProtectedError):
            delete()
    assert default_storage.exists(image.file.name)


@pytest.mark.parametrize("by", ["form", "action"])
def test_a_use_between_question_and_answer_deletes_nothing(admin_client, image, by, monkeypatch):
    USES["body"](image)
    monkeypatch.setattr("media_library.admin.deleting.uses_of_any", lambda images: [])

    if by == "form":
        answer = _delete(admin_client, image)
    else:
        answer = _delete_chosen(admin_client, image, post="yes")

    assert answer.status_code == 302
    assert ImageAsset.objects.filter(pk=image.pk).exists()


@pytest.mark.parametrize("by", ["form", "action"])
def test_what_no_work_shows_goes_with_its_files(
    admin_client, image, by, django_capture_on_commit_callbacks
):
    kept = make_image(colour="navy")
    make_renditions(kept)

    with django_capture_on_commit_callbacks(execute=True):
        answer = (
            _delete(admin_client, image)
            if by == "form"
            else _delete_chosen(admin_client, image, post="yes")
        )

    assert (answer.status_code, answer.url) == (302, IMAGES)
    assert list(ImageAsset.objects.all()) == [kept]
    assert not default_storage.exists(image.file.name)
    assert default_storage.listdir("renditions")[0] == [str(kept.pk)]
    assert default_storage.exists(kept.file.name)


def test_files_stay_until_the_deletion_is_certain(image):
    delete_images(ImageAsset.objects.all())

    assert default_storage.exists(image.file.name)


def test_an_image_without_renditions_or_file_can_be_deleted(
    admin_client, django_capture_on_commit_callbacks
):
    bare = ImageAsset.objects.create(original_name="gone.jpg")

    with django_capture_on_commit_callbacks(execute=True):
        assert _delete(admin_client, bare).status_code == 302
    assert ImageAsset.objects.count() == 0


def test_a_file_that_another_image_has_stays(image, django_capture_on_commit_callbacks):
    twin = ImageAsset.objects.create(file=image.file.name)

    with django_capture_on_commit_callbacks(execute=True):
        delete_images(ImageAsset.objects.filter(pk=twin.pk))

    assert default_storage.exists(image.file.name)


def test_staff_without_the_right_delete_nothing(client, image):
    viewer = staff(client, "view_imageasset", "change_imageasset")

    assert _delete(viewer, image).status_code == 403
    _delete_chosen(viewer, image, post="yes")
    assert ImageAsset.objects.count() == 1
