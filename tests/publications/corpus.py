"""Documents good, odd and hostile, all made here: no such file is committed."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import typst

SENTENCES = {
    "en": "The office in Tirana found 2048 efficient filters (first of all) in 1997.",
    "sq": "Zyra në Tiranë gjeti 2048 dëshmi të çmuara (së pari) më 1997.",
    "fa": "سلام دنیا، می‌خواهم ۱۲۳۴ کتاب (لاله) از اسلام‌شهر بخوانم.",
    "ar": "السلام عليكم، لا إله إلا الله في عام ٢٠٢٤ (الأول) من الكلام.",
}

FONT = "DejaVu Sans"  # it draws لا as one sign; Noto's are there where it is not

Objects = Mapping[int, bytes]


def typeset(text: str, code: str = "en", title: str = "") -> bytes:
    """Return a PDF of one narrow page with the text on it."""
    source = f"""
#set document(title: "{title}")
#set page(width: 12cm, height: 16cm, fill: rgb("#aa3322"))
#set text(font: ("{FONT}", "Noto Naskh Arabic", "Noto Sans"), lang: "{code}")
{text}
"""
    return typst.compile(source.encode())


# PDFs by hand


BLANK: Objects = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>",
}


def pdf(changes: Objects | None = None, extra: bytes = b"") -> bytes:
    """Return a PDF with one blank page; `changes` are its objects by number, new or other."""
    objects = {**BLANK, **(changes or {})}
    file, table = bytearray(b"%PDF-1.7\n"), b""
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    trailer = b"<< /Size %d /Root 1 0 R %b >>" % (max(objects) + 1, extra)
    return b"%bxref\n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (file, table, trailer, len(file))


def page(more: bytes) -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] %b >>" % more


def catalog(more: bytes) -> bytes:
    return b"<< /Type /Catalog /Pages 2 0 R %b >>" % more


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), more, data)


def bomb(size: int, more: bytes = b"", times: int = 1, start: bytes = b"") -> bytes:
    """Return a stream that is `size` bytes of blanks when unpacked, as often as it says."""
    piece, count = b" " * (1 << 20), size >> 20
    packer = zlib.compressobj(9, wbits=-15)
    first, block = (
        packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH) for data in (start, piece)
    )
    checksum = zlib.adler32(start)
    for _ in range(count):
        checksum = zlib.adler32(piece, checksum)
    data = b"\x78\xda" + first + block * count + b"\x03\0" + checksum.to_bytes(4)
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%b] %b" % (b"/FlateDecode " * times, more))


def packed_pdf(hidden: bytes, blanks: int = 0) -> bytes:
    """Return a PDF whose object 5 is in a stream of objects, where no search for bytes finds it."""
    file, places = bytearray(b"%PDF-1.7\n"), {}
    inside = bomb(blanks, b"/Type /ObjStm /N 1 /First 4", start=b"5 0 " + hidden)
    for number, content in {**BLANK, 1: catalog(b"/OpenAction 5 0 R"), 6: inside}.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    places[7] = len(file)
    rows = [b"\0\0\0\0\0"] + [_row(number, places) for number in range(1, 8)]
    head = b"/Type /XRef /Size 8 /W [1 3 1] /Root 1 0 R " + FLATE
    table = stream(zlib.compress(b"".join(rows)), head)
    return b"%b7 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (file, table, len(file))


FLATE = b"/Filter /FlateDecode"


def _row(number: int, places: Mapping[int, int]) -> bytes:
    """Return where an object is: at a place in the file, or as the first in stream 6."""
    if number in places:
        return b"\1" + places[number].to_bytes(3) + b"\0"
    return b"\2" + (6).to_bytes(3) + b"\0" if number == 5 else b"\0\0\0\0\0"


# EPUBs


CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/a%20book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>""".replace("%20", " ")
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>{meta}</metadata>
<manifest>{items}</manifest><spine>{spine}</spine></package>"""
XHTML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>"""
Entries = Mapping[str, str | bytes | None]


def epub(
    *bodies: str,
    entries: Entries | None = None,
    items: str = "",
    meta: str = "",
    title: str = "A book",
) -> bytes:
    """Return an EPUB with a page for each body; `entries` are more of its files, or other ones."""
    names = [f"page {number}.xhtml" for number, _ in enumerate(bodies or ("",))]
    files: dict[str, str | bytes | None] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/a book.opf": PACKAGE.format(
            title=title, meta=meta, items=items + _items(names), spine=_spine(names)
        ),
    }
    pages = zip(names, bodies or ("<p>Words</p>",), strict=True)
    files |= {f"OEBPS/{name}": XHTML.format(body=body) for name, body in pages}
    return archive({"mimetype": "application/epub+zip", **files, **(entries or {})})


def archive(entries: Entries) -> bytes:
    """Return a zip; the entry called "mimetype" is stored as it is, those that are None are not."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        for name, content in entries.items():
            if content is not None:
                zipped.writestr(name, content, ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def _items(names: list[str]) -> str:
    item = '<item id="p{}" href="{}" media-type="application/xhtml+xml"/>'
    return "".join(
        item.format(number, name.replace(" ", "%20")) for number, name in enumerate(names)
    )


def _spine(names: list[str]) -> str:
    return "".join(f'<itemref idref="p{number}"/>' for number, _ in enumerate(names))
