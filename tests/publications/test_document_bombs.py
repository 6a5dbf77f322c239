"""Documents made to cost much: they are taken or refused in seconds, in little memory."""

import os
import resource
import sys
import zlib
from io import BytesIO
from itertools import pairwise
from time import monotonic

import pytest

from publications.documents import Refused, read_document
from publications.documents.apart import MOST_MEMORY, MOST_SECONDS
from publications.documents.refusals import SENTENCES
from tests.publications.corpus import FLATE, bomb, catalog, epub, packed_pdf, page, pdf, stream

FEW_SECONDS = MOST_SECONDS + 5
COSTLY, DAMAGED = "too much time or memory", "damaged"


def read_or_refused(content: bytes) -> str:
    """Return the sentence, "" when the document is taken; neither may take much."""
    start = monotonic()
    # The kernel counts as a child's what its parent held while the child began.
    before = max(_most_memory(resource.RUSAGE_CHILDREN), _most_memory(resource.RUSAGE_SELF))
    try:
        read_document(BytesIO(content), "a.pdf")
    except Refused as refused:
        return str(refused)
    finally:
        assert monotonic() - start < FEW_SECONDS
        assert _most_memory(resource.RUSAGE_CHILDREN) <= max(before, MOST_MEMORY)
    return ""


def _most_memory(whose: int) -> int:
    """Return the most bytes held by this process, or by the largest that it started."""
    most = resource.getrusage(whose).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _image(size: int, data: bytes) -> dict[int, bytes]:
    head = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8"
    head += b" /Width %d /Height %d %b" % (size, size, FLATE)
    return {
        3: page(b"/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"),
        4: stream(b"300 0 0 400 0 0 cm /I Do"),
        5: stream(data, head),
    }


def _laughs(levels: int) -> dict[int, bytes]:
    """Return drawings that each draw the next one ten times."""
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 300 400]"
    head += b" /Resources << /XObject << /F %d 0 R >> >>"
    nested = {
        number: stream(b"/F Do " * 10, head % (number + 1)) for number in range(5, 5 + levels)
    }
    resources = b"/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>"
    return {3: page(resources), 4: stream(b"/F Do"), **nested, 5 + levels: stream(b"0 0 9 9 re f")}


def _prev_in_a_circle() -> bytes:
    content = pdf(extra=b"/Prev 0000000000")
    place = content.rindex(b"startxref") + len(b"startxref\n")
    where = content[place:].split()[0].rjust(10, b"0")
    return content.replace(b"0000000000 >>", where + b" >>")


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
WITH_FONT = page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>")
BOMBS = {
    "content that unpacks to 2 GB": lambda: pdf({3: page(b"/Contents 4 0 R"), 4: bomb(2 << 30)}),
    "content packed twice": lambda: pdf({3: page(b"/Contents 4 0 R"), 4: bomb(2 << 30, times=2)}),
    "an image of 900 million pixels": lambda: pdf(_image(30_000, zlib.compress(bytes(10**6)))),
    "letters that unpack to 2 GB": lambda: pdf(
        {3: WITH_FONT, 4: stream(b"BT /F 9 Tf (a) Tj ET"), 5: FONT, 6: bomb(2 << 30)}
    ),
    "objects that unpack to 2 GB": lambda: packed_pdf(b"[3 0 R /Fit]", 2 << 30),
    "drawings in drawings": lambda: pdf(_laughs(9)),
    "a drawing in itself": lambda: pdf(_laughs(1) | {6: _laughs(2)[5]}),
    "pages in a circle": lambda: pdf({2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"}),
    "a thousand million pages": lambda: pdf(
        {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>"}
    ),
    "pages ten thousand deep": lambda: pdf(
        {
            number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
            for number in range(10, 10_010)
        }
        | {2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", 10_010: page(b"")}
    ),
    "arrays in arrays": lambda: pdf({5: b"[" * 500_000 + b"]" * 500_000}),
    "dictionaries without an end": lambda: pdf({5: b"<< /A " * 500_000}),
    "an object that is itself": lambda: pdf({5: b"5 0 R", 1: catalog(b"/OpenAction 5 0 R")}),
    "a length in a circle": lambda: pdf({5: b"<< /Length 5 0 R >>\nstream\nabc\nendstream"}),
    "a table of two thousand million objects": lambda: pdf(extra=b"/Prev 9").replace(
        b"xref\n", b"xref\n0 2000000000\n", 1
    ),
    "a table that follows itself": _prev_in_a_circle,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_pdf_that_blows_up_costs_little(name):
    assert read_or_refused(BOMBS[name]()) in {"", *_sentences()}


def _sentences() -> set[str]:

    values = {"pages": 3000, "megabytes": 500, "name": ""}
    return {str(sentence) % values for sentence in SENTENCES.values()}


def test_what_cannot_be_drawn_in_the_memory_there_is_is_refused():
    assert COSTLY in read_or_refused(pdf({3: page(b"/Contents 4 0 R"), 4: bomb(2 << 30)}))


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (lambda: {"OEBPS/a.bin": bytes(50 << 20)}, COSTLY),
        (lambda: {"OEBPS/a.bin": bytes(101 << 20)}, "500 MB"),
        (lambda: {f"OEBPS/{n}": os.urandom(9) for n in range(10_001)}, COSTLY),
        (lambda: {"OEBPS/page 0.xhtml": b"<p>" + os.urandom(99).hex().encode() * 110_000}, COSTLY),
    ],
    ids=["packed small", "of 500 MB", "in ten thousand files", "one page of 22 MB"],
)
def test_an_epub_that_blows_up_is_refused(entries, sentence):
    assert sentence in read_or_refused(epub(entries=entries()))


def test_an_entry_that_is_larger_than_it_says_is_not_unpacked():
    content = epub("<p>Words</p>", entries={"OEBPS/page 0.xhtml": b"a" * 5_000_000})
    lies = content.replace((5_000_000).to_bytes(4, "little"), (500).to_bytes(4, "little"))

    assert DAMAGED in read_or_refused(lies)


def test_entities_do_not_multiply():
    laughs = "".join(f"<!ENTITY {a} '{f'&{b};' * 10}'>" for b, a in pairwise("abcdefghij"))
    package = f"<!DOCTYPE package [<!ENTITY a 'ha'>{laughs}]><package>&j;</package>"

    assert DAMAGED in read_or_refused(epub(entries={"OEBPS/a book.opf": package}))


def test_names_of_spaces_spelled_out_again_and_again_cost_little():
    many = f"<a xmlns='{'x' * 100_000}'>" + "<a/>" * 200_000 + "</a>"

    assert read_or_refused(epub(entries={"OEBPS/a book.opf": many})) != ""


def test_what_takes_too_long_is_stopped():
    assert COSTLY in read_or_refused(epub("<div>" * 400_000))
