"""Old addresses of pictures and media works answer 301, in one hop, to what is there today."""

import pytest

from media_library.library import replace_file
from media_library.models import Cartoon, ImageAsset, Video
from nejat.editions.registry import CODES
from tests.factories import make_cartoon, make_gallery, make_image, make_news_picture, make_video
from tests.sql import captured
from tests.wordpress.answers import leads
from tests.wordpress.media import UPLOADS, draw, film, picture
from tests.wordpress.wxr import Importer, attachment, item, link, meta

pytestmark = pytest.mark.django_db

CARTOON = link("ctype", "cartoons")


@pytest.fixture
def run(tmp_path):
    draw(tmp_path / "uploads/2024/05/باغ.png")
    run = Importer(tmp_path)
    return lambda *parts: run(*parts, media=tmp_path / "uploads")


GARDEN = picture(3, "2024/05/باغ.png", link="https://example.org/fa/letter/garden/")


@pytest.mark.parametrize(
    "path",
    [
        "wp-content/uploads/2024/05/باغ.png",
        "wp-content/uploads/./2024/05/%D8%A8%D8%A7%D8%BA.png",
        "wp-content/uploads/2024/05/باغ-300x200.png",
        "wp-content/uploads/2024/05/باغ-scaled.png",
        "wp-content/uploads/2024/05/باغ-scaled-300x200.png",
        "letter/garden/",
        "posts/3",
        "?attachment_id=3",
    ],
)
def test_every_form_of_an_upload_leads_to_the_file_of_its_image(run, client, path):
    run(GARDEN)

    assert leads(client, f"/fa/{path}") == ImageAsset.objects.get().file.url


def test_a_file_that_was_replaced_is_found_at_the_old_address(run, client, tmp_path):
    run(GARDEN)
    image = ImageAsset.objects.get()
    before = image.file.url
    with draw(tmp_path / "new.png", "red").open("rb") as file:
        replace_file(image, file, "new.png")

    found = leads(client, "/fa/wp-content/uploads/2024/05/باغ.png")

    assert found == image.file.url != before


def test_the_upload_of_an_image_that_is_gone_is_not_found(run, client):
    run(GARDEN)
    ImageAsset.objects.get().delete()

    assert client.get("/fa/wp-content/uploads/2024/05/باغ.png").status_code == 404


def test_other_files_lead_to_where_they_were_copied(run, client, tmp_path):
    film(tmp_path / "uploads/rain.mp4")
    run(attachment(7, UPLOADS + "rain.mp4"))

    assert leads(client, "/fa/wp-content/uploads/rain.mp4") == "/files/imports/fa/rain.mp4"


@pytest.mark.parametrize("path", ["posts/1", "?p=1", "2012/05/rain", "posts/1/amp/", "an-old-one"])
def test_a_post_that_became_a_media_work_is_found_there(run, client, path):
    featured = meta("_thumbnail_id", 3), meta("_wp_old_slug", "an-old-one")
    run(GARDEN, item(1, CARTOON, *featured, link="https://example.org/fa/2012/05/rain/"))

    cartoon = Cartoon.objects.get()
    assert leads(client, f"/fa/{path}") == cartoon.url_in("fa")
    assert "/media/cartoons/" in cartoon.url_in("fa")


def test_a_link_to_an_old_picture_leads_to_it(run, client):
    body = f'<a href="{UPLOADS}./2024/05/باغ.png">The picture</a>'
    run(GARDEN, item(1, link("ctype", "videos"), body=f"{body}\n\nhttps://youtu.be/abcdefghijk"))

    href = Video.objects.get().body_fa.partition('href="')[2].partition('"')[0]
    assert leads(client, href) == ImageAsset.objects.get().file.url


class Media:
    """A work of each kind in an edition."""

    def __init__(self, code):
        image = make_image(code)
        works = {
            "cartoons": make_cartoon(code, slug="rain"),
            "newspics": make_news_picture(code, slug="rain"),
            "photos": make_gallery(code, images=[image], slug="rain"),
            "videos": make_video(code, slug="rain"),
        }
        self.addresses = {path: work.url_in(code) for path, work in works.items()}


@pytest.mark.parametrize("code", CODES)
def test_our_own_former_addresses_of_media_lead_to_those_of_today(client, code):
    for path, address in Media(code).addresses.items():
        bare = address.removesuffix("rain/").rstrip("/")

        assert address.startswith(f"/{code}/media/{path}/")
        for asked in (f"{bare}/former", f"{bare}/former/?amp=1", bare, f"{address}amp/"):
            assert leads(client, asked) == address


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ctype/videos", "media/videos/"),
        ("ctype/videos/feed", "media/videos/feed/"),
        ("ctype/videos/page/7", "media/videos/"),
        ("ctype/%D9%88%DB%8C%D8%AF%D8%A6%D9%88", "media/videos/"),
        ("posts/type/video", "media/videos/"),
        ("posts/type/video/feed/", "media/videos/feed/"),
        ("ctype/cartoons/page/2", "media/cartoons/"),
        ("ctype/newspics", "media/newspics/"),
        ("ctype/photos/amp/", "media/photos/"),
        ("ctype/gallery/feed", "media/photos/feed/"),
        ("module/cartoons", "media/cartoons/"),
        ("media/videos", "media/videos/"),
        ("media/videos?amp=1", "media/videos/"),
        ("media/videos/feed", "media/videos/feed/"),
    ],
)
def test_lists_of_a_kind_lead_to_its_list_or_its_feed(client, old, new):
    assert leads(client, f"/fa/{old}") == f"/fa/{new}"


@pytest.mark.parametrize(
    "path",
    [
        "media/cartoons/999",
        "media/cartoons/999/rain/",
        "media/cartoons/x/?amp=1",
        "media/nothing",
        "media/nothing/1/rain",
        "media",
    ],
)
def test_media_that_were_never_there_are_not_found(client, path):
    assert client.get(f"/fa/{path}").status_code == 404


def test_a_work_that_readers_may_not_see_is_not_found(client):
    cartoon = make_cartoon("fa", state="draft")

    assert client.get(f"/fa/media/cartoons/{cartoon.pk}").status_code == 404


def test_addresses_of_media_cost_no_look_up(client):
    address = make_cartoon("fa", slug="rain").url_in("fa")

    with captured() as statements:
        assert client.get(address).status_code == 200

    assert [sql for sql in statements if "oldaddress" in sql] == []
