"""The words of documents: in the order of reading, in letters, in four languages."""

import shutil
from io import BytesIO

import pytest

from publications.documents import Document, read_document
from publications.documents.cleaning import clean, clean_title, without_page_numbers
from publications.documents.order import poppler_in_order, pypdf_in_order
from tests.publications.corpus import SENTENCES, page, pdf, stream, typeset

ZWNJ = "\u200c"
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="Poppler is missing")


def read(content: bytes) -> Document:
    return read_document(BytesIO(content), "a.pdf")


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def without_poppler(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


@needs_poppler
@pytest.mark.parametrize("code", SENTENCES)
def test_text_comes_in_the_order_of_reading(code):
    document = read(typeset(SENTENCES[code] + " " + SENTENCES[code], code))

    assert one_line(document.text) == SENTENCES[code] + " " + SENTENCES[code]


@pytest.mark.usefixtures("without_poppler")
@pytest.mark.parametrize("code", ["en", "sq"])
def test_text_comes_without_poppler_too(code):
    assert one_line(read(typeset(SENTENCES[code], code)).text) == SENTENCES[code]


@pytest.mark.usefixtures("without_poppler")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fa", ["سلام", f"می{ZWNJ}خواهم", "۱۲۳۴", "لاله", f"اسلام{ZWNJ}شهر", "بخوانم"]),
        ("ar", ["السلام", "عليكم", "لا", "الله", "٢٠٢٤", "الكلام"]),
    ],
)
def test_every_word_comes_without_poppler_too(code, words):
    text = read(typeset(SENTENCES[code], code)).text

    assert [word for word in words if word not in text] == []


@needs_poppler
@pytest.mark.parametrize("way", ["map", "range", "list", "actual text"])
def test_letters_drawn_as_one_sign_keep_their_order(way):
    letters = {"way": way, "sign": b"<02>", "before": b"<01>", "after": b"<03>"}
    maps = {
        "map": b"3 beginbfchar <01> <0633> <02> <06440627> <03> <0645> endbfchar",
        "range": b"1 beginbfrange <02> <03> <FEFB> endbfrange"
        b" 2 beginbfchar <01> <0633> <03> <0645> endbfchar",
        "list": b"1 beginbfrange <01> <03> [<0633> <06440627> <0645>] endbfrange",
        "actual text": b"3 beginbfchar <01> <0633> <02> <0020> <03> <0645> endbfchar",
    }
    wrapped = b"/Span << /ActualText <FEFF06440627> >> BDC <02> Tj EMC "
    sign = wrapped if letters["way"] == "actual text" else b"<02> Tj "

    # On the page the word runs from right to left: its last letter stands first.
    text = read(drawn(b"<03> Tj " + sign + b"<01> Tj", maps[way])).text

    assert text == "سلام"


@needs_poppler
def test_marks_drawn_apart_from_their_letters_are_said_once():
    text = read(typeset("رتّبنا ثلاثين عامًا.", "ar")).text

    assert text == "رتّبنا ثلاثين عامًا."


def drawn(signs: bytes, mapped: bytes) -> bytes:
    """Return a PDF that draws signs of a font which says what letters they are."""
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /ToUnicode 6 0 R /FirstChar 0"
        b" /LastChar 3 /Widths [500 500 500 500] >>"
    )
    head = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
    cmap = head + b" endcodespacerange " + mapped + b" endcmap"
    return pdf(
        {
            3: page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"),
            4: stream(b"BT /F 20 Tf 50 300 Td " + signs + b" ET"),
            5: font,
            6: stream(cmap),
        }
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ﺳﻼم ﷲ ﬁrst", "سلام الله first"),
        ("\u200fa\u202b b\u2067\x00\x07c\ufeff\ue000\ud800", "a bc"),
        ("a \t\xa0 b \n c\r\nd", "a b\nc\n\nd"),
        ("a\n\n\n\n\nb\x0cc", "a\n\nb\nc"),
        (f"می{ZWNJ}{ZWNJ}خواهم{ZWNJ} {ZWNJ}و {ZWNJ}۱{ZWNJ}", f"می{ZWNJ}خواهم و ۱"),
        ("two\u00ad\n parts", "twoparts"),
    ],
)
def test_text_is_letters_and_single_blanks(text, expected):
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("  Two\n lines ", "Two lines"),
        ("Microsoft Word - report.doc", ""),
        ("Microsoft Word - The report", "The report"),
        ("cover_final.indd", ""),
        ("Untitled-1", ""),
        ("x" * 500, "x" * 200),
    ],
)
def test_a_title_that_only_names_a_file_is_none(title, expected):
    assert clean_title(title) == expected


@pytest.mark.parametrize(
    "line", ["7", "- 12 -", "۱۲", "12 / 40", "12 – 13", "12 of 40", "۱۲ از ۴۰", "١٢ من ٤٠", "•", ""]
)
def test_a_line_that_says_no_more_than_a_page_is_left_out(line):
    assert without_page_numbers(f"a\n{line}\nb") == "a\nb"


@pytest.mark.parametrize(
    "line", ["021-88", "۰۲۱-۸۸", "021 88", "12/5", "12–13", "1398", "12 - 34 - 56", "12 rain 40"]
)
def test_dates_and_groups_of_a_telephone_number_are_no_page(line):
    assert without_page_numbers(f"a\n{line}\nb") == f"a\n{line}\nb"


def test_signs_and_numbers_beside_a_turn_of_direction_are_put_in_order():
    rtl, ltr, end = "\u202b", "\u202a", "\u202c"

    persian = f"{rtl}میان{ltr} ،۱۲۳{end}کتاب{ltr} ۵ - ۴{end}{end}"
    english = f"the word {rtl} ،کتاب{end}and more"
    only_rtl = f"{rtl}- کتاب{end}"

    assert poppler_in_order(persian) == "میان۱۲۳، کتاب۴ - ۵ "
    assert poppler_in_order(english) == "the word کتاب، and more"
    assert poppler_in_order(only_rtl) == "- کتاب"


def test_numbers_of_pypdf_are_turned_round_and_set_apart():
    assert pypdf_in_order("سلام۴۳۲۱ کتاب ٤٢٠٢عام 1234") == "سلام ۱۲۳۴ کتاب ٢٠٢٤ عام 1234"
