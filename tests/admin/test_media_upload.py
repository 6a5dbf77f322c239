"""Uploading images: what each file is answered, with a script and without."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.test import Client

from media_library.admin import making, receiving, uploading
from media_library.models import ImageAsset
from tests.admin.desk import JSON, UPLOAD, bad_file, nodes, picture_file, send, texts
from tests.factories import make_gallery

pytestmark = pytest.mark.django_db


def test_a_new_file_is_taken_with_its_renditions(admin_client, admin_user):
    answer = send(admin_client, picture_file(name="باغ.jpg"), json=True)

    image = ImageAsset.objects.get()
    found = answer.json()
    assert answer.status_code == 201
    assert (found["id"], found["name"], found["is_duplicate"]) == (image.pk, "باغ.jpg", False)
    assert found["address"] == f"/admin/media_library/imageasset/{image.pk}/change/"
    assert (found["warning"], found["alike"]) == ("", [])
    assert "<img" in found["html"]
    assert "باغ.jpg" in found["line"]
    assert (image.original_name, image.uploaded_by) == ("باغ.jpg", admin_user)
    assert image.has_renditions
    assert LogEntry.objects.get().is_addition()


def test_the_words_of_the_batch_are_written_in_its_edition(admin_client):
    send(admin_client, picture_file(), json=True, edition="sq", credit="Nejat", licence="own")

    image = ImageAsset.objects.get()
    assert (image.credit_sq, image.credit_en, image.licence) == ("Nejat", "", "own")


def test_the_same_file_again_is_the_image_there_is(admin_client):
    send(admin_client, picture_file(1), json=True)
    answer = send(admin_client, picture_file(1, "other.jpg"), json=True, credit="Somebody else")

    image = ImageAsset.objects.get()
    assert answer.status_code == 200
    assert (answer.json()["id"], answer.json()["is_duplicate"]) == (image.pk, True)
    assert "Already in the library" in answer.json()["line"]
    assert image.credit_fa == ""


def test_a_picture_that_looks_like_one_there_is_says_so(admin_client):
    first = send(admin_client, picture_file(1, size=(320, 240)), json=True).json()["id"]
    answer = send(admin_client, picture_file(1, "small.jpg", size=(160, 120)), json=True)

    assert answer.status_code == 201
    assert [alike["id"] for alike in answer.json()["alike"]] == [first]
    assert "It looks like" in answer.json()["line"]


def test_a_file_that_is_no_picture_is_refused_with_a_sentence(admin_client):
    answer = send(admin_client, bad_file(), json=True)

    assert answer.status_code == 400
    assert answer.json()["error"].startswith("This picture is damaged")
    assert "This picture is damaged" in answer.json()["line"]
    assert ImageAsset.objects.count() == 0


def test_a_file_that_is_too_large_is_told_apart(admin_client, monkeypatch):
    monkeypatch.setattr("media_library.intake.gate.MOST_BYTES", 1000)
    monkeypatch.setattr(receiving, "MOST_BYTES", 1000)

    assert send(admin_client, picture_file(), json=True).status_code == 413


@pytest.mark.parametrize(
    ("files", "fields"),
    [
        (0, {}),
        (2, {}),
        (1, {"edition": "xx"}),
        (1, {"licence": "stolen"}),
        (1, {"credit": "x" * 201}),
    ],
)
def test_what_cannot_be_meant_is_refused(admin_client, files, fields):
    pictures = [picture_file(number) for number in range(files)]

    answer = send(admin_client, *pictures, json=True, **fields)

    assert (answer.status_code, ImageAsset.objects.count()) == (400, 0)
    assert answer.json()["error"]


def test_renditions_that_cannot_be_made_lose_no_upload(admin_client, monkeypatch):
    def fail(image):
        raise OSError("disk full")

    monkeypatch.setattr(making, "make_renditions", fail)
    answer = send(admin_client, picture_file(), json=True)

    image = ImageAsset.objects.get()
    assert answer.status_code == 201
    assert "smaller sizes could not be made" in answer.json()["warning"]
    assert default_storage.exists(image.file.name)


def test_the_page_asks_for_many_files_and_for_their_words(speak):
    page = speak("fa").get(UPLOAD)

    [chooser] = nodes(page, "input[type=file]")
    assert "multiple" in chooser.attributes
    assert chooser.attributes["accept"] == ".jpg,.jpeg,.png,.gif,.webp,.avif"
    [edition] = nodes(page, "#id_edition option[selected]")
    assert edition.attributes["value"] == "fa"


def test_without_a_script_all_files_are_answered_for_on_one_page(admin_client):
    send(admin_client, picture_file(1), json=True)

    page = send(admin_client, picture_file(1), bad_file(), picture_file(2), credit="Nejat")

    assert page.status_code == 200
    kinds = [line.attributes["class"] for line in nodes(page, "#upload-lines > li")]
    assert kinds == [f"upload-line upload-{status}" for status in (200, 400, 201)]
    assert "This picture is damaged" in texts(page, ".upload-error")[0]
    old, new = ImageAsset.objects.order_by("pk")
    ids = {field.attributes["value"] for field in nodes(page, "#upload-next [name=ids]")}
    assert ids == {f"{old.pk},{new.pk}"}
    assert new.credit_fa == "Nejat"


def test_without_a_script_a_form_without_files_says_what_is_missing(admin_client):
    assert texts(send(admin_client), ".errorlist li") == ["Choose at least one file."]


def test_more_files_than_fit_into_a_request_are_refused_before_any_is_taken(
    admin_client, monkeypatch
):
    monkeypatch.setattr(uploading, "MOST_FILES", 2)

    page = send(admin_client, *[picture_file(number) for number in range(3)])

    assert texts(page, ".errorlist li") == ["Send at most 2 files at a time."]
    assert ImageAsset.objects.count() == 0


def test_the_server_takes_no_more_than_a_hundred_files(admin_client):
    assert send(admin_client, *[bad_file(f"{n}.jpg") for n in range(101)]).status_code == 400


def test_in_a_window_of_a_form_a_picture_can_be_handed_over(admin_client):
    answer = send(admin_client, picture_file(), json=True, _popup="1")

    assert f'data-choose="{answer.json()["id"]}"' in answer.json()["line"]
    assert nodes(admin_client.get(UPLOAD, {"_popup": "1"}), "input[name=_popup]")


def test_adding_an_image_is_uploading_it(admin_client):
    page = admin_client.get("/admin/media_library/imageasset/add/?_popup=1")

    assert nodes(page, "#upload-form")[0].attributes["action"].startswith(UPLOAD)
    assert nodes(page, "input[name=_popup]")


def test_the_page_of_a_gallery_leads_back_into_it(admin_client):
    gallery = make_gallery("en", title="The garden", state="draft")
    page = admin_client.get(UPLOAD, {"gallery": gallery.pk})

    assert nodes(page, "#upload-next [name=gallery]")[0].attributes["value"] == str(gallery.pk)
    assert nodes(admin_client.get(UPLOAD, {"gallery": "x"}), "[name=gallery]") == []


def test_a_request_without_its_token_is_refused(admin_user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)

    assert strict.post(UPLOAD, {"files": picture_file()}, headers=JSON).status_code == 403
    assert ImageAsset.objects.count() == 0
