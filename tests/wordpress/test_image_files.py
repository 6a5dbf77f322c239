"""Which file an attachment's image is made of, and what happens when that changes."""

import pytest

from articles.models import Article
from media_library import library
from media_library.models import ImageAsset
from nejat.wordpress.importer import images
from nejat.wordpress.models import ImportRecord
from tests.wordpress.media import UPLOADS, draw, picture, shown
from tests.wordpress.wxr import Importer, item, meta

pytestmark = pytest.mark.django_db

SCALED = 'a:2:{s:5:"width";i:30;s:14:"original_image";s:11:"camera.jpeg";}'


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.fixture
def media(tmp_path):
    draw(tmp_path / "uploads/a.png")
    return tmp_path / "uploads"


def results():
    """The images that attachments have become, by the old ids of those."""
    found = ImportRecord.objects.filter(kind="attachment").order_by("old_id")
    return [record.object_id for record in found]


def names():
    return sorted(ImageAsset.objects.values_list("original_name", flat=True))


@pytest.mark.parametrize(
    ("name", "original", "metadata"),
    [
        ("a-scaled.jpg", "a.jpg", ""),
        ("a-rotated.jpg", "a.jpg", ""),
        ("2024/a-scaled.jpg", "2024/camera.jpeg", SCALED),
        ("a-30x20.jpg", "a.jpg", ""),
        ("a-scaled-30x20.jpg", "a-scaled.jpg", ""),
    ],
)
def test_the_original_is_taken_where_it_lies_beside(run, media, name, original, metadata):
    draw(media / name, "green", (30, 20))
    draw(media / original, "green", (60, 40))

    run(picture(3, name, meta("_wp_attachment_metadata", metadata)), media=media)

    image = ImageAsset.objects.get()
    assert (image.original_name, image.width) == (original.rpartition("/")[2], 60)
    assert run.report["repaired"] == []


def test_a_picture_that_was_edited_on_the_old_site_stays_edited(run, media):
    draw(media / "cut-scaled-e1700000000000.jpg", "green", (30, 20))
    draw(media / "camera.jpeg", "green", (60, 40))

    run(picture(3, "cut-scaled-e1700000000000.jpg", meta("_wp_attachment_metadata", SCALED)),
        media=media)  # fmt: skip

    assert names() == ["cut-scaled-e1700000000000.jpg"]


def test_without_its_original_the_scaled_picture_is_taken(run, media):
    draw(media / "b-scaled.png")

    run(picture(3, "b-scaled.png"), media=media)

    assert names() == ["b-scaled.png"]


def test_a_refused_original_leaves_its_place_to_the_scaled_picture(run, media):
    draw(media / "b-scaled.png", "red")
    (media / "b.png").write_bytes(b"torn")

    run(picture(3, "b-scaled.png"), media=media)

    assert names() == ["b-scaled.png"]
    assert run.repairs(3) == [
        "its original is refused, so a smaller file stands for it: Only JPEG, PNG, GIF, WebP and"
        " AVIF are taken; please save the picture as one of them."
    ]


@pytest.mark.parametrize("order", [(3, 4), (4, 3)])
def test_an_attachment_that_is_a_size_of_another_is_that_one(run, media, order):
    draw(media / "big.png", "blue", (300, 200))
    draw(media / "big-30x20.png", "blue")
    said = {3: picture(3, "big.png"), 4: picture(4, "big-30x20.png")}
    body = f'<img src="{UPLOADS}big-30x20.png">'

    run(*(said[old_id] for old_id in order), item(1, body=body), media=media)

    image = ImageAsset.objects.get()
    assert (image.original_name, results()) == ("big.png", [image.pk, image.pk])
    assert Article.objects.get().body_fa == shown(image.pk)


def test_a_file_that_staff_replaced_stays(run, media):
    run(picture(3), media=media)
    image = ImageAsset.objects.get()
    with draw(media.parent / "new.png", "red").open("rb") as file:
        library.replace_file(image, file, "new.png")

    run(picture(3, alt="Changed"), media=media)

    assert (names(), results()) == (["new.png"], [image.pk])


def test_an_attachment_with_another_file_is_another_image(run, media):
    draw(media / "b.png", "red")
    run(picture(3), media=media)

    run(picture(3, "b.png"), media=media)

    assert names() == ["a.png", "b.png"]
    assert results() == [ImageAsset.objects.get(original_name="b.png").pk]


def test_a_file_that_cannot_be_read_is_named_and_stops_nothing(run, media, monkeypatch):
    draw(media / "b.png", "red")
    original = images.add_image

    def refuse(file, name, **said):
        if name == "a.png":
            raise OSError("the disk says no")
        return original(file, name, **said)

    monkeypatch.setattr(images, "add_image", refuse)

    report = run(picture(3), picture(4, "b.png"), media=media)

    assert names() == ["b.png"]
    assert [skip["reason"] for skip in report["skipped"]] == ["error: the disk says no"]
    assert run.exit_code == 1

    monkeypatch.undo()
    run(picture(3), picture(4, "b.png"), media=media)
    assert run.totals("attachment") == {"read": 2, "created": 1, "unchanged": 1}
