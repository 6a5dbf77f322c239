"""Attachments with their files, and without."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from articles.models import Article
from nejat.wordpress.models import ImportRecord, OldAddress
from tests.wordpress.wxr import Importer, attachment, item, meta

pytestmark = pytest.mark.django_db

UPLOADS = "https://example.org/fa/wp-content/uploads/"
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
    picture(folder / "2024/05/garden.png")
    return folder


def picture(path: Path, size=(30, 20)):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "green").save(path, "PNG")


def data():
    return ImportRecord.objects.get(kind="attachment").data


def test_a_featured_picture_becomes_the_lead_picture(run, media):
    run(GARDEN, FEATURED, media=media)

    article = Article.objects.get()
    assert article.lead_image.name == "imports/fa/2024/05/garden.png"
    assert (article.lead_image_width, article.lead_image_height) == (30, 20)
    assert (article.lead_image_alt_fa, article.lead_image_caption_fa) == ("A garden", "In spring")
    assert default_storage.exists(article.lead_image.name)
    assert run.report["repaired"] == []


def test_without_media_the_addresses_are_kept_and_reported(run):
    run(GARDEN, FEATURED)

    assert data() == {
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

    assert '<img src="/files/imports/fa/2024/05/garden.png"' in Article.objects.get().body_fa


def test_media_that_come_later_are_taken_in(run, media):
    run(GARDEN, FEATURED, IN_BODY)

    run(GARDEN, FEATURED, IN_BODY, media=media)

    assert run.totals("attachment") == {"read": 1, "updated": 1}
    assert run.totals("post") == {"read": 2, "updated": 2}
    first, second = Article.objects.order_by("pk")
    assert first.lead_image.name == "imports/fa/2024/05/garden.png"
    assert '<img src="/files/imports/fa/2024/05/garden.png"' in second.body_fa

    run(GARDEN, FEATURED, IN_BODY, media=media)

    assert run.totals("post") == {"read": 2, "unchanged": 2}
    assert run.totals("attachment") == {"read": 1, "unchanged": 1}


@pytest.mark.parametrize("above", ["", "uploads", "wp-content/uploads"])
def test_the_media_folder_may_be_that_of_the_whole_site(run, tmp_path, above):
    picture(tmp_path / "site" / above / "2024/05/garden.png")

    run(GARDEN, media=tmp_path / "site")

    assert data()["file"] == "imports/fa/2024/05/garden.png"


def test_the_odd_same_folder_in_addresses_is_folded(run, media):
    picture(media / "cover.png")

    run(
        attachment(3, UPLOADS + "./cover.png", meta("_wp_attached_file", "./cover.png")),
        media=media,
    )

    assert data()["file"] == "imports/fa/cover.png"
    assert OldAddress.objects.filter(path="wp-content/uploads/cover.png").exists()


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("../secret.png", b"", "its path leads out of the media folder"),
        ("page.html", b"<script>", ".html is not a kind of file that is published"),
        ("fake.png", b"GIF89a", "the picture is damaged"),
    ],
)
def test_files_that_are_not_what_they_should_be_are_refused(run, media, path, content, reason):
    (media / path).write_bytes(content)

    run(attachment(3, UPLOADS + "x.png", meta("_wp_attached_file", path)), media=media)

    assert "file" not in data()
    assert run.repairs(3)[0].startswith(f"file refused: {reason}")


def test_a_link_out_of_the_media_folder_is_refused(run, media, tmp_path):
    picture(tmp_path / "secret.png")
    (media / "link.png").symlink_to(tmp_path / "secret.png")

    run(attachment(3, UPLOADS + "link.png"), media=media)

    assert "file" not in data()


def test_a_file_that_an_interrupted_run_copied_is_not_copied_again(run, media):
    run(GARDEN, media=media)
    ImportRecord.objects.all().delete()

    run(GARDEN, media=media)

    folder = Path(default_storage.path("imports/fa/2024/05"))
    assert [path.name for path in folder.iterdir()] == ["garden.png"]


def test_a_dry_run_copies_no_file(run, media):
    run(GARDEN, FEATURED, media=media, dry_run=True)

    assert run.report["repaired"] == []
    assert not Path(default_storage.path("imports")).exists()


def test_a_picture_whose_name_ends_like_a_size_is_itself(run, media):
    picture(media / "map.png")
    picture(media / "map-600x400.png")
    run(
        attachment(3, UPLOADS + "map-600x400.png"),
        attachment(4, UPLOADS + "map.png"),
        item(1, body=f'<img src="{UPLOADS}map.png">'),
        media=media,
    )

    assert 'src="/files/imports/fa/map.png"' in Article.objects.get().body_fa
