"""Films and galleries of the library in the bodies of other works."""

import pytest
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from media_library.models import PhotoGallery
from media_library.showing import bodies_html, body_html
from nejat.text import clean_html
from tests.factories import make_gallery, make_image, make_video
from tests.sql import captured

pytestmark = pytest.mark.django_db


def _named(work, caption: str = "") -> str:
    inside = f"<figcaption>{caption}</figcaption>" if caption else ""
    return clean_html(f'<figure data-work="{work._meta.label_lower}:{work.pk}">{inside}</figure>')


def _shown(html: str, code: str = "fa") -> LexborHTMLParser:
    with translation.override(code):
        return LexborHTMLParser(body_html(html))


def _gallery(pictures: int, **fields: object) -> PhotoGallery:
    return make_gallery("fa", images=[make_image("fa") for _ in range(pictures)], **fields)


def test_a_gallery_shows_its_pictures_and_leads_to_its_page():
    gallery = _gallery(2, title="باغ")

    page = _shown(f"<p>پیش</p>{_named(gallery, 'یک <b>عصر</b>')}<p>پس</p>")
    assert len(page.css(".placed .gallery > figure.picture img")) == 2
    caption = page.css_first(".placed > figcaption")
    assert caption.text().split() == ["یک", "عصر", "باغ"]
    assert caption.css_first("a").attributes["href"] == gallery.url_in("fa")
    assert [p.text() for p in page.css("p")] == ["پیش", "پس"]


def test_pictures_of_a_gallery_are_enlarged_but_for_what_may_disturb():
    images = [make_image(colour=colour) for colour in ("teal", "red", "navy")]
    images[1].is_graphic = True
    images[1].save()
    gallery = make_gallery("fa", images=images)

    page = _shown(_named(gallery))

    figures = page.css(".gallery[data-lightbox] > figure")
    assert [len(figure.css("a[data-lightbox-open]")) for figure in figures] == [1, 0, 1]
    assert figures[0].attributes["data-counter"] == "۱ از ۳"
    assert len({figure.attributes["id"] for figure in figures}) == 3
    assert page.css_first("script").attributes["src"].endswith("lightbox.js")


def test_a_gallery_that_stands_in_texts_of_a_page_twice_has_names_of_its_own_in_each():
    bodies = [_named(_gallery(2)) * 2, _named(_gallery(1))]

    with translation.override("fa"):
        page = LexborHTMLParser("".join(bodies_html(bodies)))
    figures = page.css("figure[id]")
    assert len({figure.attributes["id"] for figure in figures}) == len(figures) == 5


def test_a_film_of_another_site_waits_for_the_reader_and_brings_its_script():
    page = _shown(_named(make_video("fa", title="باغ")))

    assert page.css_first("[data-player] a.player-start") is not None
    assert page.css("iframe") == []
    assert page.css_first("script").attributes["src"].endswith("js/player.js")


def test_a_film_that_may_disturb_is_behind_a_warning():
    page = _shown(_named(make_video("fa", is_graphic=True)))

    assert page.css_first("details.graphic .player") is not None


@pytest.mark.parametrize("change", [{"state": "draft"}, {"published_at": None, "state": "draft"}])
def test_what_readers_do_not_see_is_not_put_in(change):
    film = make_video("fa", **change)

    assert _shown(_named(film)).css("figure") == []
    assert _shown(_named(make_video("fa")), "ar").css("figure") == []


@pytest.mark.parametrize("name", ["articles.article:1", "media_library.video:999", "no.kind:1"])
def test_what_is_no_film_or_gallery_is_not_put_in(name):
    assert _shown(f'<figure data-work="{name}"></figure><p>پس</p>').body.html == (
        "<body><p>پس</p></body>"
    )


def test_feeds_show_a_picture_that_leads_to_the_work():
    gallery = _gallery(2)

    with translation.override("fa"):
        [html] = bodies_html([_named(gallery)], plain=True)
    page = LexborHTMLParser(html)
    assert len(page.css("img")) == 1
    assert page.css_first("a").attributes["href"] == gallery.url_in("fa")
    assert page.css("script, .player") == []


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_takes_three_queries(count):
    bodies = [_named(_gallery(2)) + _named(make_video("fa")) for _ in range(count)]

    with translation.override("fa"), captured() as statements:
        bodies_html(bodies)
    assert len(statements) == 3


def test_a_title_is_text_and_never_html():
    film = make_video("fa", title="<script>alert(1)</script>")

    assert "<script>alert" not in body_html(_named(film))
