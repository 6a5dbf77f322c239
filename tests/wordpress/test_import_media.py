"""Attachments with their files, and without."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from articles.models import Article
from media_library.models import ImageAsset
from nejat.wordpress.models import ImportRecord, OldAddress
from tests.wordpress.media import UPLOADS, draw, film, shown
from tests.wordpress.wxr import Importer, attachment, item, meta

pytestmark = pytest.mark.django_db

GARDEN = attachment(
    3,
    UPLOADS + "2024/05/garden.png",
    meta("_wp_attached_file", "2024/05/garden.png"),
    meta("_wp_attachment_image_alt", "A garden"),
    excerpt="In spring",
    title="garden",
)
FEATURED = item(1, meta("_thumbnail_id", 3))
IN_BODY = item(
    2, body=f'<p><img class="wp-image-3" src="{UPLOADS}./2024/05/garden-300x200.png"></p>'
)


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.fixture
def media(tmp_path):
    folder = tmp_path / "uploads"
    draw(folder / "2024/05/garden.png")
    return folder


def record():
    return ImportRecord.objects.get(kind="attachment")


def test_a_picture_becomes_an_image_of_the_library(run, media):
    run(GARDEN, media=media)

    image = ImageAsset.objects.get()
    assert (image.original_name, image.width, image.height) == ("garden.png", 30, 20)
    assert (image.alt_text_fa, image.caption_fa) == ("A garden", "In spring")
    assert default_storage.exists(image.file.name)
    assert record().result == image
    assert record().data == {
        "address": UPLOADS + "2024/05/garden.png",
        "title": "garden",
        "alt": "A garden",
        "caption": "In spring",
    }
    assert run.report["repaired"] == []


def test_a_featured_picture_becomes_the_lead_picture(run, media):
    run(GARDEN, FEATURED, media=media)

    article = Article.objects.get()
    assert article.lead_image == ImageAsset.objects.get()
    assert article.lead_image_caption_fa == ""
    assert run.report["repaired"] == []


def test_without_media_the_addresses_are_kept_and_reported(run):
    run(GARDEN, FEATURED)

    assert not ImageAsset.objects.exists()
    assert record().object_id is None
    assert record().data == {
        "address": UPLOADS + "2024/05/garden.png",
        "title": "garden",
        "alt": "A garden",
        "caption": "In spring",
    }
    assert run.repairs(3) == [
        f"no file among the media: its address is kept ({UPLOADS}2024/05/garden.png)"
    ]
    assert ImportRecord.objects.get(kind="post").data == {
        "lead_image": UPLOADS + "2024/05/garden.png",
        "missing_media": True,
    }


def test_a_picture_in_a_body_is_ours_in_whatever_size_it_was_shown(run, media):
    run(IN_BODY, GARDEN, media=media)

    assert Article.objects.get().body_fa == shown(ImageAsset.objects.get().pk)


def test_media_that_come_later_are_taken_in(run, media):
    run(GARDEN, FEATURED, IN_BODY)

    run(GARDEN, FEATURED, IN_BODY, media=media)

    assert run.totals("attachment") == {"read": 1, "updated": 1}
    assert run.totals("post") == {"read": 2, "updated": 2}
    image = ImageAsset.objects.get()
    first, second = Article.objects.order_by("pk")
    assert first.lead_image == image
    assert second.body_fa == shown(image.pk)

    run(GARDEN, FEATURED, IN_BODY, media=media)

    assert run.totals("post") == {"read": 2, "unchanged": 2}
    assert run.totals("attachment") == {"read": 1, "unchanged": 1}


@pytest.mark.parametrize("above", ["", "uploads", "wp-content/uploads"])
def test_the_media_folder_may_be_that_of_the_whole_site(run, tmp_path, above):
    draw(tmp_path / "site" / above / "2024/05/garden.png")

    run(GARDEN, media=tmp_path / "site")

    assert record().result == ImageAsset.objects.get()


def test_the_odd_same_folder_in_addresses_is_folded(run, media):
    draw(media / "cover.png")

    run(
        attachment(3, UPLOADS + "./cover.png", meta("_wp_attached_file", "./cover.png")),
        media=media,
    )

    assert record().result == ImageAsset.objects.get()
    assert OldAddress.objects.filter(path="wp-content/uploads/cover.png").exists()


def test_a_file_that_is_no_picture_is_copied(run, media):
    film(media / "2024/05/rain.mp4")
    address = UPLOADS + "2024/05/rain.mp4"

    run(attachment(3, address), item(1, body=f"[video mp4={address}]"), media=media)

    name = "imports/fa/2024/05/rain.mp4"
    assert (record().data["file"], record().object_id) == (name, None)
    assert default_storage.exists(name)
    assert f'src="/files/{name}"' in Article.objects.get().body_fa


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("../secret.png", b"", "its path leads out of the media folder"),
        ("page.html", b"<script>", ".html is not a kind of file that is published"),
        ("torn.gif", b"GIF89a", "This picture is damaged or cut off"),
        ("empty.png", b"", "This file is empty"),
        ("logo.svg", b"<svg/>", "SVG is not taken"),
        ("scan.tif", b"II*\0", "Only JPEG, PNG, GIF, WebP and AVIF are taken"),
    ],
)
def test_files_that_are_not_what_they_should_be_are_refused(run, media, path, content, reason):
    (media / path).write_bytes(content)

    run(attachment(3, UPLOADS + "x.png", meta("_wp_attached_file", path)), media=media)

    assert (record().object_id, record().data.get("file")) == (None, None)
    assert run.repairs(3)[0].startswith(f"file refused: {reason}")
    assert run.exit_code == 0


def test_a_link_out_of_the_media_folder_is_refused(run, media, tmp_path):
    draw(tmp_path / "secret.png")
    (media / "link.png").symlink_to(tmp_path / "secret.png")

    run(attachment(3, UPLOADS + "link.png"), media=media)

    assert record().object_id is None
    assert not ImageAsset.objects.exists()


def test_a_file_that_an_interrupted_run_took_in_is_not_taken_again(run, media):
    run(GARDEN, media=media)
    ImportRecord.objects.all().delete()

    run(GARDEN, media=media)

    stored = [path for path in Path(default_storage.path("")).rglob("*") if path.is_file()]
    assert [path.suffix for path in stored] == [".png"]
    assert record().result == ImageAsset.objects.get()


def test_a_dry_run_stores_no_file_and_reports_the_same(run, media):
    film(media / "rain.mp4")
    (media / "torn.gif").write_bytes(b"GIF89a")
    whole = (
        GARDEN,
        FEATURED,
        IN_BODY,
        *(
            attachment(number, UPLOADS + name)
            for number, name in ((4, "rain.mp4"), (5, "torn.gif"))
        ),
    )

    dry = run(*whole, media=media, dry_run=True)

    assert not ImageAsset.objects.exists()
    assert not Path(default_storage.path("")).exists()
    assert run(*whole, media=media) == dry


def test_a_picture_whose_name_ends_like_a_size_is_itself(run, media):
    draw(media / "map.png", "red")
    draw(media / "map-600x400.png", "blue")
    run(
        attachment(3, UPLOADS + "map-600x400.png"),
        attachment(4, UPLOADS + "map.png"),
        item(1, body=f'<img src="{UPLOADS}map.png">'),
        item(2, body=f'<img src="{UPLOADS}map-600x400.png">'),
        media=media,
    )

    plain, sized = (
        ImageAsset.objects.get(original_name=name).pk for name in ("map.png", "map-600x400.png")
    )
    first, second = Article.objects.order_by("pk")
    assert (first.body_fa, second.body_fa) == (shown(plain), shown(sized))


def test_a_picture_that_is_called_otherwise_is_taken_under_its_true_kind(run, media):
    draw(media / "photo.png")
    (media / "photo.png").rename(media / "photo.jpg")

    run(attachment(3, UPLOADS + "photo.jpg", meta("_wp_attached_file", "photo.jpg")), media=media)

    image = ImageAsset.objects.get()
    assert (image.original_name, image.file.name.endswith(".png")) == ("photo.png", True)
    assert run.report["repaired"] == []
