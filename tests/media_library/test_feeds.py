"""Feeds of media: the pictures, the words in them, and films of our own."""

import pytest
from django.core.files.base import ContentFile
from selectolax.lexbor import LexborHTMLParser

from media_library.kinds import KINDS
from nejat.editions.registry import CODES
from tests.factories import (
    make_cartoon,
    make_gallery,
    make_image,
    make_news_picture,
    make_tag,
    make_video,
)
from tests.feeds import ATOM, read_atom, read_json
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

MAKERS = {
    "cartoons": make_cartoon,
    "newspics": make_news_picture,
    "photos": make_gallery,
    "videos": make_video,
}
TITLES = {"en": "Cartoons", "ar": "كاريكاتير", "fa": "کاریکاتور", "sq": "Karikatura"}
SITE = {"en": "Nejat Society", "ar": "جمعية النجاة", "fa": "انجمن نجات", "sq": "Shoqata Nejat"}


def _items(client, kind: str, code: str = "fa"):
    return read_json(client, f"/{code}/media/{kind}/feed.json")["items"]


def _own_film(**fields):
    video = make_video("fa", address="", **fields)
    video.file.save("فیلم.mp4", ContentFile(b"film"))
    return video


@pytest.mark.parametrize("code", CODES)
def test_a_feed_is_called_by_its_kind_and_by_the_site(client, code):
    titles = {
        read_atom(client, f"/{code}/media/cartoons/feed/").findtext(f"{ATOM}title"),
        read_json(client, f"/{code}/media/cartoons/feed.json")["title"],
    }

    assert titles == {f"{TITLES[code]} – {SITE[code]}"}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_feed_holds_the_works_of_its_kind(client, kind):
    for make in MAKERS.values():
        make("fa", title=f"{make.__name__}")
    MAKERS[kind]("fa", state="draft")

    [item] = _items(client, kind)

    assert item["title"] == MAKERS[kind].__name__
    assert item["id"].startswith(f"tag:nejatngo.org,2003:fa/media/{kind}/")


def test_the_picture_the_text_and_the_words_of_a_cartoon_are_in_its_entry(client):
    image = make_image("fa", alt_text="دو زن", caption="در باغ")
    make_cartoon("fa", image=image, body="<p>A</p>", words="نان\n& <گل>", tags=[])

    [item] = _items(client, "cartoons")
    content = LexborHTMLParser(item["content_html"], is_fragment=True)

    assert content.css_first("figure img").attributes["alt"] == "دو زن"
    assert [p.text() for p in content.css("p")] == ["A", "نان& <گل>"]
    assert item["image"] == f"http://testserver{image.file.url}"


def test_tags_are_those_that_have_a_name_here(client):
    work = make_news_picture("fa")
    work.tags.add(make_tag("fa", name="باغ"), make_tag("en"))
    make_cartoon("fa").tags.add(make_tag("fa"))

    [item] = _items(client, "newspics")

    assert item["tags"] == ["باغ"]


def test_a_film_of_our_own_is_enclosed_and_one_from_elsewhere_is_not(client):
    ours = _own_film(title="ours")
    make_video("fa", title="theirs")

    files = {item["title"]: item.get("attachments") for item in _items(client, "videos")}
    entry = read_atom(client, "/fa/media/videos/feed/").findall(f"{ATOM}entry")[1]

    address = f"http://testserver{ours.file.url}"
    assert files == {"ours": [{"url": address, "mime_type": "video/mp4"}], "theirs": None}
    assert entry.find(f"{ATOM}link[@rel='enclosure']").attrib == {
        "rel": "enclosure",
        "type": "video/mp4",
        "href": address,
    }


@pytest.mark.parametrize("image_is_graphic", [True, False])
@pytest.mark.parametrize("film_is_graphic", [True, False])
def test_what_needs_a_warning_is_not_enclosed(client, film_is_graphic, image_is_graphic):
    _own_film(is_graphic=film_is_graphic, image=make_image(is_graphic=image_is_graphic))

    [item] = _items(client, "videos")
    content = LexborHTMLParser(item["content_html"], is_fragment=True)

    warned = film_is_graphic or image_is_graphic
    assert ("attachments" in item, "image" in item) == (not film_is_graphic, not warned)
    assert (len(content.css("img")), len(content.css(".graphic-sign"))) == (not warned, warned)


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("kind", MAKERS)
def test_a_feed_takes_four_queries_however_long(client, kind, count):
    image, tag = make_image("fa"), make_tag("fa")
    for _ in range(count):
        more = {"images": [image]} if kind == "photos" else {"image": image}
        work = MAKERS[kind]("fa", body=f'<figure data-image="{image.pk}"></figure>', **more)
        work.tags.add(tag)

    for form in ("feed/", "feed.json"):
        with captured() as statements:
            response = client.get(f"/fa/media/{kind}/{form}")

        assert response.content.decode().count(f"tag:nejatngo.org,2003:fa/media/{kind}/") == count
        assert len(statements) == 4
        assert base_columns_read(statements) == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_a_list_says_where_its_feeds_are(client, kind):
    page = LexborHTMLParser(client.get(f"/fa/media/{kind.path}/").content.decode())

    links = {a.attributes["href"] for a in page.css("link[rel=alternate][type*='application/']")}
    assert {f"/fa/media/{kind.path}/feed/", f"/fa/media/{kind.path}/feed.json"} <= links
