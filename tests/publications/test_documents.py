"""What comes through the gate of documents: the file as it was, its words, its first page."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from publications.documents import Document, read_document
from tests.publications.corpus import (
    SENTENCES,
    catalog,
    epub,
    page,
    pdf,
    stream,
    typeset,
)


def read(content: bytes, name: str = "a.pdf") -> Document:
    return read_document(BytesIO(content), name)


def saved(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def with_password(content: bytes, user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    return saved(writer)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_pdf_is_kept_as_it_was_with_what_was_read_in_it():
    content = typeset("One\n#pagebreak()\nTwo", title="Annual report")

    document = read(content)

    assert document.content == content
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert (document.kind, document.extension, document.pages) == ("pdf", ".pdf", 2)
    assert document.title == "Annual report"
    assert document.text.split() == ["One", "Two"]


def test_the_name_of_a_file_does_not_matter_and_nor_does_where_it_was_read_to():
    file = BytesIO(pdf())
    file.seek(100)

    assert read_document(file, "letter.docx").kind == "pdf"


def test_the_cover_is_the_first_page_as_a_jpeg():
    document = read(typeset("One\n#pagebreak()\nTwo"))

    with Image.open(BytesIO(document.cover)) as cover:
        assert (cover.format, cover.mode, cover.size) == ("JPEG", "RGB", (1200, 1600))
        assert cover.getpixel((20, 20)) == pytest.approx((0xAA, 0x33, 0x22), abs=8)


def test_a_scan_has_no_text():
    with Image.new("RGB", (300, 400), "white") as image:
        file = BytesIO()
        image.save(file, "PDF")

    document = read(file.getvalue())

    assert (document.text, document.title, document.pages) == ("", "", 1)
    assert document.cover


def test_a_password_against_changes_only_is_no_hindrance():
    content = typeset(SENTENCES["fa"], "fa", "کتاب")

    document = read(with_password(content, user="", owner="secret"))

    assert (document.pages, document.title) == (1, "کتاب")
    assert "کتاب" in document.text


def test_what_pdfium_can_mend_is_taken():
    content = typeset(SENTENCES["en"])

    document = read(content[: content.rindex(b"startxref")] + b"startxref\n7\n%%EOF")

    assert one_line(document.text) == SENTENCES["en"]


@pytest.mark.parametrize(
    "box",
    [
        b"[0 0 1000000000 1000000000]",
        b"[0 0 1 10000000]",
        b"[0 0 0.0001 0.0001]",
        b"[0 0 0 0]",
        b"[-5 -5 -9 -9]",
        b"[(a) /b null]",
    ],
)
def test_a_page_of_any_size_becomes_a_picture_of_bounded_size(box):
    document = read(pdf({3: page(b"/MediaBox " + box)}))

    with Image.open(BytesIO(document.cover)) as cover:
        assert max(cover.size) in {1599, 1600}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({1: catalog(b"/OpenAction [3 0 R /Fit]")}, "it opens on a page"),
        ({1: catalog(b"/Names << /EmbeddedFiles << /Names [] >> >>")}, "nothing is attached"),
        ({1: catalog(b"/AcroForm << /Fields [] >>")}, "the form is a plain one"),
        (
            {3: page(b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (x:) >> >>]")},
            "it leads elsewhere",
        ),
    ],
)
def test_what_does_nothing_to_a_reader_is_taken(changes, why):
    assert read(pdf(changes)).pages == 1, why


def test_only_so_much_text_is_kept():
    line = b"(" + b"word " * 20 + b") ' "
    sheet = page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>")
    numbers = range(10, 70)
    content = {
        2: b"<< /Type /Pages /Kids [%b] /Count 60 >>" % b" ".join(b"%d 0 R" % n for n in numbers),
        4: stream(b"BT /F 0.5 Tf 0.7 TL 0 399 Td " + line * 500 + b" ET"),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }

    text = read(pdf(content | dict.fromkeys(numbers, sheet))).text

    assert len(text) in range(1_500_000, 2_000_001)


def test_several_files_are_read_at_once():
    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(read, [pdf(), epub(), pdf(), epub()]))

    assert [document.kind for document in documents] == ["pdf", "epub", "pdf", "epub"]
