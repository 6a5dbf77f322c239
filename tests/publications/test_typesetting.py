"""Issues set as PDF in four editions: words, direction, pictures, links and pages."""

import re
from contextlib import closing
from io import BytesIO

import pypdfium2
import pytest
from django.utils.translation import gettext, override
from pypdf import PdfReader

from media_library.models import ImageAsset
from nejat.editions.registry import CODES
from publications.typesetting import typeset
from tests.publications.pdfs import (
    RTL,
    SITE,
    WORDS,
    a_sheet,
    alt_texts,
    fonts_of,
    image_places,
    links,
    needs_fonts,
    pdf_of,
    picture,
    plain,
    texts,
    with_entry,
)

pytestmark = needs_fonts


@pytest.mark.parametrize("code", CODES)
def test_an_issue_says_all_its_words_in_each_edition(code):
    sheet = a_sheet(code)
    pdf = pdf_of(sheet)

    text = "".join(texts(pdf))
    with override(code):
        fixed = [gettext("Inside this issue"), gettext("Source"), gettext("Nejat Society")]
    said = [sheet.series, sheet.number, sheet.date, sheet.title, *fixed]
    said += [entry.title for entry in sheet.entries]
    # Word by word: readers guess at the order of Latin words amid Arabic ones.
    assert [word for words in said for word in words.split() if plain(word) not in text] == []


@pytest.mark.parametrize("code", CODES)
def test_a_file_says_its_title_its_language_and_its_direction(code):
    root = PdfReader(BytesIO(pdf := pdf_of(a_sheet(code)))).trailer["/Root"]

    with override(code):
        author = gettext("Nejat Society")
    information = PdfReader(BytesIO(pdf)).metadata
    assert (information.title, information.author) == (WORDS[code][0], author)
    assert root["/Lang"] == code
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/Direction"] == ("/R2L" if code in RTL else "/L2R")


@pytest.mark.parametrize("code", CODES)
def test_every_font_is_in_the_file(code):
    descriptors = [
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for font in fonts_of(pdf_of(a_sheet(code)))
    ]

    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)


@pytest.mark.parametrize("code", RTL)
def test_letters_are_joined(code):
    pdf = pdf_of(a_sheet(code, count=1, title="ههه"))

    maps = [font["/ToUnicode"].get_data().decode() for font in fonts_of(pdf)]
    forms = max(len(re.findall(r"^<\w+> <0647>$", one, re.MULTILINE)) for one in maps)
    assert forms >= 3  # at the beginning, in the middle, at the end


@pytest.mark.parametrize("code", CODES)
def test_pictures_stand_where_reading_begins(code):
    [(left, _bottom, right, _top)] = image_places(pdf_of(a_sheet(code, count=1), {0: picture()}))

    assert (left > 0.5) == (code in RTL)
    assert (right < 0.5) == (code not in RTL)


@pytest.mark.parametrize(("code", "two"), [("en", "2"), ("ar", "٢"), ("fa", "۲"), ("sq", "2")])
def test_pages_are_numbered_in_the_digits_of_the_edition(code, two):
    with closing(pypdfium2.PdfDocument(pdf_of(a_sheet(code, count=12)))) as document:
        foot = document[1].get_textpage().get_text_bounded(top=60)

    assert re.findall(r"\d", foot) == [two]


def test_the_cover_fills_what_the_words_leave_of_the_first_page():
    pdf = pdf_of(a_sheet(count=6), cover=picture((1600, 1000)))

    [(left, bottom, right, top)] = image_places(pdf)
    assert right - left > 0.8
    assert top - bottom > 0.3
    assert plain("Sewing pages by hand. Sewing") not in texts(pdf)[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_of_each_kind_are_set(kind):
    assert len(image_places(pdf_of(a_sheet(count=1), {0: picture(kind=kind)}))) == 1


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("RGBA", "PNG")])
def test_pictures_of_each_mode_are_set(mode, kind):
    image = picture(kind=kind, mode=mode)

    assert len(image_places(pdf_of(a_sheet(count=1), {0: image}))) == 1


def test_a_picture_brings_its_alt_text_and_its_credit():
    image = ImageAsset(alt_text_en="Two people at a bench", credit_en="The Town Press")
    pdf = pdf_of(with_entry(a_sheet(), image=image), {0: picture()})

    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert list(alt_texts(root["/StructTreeRoot"]["/K"])) == ["Two people at a bench"]
    assert plain("The Town Press") in "".join(texts(pdf))


def test_titles_lead_to_the_site_and_to_other_places():
    sheet = a_sheet(count=2)
    sheet = with_entry(sheet, address="https://elsewhere.example/سلام", is_ours=False)

    assert set(links(pdf_of(sheet))) == {
        f"{SITE}/en/publications/newsletter/12/x/",
        "https://elsewhere.example/%D8%B3%D9%84%D8%A7%D9%85",
        f"{SITE}/en/articles/2/x/",
    }


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "file:///etc/passwd", "//host/", "http://[", "https://a/" * 900],
)
def test_what_is_no_address_of_the_web_is_no_link(address):
    pdf = pdf_of(with_entry(a_sheet(count=1), address=address, is_ours=False))

    assert set(links(pdf)) == {f"{SITE}/en/publications/newsletter/12/x/"}


def test_without_the_address_of_the_site_its_paths_are_no_links():
    sheet = a_sheet()

    with override("en"):
        assert links(typeset(sheet, {})) == []


@pytest.mark.parametrize("code", CODES)
def test_a_title_is_never_parted_from_its_text(code):
    sheet = a_sheet(code, count=25, source="")
    pages = texts(pdf_of(sheet))

    together = [
        number
        for number, entry in enumerate(sheet.entries)
        if any(plain(f"{entry.title} {entry.teaser[:30]}") in page for page in pages)
    ]
    assert together == list(range(25))


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_issues_of_any_length_are_set(count):
    text = "".join(texts(pdf_of(a_sheet(count=count), cover=picture((400, 900)))))

    assert (plain("Inside this issue") in text) == (count > 1)
    assert text.count(plain("Read the article")) == count


def test_a_teaser_longer_than_a_page_goes_on_overleaf():
    sheet = with_entry(a_sheet(count=1), teaser="Where does it end? " * 900 + "Here.")

    pages = texts(pdf_of(sheet, {0: picture()}))
    assert len(pages) > 2
    assert "Here." in pages[-1]


def test_the_same_issue_is_the_same_file():
    sheet, pictures = a_sheet("fa"), {0: picture()}

    assert pdf_of(sheet, pictures) == pdf_of(sheet, pictures)
