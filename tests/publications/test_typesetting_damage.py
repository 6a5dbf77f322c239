"""What may come in must not get out: hostile words, broken pictures, missing fonts."""

import logging
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import typst
from django.utils.translation import override
from pypdf import PdfReader

from nejat.editions.registry import get_edition
from publications.sheets import Sheet, SheetEntry
from publications.typesetting import CannotTypeset, compiling, typeset
from publications.typesetting.content import issue_data
from tests.publications.pdfs import (
    RTL,
    SITE,
    a_sheet,
    needs_fonts,
    pdf_of,
    picture,
    plain,
    texts,
    with_entry,
)

pytestmark = needs_fonts


def outside(pdf: bytes) -> set[int]:
    """Return the indexes of pages on which a letter stands in the margin."""
    found = set()
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            width, height = page.get_size()
            boxes = [box for box in map(text.get_charbox, range(text.count_chars())) if any(box)]
            least, most = map(min, zip(*boxes, strict=True)), map(max, zip(*boxes, strict=True))
            (left, bottom, _, _), (_, _, right, top) = least, most
            if min(left, width - right) < 40 or min(bottom, height - top) < 25:
                found.add(number)
    return found


@pytest.mark.parametrize("broken", [b"", b"no picture", picture()[:200], b"<svg/>"])
def test_a_broken_picture_is_left_out(broken):
    sheet = a_sheet()

    assert pdf_of(sheet, {0: broken}, cover=broken) == pdf_of(sheet)


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd") #panic("x") #import "@preview/x:1.0.0"',
        "*bold* _not_ $x^2$ = no == title <label> @key \\ `raw` // no comment /* \"quotes\" ''",
        "- no list + no list / no: term ~ --- ... https://example.com",
        '"},"title":"x"}\\u0000\\"',
        "<script>alert(1)</script>&amp;&#0;",
    ],
)
def test_no_word_is_code(words):
    sheet = with_entry(a_sheet(), title=words, teaser=words, source=words)
    pdf = pdf_of(replace(sheet, title=words, standfirst=words, intro=words, series=words))

    assert "".join(texts(pdf)).count(plain(words)) >= 4
    assert PdfReader(BytesIO(pdf)).metadata.title == words


def test_unseen_characters_are_left_out():
    words = "\x00An\x07 even\ud800ing\x1b \r\n among\u2028books\ufffe"

    pdf = pdf_of(a_sheet(title=words, intro=words))
    assert PdfReader(BytesIO(pdf)).metadata.title == "An evening among books"


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_word_without_end_stays_on_the_page(code):
    word = {"en": "w", "fa": "ن"}[code] * 400
    sheet = with_entry(a_sheet(code), title=word, teaser=word, source=word)

    assert outside(pdf_of(replace(sheet, title=word))) == set()


def test_titles_that_fill_pages_stay_on_them():
    sheet = a_sheet(count=20)
    entries = tuple(replace(entry, title="A title without end " * 20) for entry in sheet.entries)

    assert outside(pdf_of(replace(sheet, entries=entries))) == set()


def test_a_character_that_no_font_has_is_left_out(caplog, monkeypatch):
    # The check of layers, run in the same process, switches off every logger it finds.
    monkeypatch.setattr(compiling.logger, "disabled", False)
    sheet = a_sheet(title="An evening \U0010fffd among \U0010fffcbooks")

    with caplog.at_level(logging.WARNING):
        text = texts(pdf_of(sheet))[0]
    assert plain("An evening among books") in text
    assert "\\U0010fffd" in caplog.text


def test_an_edition_whose_script_no_font_has_is_not_set():
    unknown = replace(get_edition("en"), code="xx", native_name="\U0010fffd\U0010fffc")
    sheet = replace(a_sheet(), edition=unknown, title=unknown.native_name)

    with override("en"), pytest.raises(CannotTypeset, match="npm ci"):
        typeset(sheet, {})


@pytest.mark.parametrize("code", RTL)
def test_without_fonts_for_the_edition_nothing_is_set(code):
    latin_only = typst.Fonts(include_system_fonts=False)
    sheet = a_sheet(code)

    with override("en"), pytest.raises(CannotTypeset, match="npm ci") as refusal:
        compiling.compile_issue(
            issue_data(sheet, {}, SITE), sheet.edition, Path("/nowhere"), latin_only
        )
    assert sheet.edition.native_name in str(refusal.value)


def test_an_issue_without_words_is_set():
    nothing = SheetEntry("", "", "", False, "", None)
    sheet = Sheet(get_edition("fa"), "", "", "", "", "", "", (nothing, nothing), "")

    assert len(texts(pdf_of(sheet))) == 1
