"""Images as HTML, in the words of the page's edition."""

from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from media_library.library import make_renditions
from media_library.models import ImageAsset
from media_library.presets import PRESETS, UnknownPreset, digest
from media_library.showing import body_html, picture_html
from tests.factories import make_image
from tests.sql import captured

pytestmark = pytest.mark.django_db


@pytest.fixture
def image() -> ImageAsset:
    image = make_image("fa", size=(1700, 1000), alt_text='باغ "ما"', caption="در بهار")
    image.alt_text_en = "Our garden"
    image.credit_fa = "عکاس: م. ن."
    image.save()
    make_renditions(image)
    return image


def _parsed(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html, is_fragment=True)


@pytest.mark.parametrize(("code", "alt"), [("fa", 'باغ "ما"'), ("en", "Our garden"), ("ar", "")])
def test_a_picture_offers_its_widths_and_formats_with_the_words_of_the_edition(image, code, alt):
    with translation.override(code), captured() as statements:
        page = _parsed(picture_html(image, "card"))

    sources = [source.attributes for source in page.css("picture > source")]
    start = f"/files/renditions/{image.pk}/{image.key}/card-"
    assert [s["type"] for s in sources] == ["image/avif", "image/webp"]
    end, widths = digest(PRESETS["card"]), PRESETS["card"].widths
    assert sources[0]["srcset"] == ", ".join(f"{start}{w}-{end}.avif {w}w" for w in widths)
    assert {s["sizes"] for s in sources} == {PRESETS["card"].sizes}
    shown = page.css_first("picture > img").attributes
    assert shown["alt"] == alt
    assert shown["src"].startswith(start)
    assert shown["src"].endswith(".jpg")
    assert int(shown["width"]) / int(shown["height"]) == pytest.approx(1.6, abs=0.01)
    assert (shown["loading"], "fetchpriority" in shown) == ("lazy", False)
    assert statements == []


def test_the_picture_seen_first_is_fetched_first(image):
    shown = _parsed(picture_html(image, "lead", eager=True)).css_first("img").attributes

    assert ("loading" in shown, shown["fetchpriority"]) == (False, "high")


def test_every_preset_can_be_shown(image):
    for name in PRESETS:
        assert _parsed(picture_html(image, name)).css_first("img") is not None
    with pytest.raises(UnknownPreset, match="billboard"):
        picture_html(image, "billboard")


def test_a_preset_that_is_new_shows_the_original_until_its_files_are_made(image):
    image.renditions_made = f"{image.key}-{digest(PRESETS['lead'])}"

    card = _parsed(picture_html(image, "card")).css_first("img").attributes["src"]
    lead = _parsed(picture_html(image, "lead")).css_first("img").attributes["src"]

    assert card == image.file.url
    assert lead.startswith(f"/files/renditions/{image.pk}/{image.key}/lead-")


def test_an_image_of_unknown_size_is_shown_in_its_own():
    image = ImageAsset(file="old/x.jpg")

    assert "width" not in _parsed(picture_html(image, "card")).css_first("img").attributes


def test_decoration_has_an_empty_alt_text(image):
    image.is_decorative = True

    with translation.override("fa"):
        assert _parsed(picture_html(image, "card")).css_first("img").attributes["alt"] == ""


def test_an_image_whose_renditions_are_not_made_shows_its_original(image):
    image.focal_x = 0.9
    image.save()

    page = _parsed(picture_html(image, "card"))

    assert page.css("source") == []
    assert page.css_first("img").attributes["src"] == image.file.url


@pytest.mark.parametrize("missing", [None, ImageAsset(alt_text_en="Garden")])
def test_without_a_file_a_placeholder_is_shown(missing):
    with translation.override("en"):
        shown = _parsed(picture_html(missing, "card")).css_first("img").attributes

    assert shown["src"] == "/static/nejat/img/missing.png"
    assert shown["alt"] == ("Garden" if missing else "")


def test_a_graphic_image_is_shown_to_those_who_choose_to_see_it(image):
    image.is_graphic = True

    with translation.override("en"):
        card = _parsed(picture_html(image, "card"))
        opened = _parsed(picture_html(image, "lead", reveal=True))

    assert (card.css("img"), card.css_first("span").text()) == ([], "Graphic content")
    assert opened.css_first("details").attributes == {"class": "graphic"}
    assert opened.css_first("details > picture img") is not None


def test_a_body_shows_its_images_with_caption_and_credit(image):
    html = f'<p>پیش</p><figure data-image="{image.pk}"></figure><p>پس</p>'

    with translation.override("fa"), captured() as statements:
        page = _parsed(body_html(html))

    assert len(statements) == 1
    assert page.css_first("figure").attributes == {"class": "picture"}
    assert page.css_first("figcaption").text().split() == ["در", "بهار", "عکاس:", "م.", "ن."]
    assert page.css_first(".credit").text() == "عکاس: م. ن."
    assert "inline-" in page.css_first("source").attributes["srcset"]
    assert [p.text() for p in page.css("p")] == ["پیش", "پس"]


def test_a_caption_in_the_body_stands_before_that_of_the_image(image):
    html = f'<figure data-image="{image.pk}"><figcaption>یک <b>عصر</b></figcaption></figure>'

    with translation.override("fa"):
        caption = _parsed(body_html(html)).css_first("figcaption")

    assert caption.css_first("b").text() == "عصر"
    assert caption.text().startswith("یک عصر")


def test_a_caption_in_another_language_keeps_it(image):
    caption = '<figcaption lang="ar" dir="rtl">عصر</figcaption>'
    html = f'<figure data-image="{image.pk}">{caption}</figure>'

    with translation.override("en"):
        shown = _parsed(body_html(html)).css_first("figcaption")

    assert (shown.attributes, shown.text().strip()) == ({"lang": "ar", "dir": "rtl"}, "عصر")


def test_words_of_an_image_are_text_and_never_html(image):
    image.caption_fa = image.credit_fa = image.alt_text_fa = '"><script>alert(1)</script>'
    image.save()
    html = f'<figure data-image="{image.pk}"></figure>'

    with translation.override("fa"):
        page = _parsed(body_html(html))

    assert page.css("script") == []
    assert page.css_first("img").attributes["alt"] == '"><script>alert(1)</script>'


def test_an_image_that_is_gone_leaves_a_placeholder_and_its_caption():
    page = _parsed(body_html('<figure data-image="999"><figcaption>A</figcaption></figure>'))

    assert page.css_first("img").attributes["src"] == "/static/nejat/img/missing.png"
    assert page.css_first("figcaption").text().strip() == "A"


def test_a_body_without_images_costs_no_query():
    with captured() as statements:
        assert body_html("<p>A</p>") == "<p>A</p>"
        assert body_html(None) == ""

    assert statements == []


def test_the_tags_are_there_for_templates(image):
    template = Template('{% load media %}{% picture image "thumb" %}{% body html %}')

    html = template.render(Context({"image": image, "html": "<p>A</p>"}))

    assert html.startswith("<picture>")
    assert html.endswith("<p>A</p>")


def test_the_placeholder_is_a_small_file():
    path = Path("nejat/static/nejat/img/missing.png")

    assert 0 < path.stat().st_size < 4000
