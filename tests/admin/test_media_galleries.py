"""Photo galleries: their pictures, the order of them, and many put in at once."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from media_library.models import ImageAsset, PhotoGallery
from nejat.editions.registry import EDITIONS
from tests.admin.desk import GALLERIES, GATHER, IMAGES, filled_in, nodes, texts
from tests.factories import make_gallery, make_image
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

PREFIX = "gallery_pictures"
TODAY = timezone.localdate()


@pytest.fixture
def images() -> list[ImageAsset]:
    return [make_image("fa", colour=colour, alt_text=colour) for colour in ("teal", "navy", "red")]


@pytest.fixture
def gallery(images) -> PhotoGallery:
    return make_gallery("fa", images=images, state="draft")


def _form(gallery: PhotoGallery) -> str:
    return f"{GALLERIES}{gallery.pk}/change/"


def _save(client, gallery: PhotoGallery, **changes: object):
    return client.post(_form(gallery), filled_in(client, _form(gallery)) | changes)


def _shown(gallery: PhotoGallery) -> list[str]:
    pictures = gallery.gallery_pictures.order_by("position", "pk")
    return [row.image.alt_text_fa for row in pictures.select_related("image")]


def _row(number: int, **values: object) -> dict[str, object]:
    return {f"{PREFIX}-{number}-{name}": value for name, value in values.items()}


def test_each_picture_is_shown_with_its_place_and_its_captions(speak, gallery):
    page = speak("fa").get(_form(gallery))

    rows = nodes(page, ".inline-related.has_original")
    assert [row.css_first(".image-shown a").text() for row in rows] == ["teal", "navy", "red"]
    assert all(row.css_first(".image-shown img") for row in rows)
    for row in rows:
        assert row.css("details") != []
        captions = [c.attributes for c in row.css("details input")]
        assert [(c["lang"], c["dir"]) for c in captions] == [
            (e.code, e.direction) for e in EDITIONS
        ]
        assert [label.text() for label in row.css("details label")] == [
            f"{e.native_name}:" for e in EDITIONS
        ]


def test_other_places_make_another_order_and_another_first_picture(admin_client, gallery, images):
    _save(admin_client, gallery, **_row(0, position="3"), **_row(2, position="0"))

    gallery.refresh_from_db()
    assert _shown(gallery) == ["red", "navy", "teal"]
    assert (gallery.picture_count, gallery.image_id) == (3, images[2].pk)


def test_pictures_are_added_and_taken_out(admin_client, gallery):
    new = make_image("fa", colour="gold", alt_text="gold")
    total = {f"{PREFIX}-TOTAL_FORMS": "4"}

    answer = _save(
        admin_client,
        gallery,
        **total,
        **_row(3, image=new.pk, position="9"),
        **_row(0, DELETE="on"),
    )

    assert answer.status_code == 302
    gallery.refresh_from_db()
    assert _shown(gallery) == ["navy", "red", "gold"]
    assert (gallery.picture_count, gallery.image.alt_text_fa) == (3, "navy")


def test_a_caption_of_its_own_is_written_in_its_edition(admin_client, gallery):
    _save(admin_client, gallery, **_row(1, caption_sq="Këtu"))

    row = gallery.gallery_pictures.order_by("position")[1]
    assert (row.caption_sq, row.caption_fa or "") == ("Këtu", "")


def test_a_gallery_without_pictures_is_not_published(admin_client):
    empty = make_gallery("fa", state="draft")

    page = _save(admin_client, empty, state_fa="published")

    assert texts(page, ".errorlist.nonform li") == ["Put pictures into it before it is published."]
    assert _save(admin_client, empty, state_fa="in_review").status_code == 302


def test_a_gallery_is_not_published_when_all_its_pictures_are_taken_out(admin_client, gallery):
    out = {f"{PREFIX}-{n}-DELETE": "on" for n in range(3)}

    assert _save(admin_client, gallery, state_fa="published", **out).status_code == 200


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_picture_whose_rights_have_ended_keeps_it_from_being_published(
    admin_client, gallery, images, place
):
    ImageAsset.objects.filter(pk=images[place].pk).update(rights_expire_on=TODAY)

    page = _save(admin_client, gallery, state_sq="published", title_sq="Kopshti")

    assert page.status_code == 200
    [row] = [r for r in nodes(page, ".inline-related") if r.css(".errorlist")]
    assert row.attributes["id"] == f"{PREFIX}-{place}"
    assert "rights to this picture have ended" in row.css_first(".errorlist").text()
    assert _save(admin_client, gallery).status_code == 302


@pytest.mark.parametrize("place", [0, 1])
def test_it_is_published_once_that_picture_is_taken_out(admin_client, gallery, images, place):
    ImageAsset.objects.filter(pk=images[place].pk).update(rights_expire_on=TODAY)

    answer = _save(admin_client, gallery, state_fa="published", **_row(place, DELETE="on"))

    assert answer.status_code == 302
    gallery.refresh_from_db()
    assert (gallery.state_fa, gallery.picture_count) == ("published", 2)


def test_rights_that_end_tomorrow_are_still_there(admin_client, gallery):
    ImageAsset.objects.update(rights_expire_on=TODAY + timedelta(days=1))

    assert _save(admin_client, gallery, state_fa="published").status_code == 302


def test_images_become_a_new_draft_in_their_order(admin_client, images):
    numbers = [images[2].pk, images[0].pk]

    answer = admin_client.post(GATHER, {"ids": f"{numbers[0]},{numbers[1]},x,987041"})

    gallery = PhotoGallery.objects.get()
    assert (answer.status_code, answer.url) == (302, _form(gallery))
    assert _shown(gallery) == ["red", "teal"]
    assert (gallery.picture_count, gallery.image_id) == (2, numbers[0])
    assert {gallery.get_in("state", e.code) for e in EDITIONS} == {"draft"}


def test_images_join_a_gallery_behind_those_it_has_and_each_once(admin_client, gallery, images):
    new = make_image("fa", colour="gold", alt_text="gold")

    page = admin_client.post(
        GATHER, {"ids": f"{images[0].pk},{new.pk}", "gallery": gallery.pk}, follow=True
    )

    assert _shown(gallery) == ["teal", "navy", "red", "gold"]
    assert "1 picture was added." in texts(page, ".messagelist li")


def test_no_gallery_is_made_of_nothing(admin_client):
    admin_client.post(GATHER, {"ids": "x"})
    admin_client.post(GATHER, {"ids": "1", "gallery": "987041"})

    assert PhotoGallery.objects.count() == 0


def test_a_gallery_leads_to_the_grid_and_the_grid_back_into_it(admin_client, gallery, images):
    links = [
        a.attributes["href"] for a in nodes(admin_client.get(_form(gallery)), ".object-tools a")
    ]
    [grid] = [link for link in links if link.startswith(f"{IMAGES}?")]
    chosen = {"action": "gather", "index": "0", "_selected_action": [i.pk for i in images]}

    answer = admin_client.post(grid, chosen)

    assert answer.url == (
        f"{GATHER}?ids={','.join(str(i.pk) for i in images)}&gallery={gallery.pk}"
    )
    [option] = nodes(admin_client.get(answer.url), "#id_gallery option[selected]")
    assert option.attributes["value"] == str(gallery.pk)


@pytest.mark.parametrize("count", [1, 3, 20])
def test_a_form_takes_as_many_queries_however_many_pictures(admin_client, count):
    images = [ImageAsset.objects.create(original_name=f"{n}.jpg") for n in range(count)]
    gallery = make_gallery("fa", images=images)
    admin_client.get(_form(gallery))

    with captured() as statements:
        admin_client.get(_form(gallery))

    assert len(statements) == 11
    assert base_columns_read(statements) <= {"tags_tag.name", "tags_tag.slug", "tags_tag.intro"}


@pytest.mark.parametrize("count", [1, 3, 60])
@pytest.mark.parametrize("kind", ["cartoon", "newspicture", "photogallery", "video"])
def test_a_list_of_works_takes_five_queries_however_long(admin_client, kind, count):
    model = apps.get_model("media_library", kind)
    for n in range(count):
        model.objects.create(title_fa=str(n), image=ImageAsset.objects.create(original_name=str(n)))
    address = f"/admin/media_library/{kind}/"
    admin_client.get(address)

    with captured() as statements:
        page = admin_client.get(address)

    assert len(statements) == 5
    assert [sql for sql in statements if '"body_' in sql or "COUNT(" in sql] == []
    assert len(nodes(page, "#result_list .thumb")) == min(count, 50)
