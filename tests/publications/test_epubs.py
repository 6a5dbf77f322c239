"""EPUBs: what comes through the gate of documents, and what does not."""

from io import BytesIO

import pytest
from PIL import Image

from publications.documents import Document, Refused, read_document
from tests.publications.corpus import epub

SCRIPT, DAMAGED = "holds a program", "damaged"
LOCKED, PROTECTED = "only with a password", "copy-protected"
ZWNJ = "\u200c"


def read(content: bytes) -> Document:
    return read_document(BytesIO(content), "a.epub")


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(content)
    return str(caught.value)


def test_an_epub_gives_its_words_in_the_order_of_its_spine():
    content = epub(
        "<h1>سلام دنیا</h1><p>می‌خواهم<br/>بخوانم</p>",
        "<p>Së dyti &amp; <i>e</i> fundit</p>",
        title="کتاب",
    )

    document = read(content)

    assert (document.kind, document.extension, document.pages) == ("epub", ".epub", None)
    assert (document.title, document.content, document.cover) == ("کتاب", content, None)
    assert document.text == f"سلام دنیا\n\nمی{ZWNJ}خواهم\n\nبخوانم\n\nSë dyti & e fundit"


@pytest.mark.parametrize(
    ("items", "meta"),
    [
        ('<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>', ""),
        (
            '<item id="c" href="c.png" media-type="image/png"/>',
            '<meta name="cover" content="c"/>',
        ),
    ],
)
def test_the_cover_of_an_epub_is_the_picture_it_names(items, meta):
    picture = BytesIO()
    Image.new("RGBA", (900, 3200), (0, 0, 255, 0)).save(picture, "PNG")

    document = read(epub(items=items, meta=meta, entries={"OEBPS/c.png": picture.getvalue()}))

    with Image.open(BytesIO(document.cover)) as cover:
        assert (cover.format, cover.size) == ("JPEG", (450, 1600))
        assert cover.getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("content", [None, b"<svg/>", b"\x89PNG\r\n\x1a\n broken"])
def test_a_cover_that_is_no_picture_is_left_out(content):
    item = '<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>'

    assert read(epub(items=item, entries={"OEBPS/c.png": content})).cover is None


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src='a'/>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>alert(1)</svg:script>",
        "<p onclick='alert(1)'>a</p>",
        '<img alt=">" src="a"\nonerror = "alert(1)"/>',
        "<a href='javascript:alert(1)'>a</a>",
        "<a href=' &#106;ava&#x0A;script&colon;alert(1)'>a</a>",
        "<a href='data:text/html,a'>a</a>",
    ],
)
def test_a_page_that_acts_on_its_reader_is_refused(body):
    assert SCRIPT in refusal(epub(body))


@pytest.mark.parametrize(
    "change",
    [
        {"items": '<item id="s" href="a.js" media-type="text/javascript"/>'},
        {"items": '<item id="s" href="a" media-type="application/ecmascript"/>'},
        {"items": '<item id="s" href="a" media-type="text/html" properties="svg scripted"/>'},
        {"entries": {"OEBPS/hidden.JS": "alert(1)"}},
        {"entries": {"OEBPS/hidden.svg": "<svg onload='alert(1)'/>"}},
        {"entries": {"OEBPS/page 0.xhtml": "<html><script/></html>".encode("utf-16")}},
        {"entries": {"setup.exe": b"MZ"}},
        {
            "items": '<item id="e" href="e.txt" media-type="application/xhtml+xml"/>',
            "entries": {"OEBPS/e.txt": "<html><script>alert(1)</script></html>"},
        },
    ],
)
def test_an_epub_that_brings_a_program_is_refused(change):
    assert SCRIPT in refusal(epub(**change))


@pytest.mark.parametrize(
    "entries",
    [
        {"META-INF/container.xml": None},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": "<container>"},
        {"OEBPS/a book.opf": None},
        {"OEBPS/a book.opf": "<package/>"},
        {"OEBPS/page 0.xhtml": "<html/>".encode("utf-16-le")},
        {"OEBPS/page 0.xhtml": "<?xml version='1.0' encoding='utf-7'?><html/>"},
        {"OEBPS/page 0.xhtml": "<!DOCTYPE html [<!ENTITY a '&#60;script>'>]><html>&a;</html>"},
        {"../../etc/passwd": "root"},
        {"/etc/passwd": "root"},
    ],
)
def test_an_epub_that_cannot_be_trusted_to_open_is_refused(entries):
    assert DAMAGED in refusal(epub(entries=entries))


@pytest.mark.parametrize("size", [60, 500, -30])
def test_an_epub_that_was_cut_off_is_refused(size):
    assert DAMAGED in refusal(epub("<p>Words</p>" * 50)[:size])


def _encryption(algorithm: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": f"""<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">
<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/></e:EncryptedData></encryption>"""
    }


def test_copy_protection_is_refused_but_not_that_of_fonts():
    protected = epub(entries=_encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    fonts_only = epub("<p>Words</p>", entries=_encryption("http://www.idpf.org/2008/embedding"))

    assert PROTECTED in refusal(protected)
    assert read(fonts_only).text == "Words"


def test_an_epub_with_a_password_is_refused():
    content = bytearray(epub())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.rindex(mark) + place] |= 1

    assert LOCKED in refusal(bytes(content))
