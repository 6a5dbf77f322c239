"""Sheets to be set, and what can be read in a PDF."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from unicodedata import normalize

import pypdfium2
import pytest
from django.utils.translation import override
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from nejat.editions.registry import get_edition
from publications.sheets import Sheet, SheetEntry
from publications.typesetting import typeset
from publications.typesetting.faces import faces_of, installed_fonts

needs_fonts = pytest.mark.skipif(
    not faces_of(get_edition("fa"), installed_fonts())["text"],
    reason="There are no fonts to set Arabic script in: npm ci, or Debian's fonts-noto-core.",
)
SITE = "https://example.org"
RTL = ("ar", "fa")
# Words without the ligature of lam and alef, whose halves readers of PDF files tell apart badly.
WORDS = {
    "en": ("An evening among books", "Sewing pages by hand", "October 2024"),
    "ar": ("أمسية بين رفوف الكتب", "حديقة بين بيتين", "أكتوبر ٢٠٢٤"),
    "fa": ("شبی میان کتاب‌ها", "باغچه‌ای میان دو خانه", "مهر ۱۴۰۳"),
    "sq": ("Një mbrëmje mes librave", "Çfarë solli deti", "tetor 2024"),
}


def a_sheet(
    code: str = "en", count: int = 3, *, source: str = "The Town Courier", **changes: object
) -> Sheet:
    """Return an issue of `count` entries of two paragraphs each."""
    title, entry_title, date = WORDS[code]
    entries = tuple(
        SheetEntry(
            title=f"{entry_title} {number}",
            teaser=f"{entry_title}. " * 12 + "\n\n" + f"{entry_title}. " * 5,
            address=f"/{code}/articles/{number}/x/",
            is_ours=True,
            source=source,
            image=None,
        )
        for number in range(1, count + 1)
    )
    sheet = Sheet(
        edition=get_edition(code),
        series="Pars Brief",
        number="108",
        date=date,
        title=title,
        standfirst=f"{title}.",
        intro=f"{title}.",
        entries=entries,
        path=f"/{code}/publications/newsletter/12/x/",
    )
    return replace(sheet, **changes)


def with_entry(sheet: Sheet, **changes: object) -> Sheet:
    first, *others = sheet.entries
    return replace(sheet, entries=(replace(first, **changes), *others))


def pdf_of(sheet: Sheet, pictures: dict | None = None, cover: bytes | None = None) -> bytes:
    with override(sheet.edition.code):
        return typeset(sheet, pictures or {}, cover, site_address=SITE)


def picture(size: tuple[int, int] = (300, 200), kind: str = "JPEG", mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, size, 100).save(file, kind)
    return file.getvalue()


def plain(text: str) -> str:
    """Return text as it can be compared: readers of PDF files lose or move joiners and spaces."""
    return re.sub(r"[\s\u200b\u200c\ufffe]+", "", normalize("NFKC", text))


def texts(pdf: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [plain(page.get_textpage().get_text_range()) for page in document]


def links(pdf: bytes) -> list[str]:
    annotations = [
        note.get_object().get("/A", {})
        for page in PdfReader(BytesIO(pdf)).pages
        for note in page.get("/Annots", [])
    ]
    return [action["/URI"] for action in annotations if "/URI" in action]


def fonts_of(pdf: bytes) -> Iterator[DictionaryObject]:
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()


def image_places(pdf: bytes, page: int = 0) -> list[tuple[float, ...]]:
    """Return left, bottom, right and top of each picture on a page, as shares of the page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        width, height = document[page].get_size()
        images = document[page].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        boxes = [image.get_bounds() for image in images]
    return [(a / width, b / height, c / width, d / height) for a, b, c, d in boxes]


def alt_texts(node: object) -> Iterator[str]:
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from alt_texts(child)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield node["/Alt"]
        yield from alt_texts(node.get("/K"))
