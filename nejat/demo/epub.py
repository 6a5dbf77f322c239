"""A small EPUB of one chapter, after the W3C's EPUB 3.3."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.html import format_html, format_html_join

from nejat.demo.sources import Source
from nejat.editions.registry import Edition

MADE = (2026, 1, 1, 0, 0, 0)
"""A fixed time, so that the same words make the same file."""
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
         xml:lang="{code}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:nejat:sample:{key}</dc:identifier>
    <dc:title>{title}</dc:title>
    <dc:language>{code}</dc:language>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="chapter" href="chapter.xhtml" media-type="application/xhtml+xml"/>
  </manifest>
  <spine page-progression-direction="{direction}"><itemref idref="chapter"/></spine>
</package>
"""
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{code}" \
xml:lang="{code}" dir="{direction}">
  <head><title>{title}</title></head>
  <body>{body}</body>
</html>
"""
CONTENTS = '<nav epub:type="toc"><ol><li><a href="chapter.xhtml">{}</a></li></ol></nav>'


def make_epub(title: str, edition: Edition, sample: Source) -> bytes:
    """Return a book of one chapter: its `heading` and `paragraphs`."""
    shared = {"title": title, "code": edition.code, "direction": edition.direction}
    heading, paragraphs = sample["heading"], sample["paragraphs"]
    text = format_html_join("\n", "<p>{}</p>", ((words,) for words in paragraphs))
    chapter = format_html("<h1>{}</h1>\n{}", heading, text)
    parts = {
        "META-INF/container.xml": CONTAINER,
        "book.opf": format_html(PACKAGE, key=f"{edition.code}-{len(chapter)}", **shared),
        "nav.xhtml": format_html(PAGE, body=format_html(CONTENTS, heading), **shared),
        "chapter.xhtml": format_html(PAGE, body=chapter, **shared),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as book:
        book.writestr(ZipInfo("mimetype", MADE), "application/epub+zip", ZIP_STORED)
        for name, content in parts.items():
            book.writestr(ZipInfo(name, MADE), content, ZIP_DEFLATED)
    return buffer.getvalue()
