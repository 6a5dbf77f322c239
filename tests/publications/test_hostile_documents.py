"""What the gate of documents refuses: with a sentence, in seconds, in little memory."""

import os
from io import BytesIO
from time import monotonic
from zipfile import ZipFile

import pytest
from django.utils import translation
from pypdf import PdfReader, PdfWriter

from publications.documents import Refused, read_document
from publications.documents.apart import MOST_SECONDS
from publications.documents.gate import MOST_BYTES
from tests.publications.corpus import (
    archive,
    catalog,
    epub,
    packed_pdf,
    page,
    pdf,
    stream,
    typeset,
)

SCRIPT, ATTACHMENT, FORM = "holds a program", "are attached inside", "XFA"
LOCKED, DAMAGED, OTHER = "only with a password", "damaged", "neither a PDF nor an EPUB"
JS = b"<< /S /JavaScript /JS (app.alert(1)) >>"


def refusal(content: bytes, name: str = "a.pdf") -> str:
    with pytest.raises(Refused) as caught:
        read_document(BytesIO(content), name)
    return str(caught.value)


# Other things


@pytest.mark.parametrize(
    "content",
    [
        b"hello",
        b"<html><body>%PDF-1.7",
        b"\n%PDF-1.7",
        b"GIF89a" + pdf(),
        b"%PDF-9",
        b"%pdf-1.7",
        b"MZ" + pdf(),
        archive({"word/document.xml": "<w/>"}),
        archive({"mimetype": "application/epub+zip; charset=x"}),
        archive({"mimetype": "application/zip"}),
        archive({"META-INF/container.xml": "", "mimetype": "application/epub+zip"}),
        archive({"a/mimetype": "application/epub+zip"}),
        b"#!/bin/sh\n" + epub(),
    ],
)
def test_only_pdf_and_epub_are_taken_whatever_the_name_says(content):
    assert OTHER in refusal(content, "book.pdf")
    assert "“book.epub”" in refusal(content, "C:/books/book.epub")


def test_an_epub_whose_mark_is_compressed_is_none():
    file = BytesIO()
    with ZipFile(file, "w", 8) as zipped:
        zipped.writestr("mimetype", "application/epub+zip")

    assert OTHER in refusal(file.getvalue())


def test_an_empty_file_is_refused():
    assert "empty" in refusal(b"")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    with path.open("rb") as file, pytest.raises(Refused, match="200 MB"):
        read_document(file, "large.pdf")


def test_a_long_name_is_cut_in_the_sentence():
    assert len(refusal(b"hello", "x" * 5000)) < 250


def test_a_refusal_speaks_the_language_of_the_moment():
    with pytest.raises(Refused) as caught:
        read_document(BytesIO(b""), "a.pdf")

    with translation.override("fa"):
        assert str(caught.value) == translation.gettext(
            "This file is empty; please choose it once more."
        )


# What a PDF does


@pytest.mark.parametrize(
    "changes",
    [
        {1: catalog(b"/OpenAction " + JS)},
        {1: catalog(b"/OpenAction 5 0 R"), 5: JS},
        {1: catalog(b"/OpenAction << /S 5 0 R /X 1 >>"), 5: b"/JavaScript"},
        {1: catalog(b"/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [5 0 R] >>"), 5: JS},
        {1: catalog(b"/OpenAction << /S /J#61va#53cript >>")},
        {1: catalog(b"/OpenAction << /S /Rendition /JS 5 0 R >>"), 5: stream(b"app.alert(1)")},
        {1: catalog(b"/AA << /WC 5 0 R >>"), 5: JS},
        {1: catalog(b"/Names << /JavaScript << /Names [(a) 5 0 R] >> >>"), 5: JS},
        {3: page(b"/AA << /O 5 0 R >>"), 5: JS},
        {3: page(b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A 5 0 R >>]"), 5: JS},
        {3: page(b"/Annots 4 0 R"), 4: b"[<< /Subtype /Widget /AA << /Fo 5 0 R >> >>]", 5: JS},
        {1: catalog(b"/Outlines 5 0 R"), 5: b"<< /First << /A " + JS + b" >> >>"},
        {1: catalog(b"/OpenAction << /S /Launch /F (calc.exe) >>")},
        {1: catalog(b"/OpenAction << /S /SubmitForm /F (http://a/) >>")},
        {1: catalog(b"/OpenAction << /S /ImportData /F (a.fdf) >>")},
        {1: catalog(b"/OpenAction << /S /GoToE /T << /R /C >> >>")},
        {1: catalog(b"/OpenAction << /S /URI /URI (java\\nscript:alert\\(1\\)) >>")},
        {5: JS},  # nothing leads there yet
    ],
)
def test_a_pdf_that_acts_on_its_reader_is_refused(changes):
    assert SCRIPT in refusal(pdf(changes))


@pytest.mark.parametrize(
    "changes",
    [
        {
            1: catalog(b"/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>"),
            5: b"<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>",
            6: stream(b"MZ", b"/Type /EmbeddedFile"),
        },
        {3: page(b"/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS (a) >>]")},
        {3: page(b"/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]")},
        {1: catalog(b"/AF [<< /F (a) /EF << /UF 6 0 R >> >>]"), 6: stream(b"MZ")},
    ],
)
def test_a_pdf_with_files_in_it_is_refused(changes):
    assert ATTACHMENT in refusal(pdf(changes))


def test_a_form_that_few_programs_show_is_refused():
    changes = {1: catalog(b"/AcroForm << /Fields [] /XFA 5 0 R >>"), 5: stream(b"<xdp/>")}

    assert FORM in refusal(pdf(changes))


def test_a_script_in_a_packed_object_is_found():
    assert SCRIPT in refusal(packed_pdf(JS))
    assert read_document(BytesIO(packed_pdf(b"[3 0 R /Fit]")), "a.pdf").pages == 1


def test_a_script_in_a_file_that_has_to_be_mended_is_found():
    content = pdf({1: catalog(b"/OpenAction 5 0 R"), 5: JS})

    assert SCRIPT in refusal(content[: content.rindex(b"xref")])


def test_a_script_in_an_encrypted_file_is_found():
    assert SCRIPT in refusal(_encrypted(pdf({1: catalog(b"/OpenAction " + JS)}), user=""))


def test_a_password_to_open_is_refused():
    assert LOCKED in refusal(_encrypted(typeset("Secret"), user="secret"))


def _encrypted(content: bytes, user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


# Broken PDFs


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\0" * 100_000,
        b"%PDF-1.7\n" + os.urandom(100_000),
        typeset("Words")[:700],
        pdf({2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
        pdf({1: b"<< /Type /Catalog >>"}),
        pdf({1: b"1 0 R"}),
    ],
)
def test_a_pdf_beyond_repair_is_refused(content):
    assert DAMAGED in refusal(content)


def test_a_pdf_with_too_many_pages_is_refused():
    kids = b"3 0 R " * 3001

    content = pdf({2: b"<< /Type /Pages /Kids [" + kids + b"] /Count 3001 >>"})

    assert "3000 pages" in refusal(content)


# The processes that read


@pytest.fixture
def pdftotext(monkeypatch, tmp_path):
    """Put a program of that name where it is found first."""

    def install(script: str) -> None:
        program = tmp_path / "pdftotext"
        program.write_text(f'#!/bin/sh\nfor last; do :; done\n{{ {script}; }} > "$last"\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return install


def test_what_reads_a_file_knows_no_secret_of_the_site(monkeypatch, pdftotext):
    monkeypatch.setenv("SECRET_KEY", "open sesame")
    pdftotext("env")

    text = read_document(BytesIO(pdf()), "a.pdf").text

    assert "PATH=" in text
    assert "SECRET" not in text
    assert "sesame" not in text


def test_a_reader_that_never_ends_is_stopped_and_its_beginning_kept(pdftotext):
    start = monotonic()
    pdftotext("yes word")

    text = read_document(BytesIO(pdf()), "a.pdf").text

    assert text.startswith("word\nword\n")
    assert monotonic() - start < MOST_SECONDS


def test_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    refusal(pdf({5: JS}))
    read_document(BytesIO(pdf()), "a.pdf")

    assert list(tmp_path.iterdir()) == []
