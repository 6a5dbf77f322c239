"""Readers' pages of cartoons, news pictures, galleries and videos."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone, translation
from selectolax.lexbor import LexborHTMLParser

from media_library.kinds import KINDS
from media_library.library import make_renditions
from media_library.models import Video
from media_library.presets import PRESETS, digest
from nejat.editions.registry import CODES
from tests.factories import (
    PUBLISHED_AT,
    make_cartoon,
    make_gallery,
    make_image,
    make_news_picture,
    make_tag,
    make_video,
)

pytestmark = pytest.mark.django_db

MAKERS = {
    "cartoon": make_cartoon,
    "newspicture": make_news_picture,
    "photogallery": make_gallery,
    "video": make_video,
}


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _list(kind: str, code: str = "fa") -> str:
    with translation.override(code):
        return reverse(f"media_library:{kind}_list")


def _titles(page: LexborHTMLParser) -> list[str]:
    return [heading.text() for heading in page.css(".tile h2")]


@pytest.mark.parametrize("kind", MAKERS)
def test_a_list_shows_what_is_public_in_its_edition_newest_first(client, kind):
    make = MAKERS[kind]
    make("fa", title="یک")
    make("fa", title="دو", published_at=PUBLISHED_AT + timedelta(days=1))
    make("fa", title="سه", published_at=timezone.now() + timedelta(days=1))
    make("fa", title="چهار", state="draft")
    make("ar", title="خمسة")

    assert _titles(_page(client, _list(kind))) == ["دو", "یک"]


@pytest.mark.parametrize("kind", MAKERS)
def test_older_works_are_on_the_next_page(client, kind):
    for number in range(14):
        MAKERS[kind]("en", title=f"{number}", published_at=PUBLISHED_AT + timedelta(days=number))

    first = _page(client, _list(kind, "en"))
    older = first.css_first(".pager a[rel=next]").attributes["href"]
    second = _page(client, _list(kind, "en") + older)

    titles = [*_titles(first), *_titles(second)]
    assert titles == [str(number) for number in reversed(range(14))]


@pytest.mark.parametrize("kind", MAKERS)
def test_a_work_has_its_own_page_and_the_address_of_today(client, kind):
    work = MAKERS[kind]("fa", title="باغ", standfirst="کوتاه", body="<p>متن.</p>")
    address = work.url_in("fa")

    page = _page(client, address)

    assert address.startswith(_list(kind) + f"{work.pk}/")
    assert page.css_first("h1").text() == "باغ"
    assert page.css_first(".prose p").text() == "متن."
    assert page.css_first("link[rel=canonical]").attributes["href"].endswith(address)
    for other in (f"{_list(kind)}{work.pk}/", f"{_list(kind)}{work.pk}/چیز/"):
        moved = client.get(other)
        assert (moved.status_code, moved.url) == (301, address)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_is_not_public_is_a_page_for_staff_alone(client, admin_client, kind, state):
    work = MAKERS[kind]("fa", state=state)
    address = work.url_in("fa")

    assert client.get(address).status_code == 404
    preview = admin_client.get(address)
    assert preview.status_code == 200
    assert "no-store" in preview.headers["Cache-Control"]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_switcher_leads_to_the_list_where_the_work_is_not(client, kind):
    page = _page(client, MAKERS[kind]("fa").url_in("fa"))

    link = page.css_first("header a[hreflang=sq]").attributes["href"]
    assert link == _list(kind, "sq") + "#not-in-this-edition"


@pytest.mark.parametrize("kind", MAKERS)
def test_neighbours_and_works_with_a_tag_in_common_are_offered(client, kind):
    tag = make_tag("fa", name="باغ")
    days = [PUBLISHED_AT + timedelta(days=number) for number in range(7)]
    works = [MAKERS[kind]("fa", title=f"{n}", published_at=day) for n, day in enumerate(days)]
    for number in (0, 3):
        works[number].tags.add(tag)

    page = _page(client, works[3].url_in("fa"))

    assert page.css_first(".neighbours [rel=prev] bdi").text() == "4"
    assert page.css_first(".neighbours [rel=next] bdi").text() == "2"
    related = [link.text() for link in page.css(".related .link div > a")]
    assert related == ["0", "6", "5", "4"]
    assert page.css_first(".tags a").text() == "باغ"


def test_a_cartoon_shows_its_words_caption_and_credit(client):
    image = make_image("fa", alt_text="گربه", caption="شرح", credit="م. ن.")
    page = _page(client, make_cartoon("fa", image=image, words="سلام\n\nخداحافظ").url_in("fa"))

    assert page.css_first(".lead img").attributes["alt"] == "گربه"
    assert page.css_first("figcaption").text().split() == ["شرح", "م.", "ن."]
    assert [p.text() for p in page.css(".words p")] == ["سلام", "خداحافظ"]
    assert page.css_first("[data-lightbox-open]").attributes["href"] == image.file.url


def test_a_news_picture_names_its_source(client):
    work = make_news_picture("en", source_name="Desk", source_address="https://example.org/")
    source = _page(client, work.url_in("en")).css_first(".source a")

    assert (source.text(), source.attributes["href"]) == ("Desk", "https://example.org/")


@pytest.mark.parametrize(("code", "counters"), [("fa", "۱ از ۲|۲ از ۲"), ("en", "1 of 2|2 of 2")])
def test_a_gallery_is_a_page_of_figures_in_their_order(client, code, counters):
    images = [make_image(code, colour=c, caption=c) for c in ("red", "green")]
    gallery = make_gallery(code, images=images)
    shown = gallery.gallery_pictures.get(image=images[1])
    shown.set_in(code, caption="of the gallery")
    shown.save()

    page = _page(client, gallery.url_in(code))

    figures = page.css(".figures figure")
    assert [figure.attributes["id"] for figure in figures] == ["picture-1", "picture-2"]
    assert "|".join(figure.attributes["data-counter"] for figure in figures) == counters
    captions = [figure.css_first("figcaption").text().strip() for figure in figures]
    assert captions == ["red", "of the gallery"]
    links = [figure.css_first("a").attributes["href"] for figure in figures]
    assert links == [image.file.url for image in images]


def test_the_first_picture_stands_for_the_gallery(client):
    images = [make_image(colour=c) for c in ("red", "green")]
    gallery = make_gallery("fa", images=images)

    gallery.gallery_pictures.filter(image=images[0]).update(position=9)
    gallery.count_pictures()

    assert (gallery.image, gallery.picture_count) == (images[1], 2)
    tile = _page(client, _list("photogallery")).css_first(".tile")
    assert tile.css_first("img").attributes["src"] == images[1].file.url
    assert "۲ عکس" in tile.css_first(".card-foot").text()


def test_a_video_of_another_site_loads_nothing_before_the_click(client):
    work = make_video("fa", image=make_image())

    page = _page(client, work.url_in("fa"))

    player = page.css_first(".player")
    start = player.css_first("a").attributes
    assert start["href"] == work.address
    assert player.attributes["data-player"].startswith("https://www.youtube-nocookie.com/embed/")
    assert page.css("iframe") == []


def test_a_film_of_our_own_has_subtitles_in_the_languages_it_has(client):
    work = make_video("fa", address="", transcript="<p>گفت.</p>", image=make_image())
    work.file.save("film.mp4", ContentFile(b"film"), save=False)
    for code in ("fa", "sq"):
        subtitles = work.get_in("subtitles", code)
        subtitles.save(f"{code}.vtt", ContentFile(b"WEBVTT"), save=False)
    work.save()

    page = _page(client, work.url_in("fa"))

    film = page.css_first("video").attributes
    assert (film["src"], film["preload"], "controls" in film) == (work.file.url, "none", True)
    assert film["poster"] == work.image.file.url
    tracks = [track.attributes for track in page.css("track")]
    assert [(t["srclang"], t["label"], "default" in t) for t in tracks] == [
        ("fa", "فارسی", True),
        ("sq", "Shqip", False),
    ]
    assert page.css_first(".transcript .prose p").text() == "گفت."


@pytest.mark.parametrize("code", CODES)
def test_graphic_content_is_behind_a_warning(client, code):
    image = make_image(code, is_graphic=True)
    works = [
        make_cartoon(code, image=image),
        make_gallery(code, images=[image]),
        make_video(code, is_graphic=True),
    ]

    for work in works:
        page = _page(client, work.url_in(code))
        inside = page.css_first("details.graphic")
        assert inside.css_first("img, .player") is not None
        assert "open" not in inside.attributes
        assert page.css_first(".lead > picture, .figures figure > a, article > .player") is None
    for kind in ("cartoon", "photogallery", "video"):
        assert _page(client, _list(kind, code)).css(".tile img") == []


def test_a_work_whose_rights_are_over_cannot_be_published_again():
    image = make_image(rights_expire_on=timezone.localdate())
    work = make_cartoon("fa", image=image)

    with pytest.raises(ValidationError, match="rights") as error:
        work.full_clean()

    assert set(error.value.message_dict) == {"state_fa"}


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"address": "https://example.org/film"}, "address"),
        ({"address": ""}, "state_fa"),
    ],
)
def test_a_video_needs_a_film(fields, faulty):
    video = Video(title_fa="فیلم", state_fa="published", **fields)

    with pytest.raises(ValidationError) as error:
        video.full_clean()

    assert faulty in error.value.message_dict


def test_a_rendition_of_a_former_file_leads_to_that_of_today(client):
    image = make_image(size=(700, 700))
    make_renditions(image)
    end = digest(PRESETS["card"])
    old = f"/files/renditions/{image.pk}/0000000000/card-640-123456.avif"

    moved = client.get(old)

    today = f"/files/renditions/{image.pk}/{image.key}/card-640-{end}.avif"
    assert (moved.status_code, moved.url) == (302, today)
    found = client.get(moved.url)
    assert b"".join(found.streaming_content)[4:12] == b"ftypavif"
    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    of_no_format = f"/files/renditions/{image.pk}/0000000000/card-1-123456.gif"
    assert client.get(of_no_format).status_code == 404
    assert client.get("/files/renditions/999/0000000000/card-640-123456.avif").status_code == 404
    default_storage.delete(moved.url.removeprefix("/files/"))
    missing = client.get(moved.url)
    assert (missing.status_code, missing.headers["Content-Type"]) == (404, "image/png")
    assert "immutable" not in missing.headers["Cache-Control"]


def test_every_kind_has_its_place_in_the_menu(client):
    page = _page(client, "/en/")

    links = {a.attributes["href"]: a.text() for a in page.css("nav.menu a")}
    assert {str(k.title): links.get(f"/en/media/{k.path}/") for k in KINDS} == {
        str(k.title): str(k.title) for k in KINDS
    }
