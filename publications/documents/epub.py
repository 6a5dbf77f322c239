"""What is in an EPUB. Runs in a process of its own (see `apart`)."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from PIL import Image

from media_library.intake import Refused, read_picture, true_name
from nejat.text import plain_paragraphs
from publications.documents.apart import COVER, TEXT
from publications.documents.archive import open_archive
from publications.documents.cleaning import MOST_TEXT, clean, clean_title
from publications.documents.drawing import as_cover
from publications.documents.markup import as_html, check_markup, decoded, parsed
from publications.documents.package import Package, read_package
from publications.documents.refusals import Objection

ENCRYPTION = "META-INF/encryption.xml"
# These only make the fonts of a book useless outside it (EPUB 3.3, 4.2.6.3.1; Adobe's older way).
FONT_ALGORITHMS = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
METHOD = "{http://www.w3.org/2001/04/xmlenc#}EncryptionMethod"

SCRIPT_FILES = (".js", ".mjs", ".jar", ".exe", ".swf", ".wasm")
MARKUP_FILES = (".xhtml", ".html", ".htm", ".svg", ".xml", ".opf", ".ncx", ".xht")


def read(path: Path) -> dict[str, Any]:
    """Return the title; write the cover and the text beside.

    Raises Objection for a book that cannot be opened, is copy-protected or holds scripts.
    """
    try:
        with open_archive(path) as archive:
            _check_protection(archive)
            package = read_package(archive)
            _check_scripts(archive, package)
            if cover := _cover(archive, package):
                (path.parent / COVER).write_bytes(cover)
            (path.parent / TEXT).write_text(_text(archive, package))
    except (BadZipFile, KeyError) as error:
        raise Objection("DAMAGED") from error
    return {"pages": None, "title": clean_title(package.title)}


def _check_protection(archive: ZipFile) -> None:
    if ENCRYPTION not in archive.namelist():
        return
    methods = parsed(archive.read(ENCRYPTION)).iter(METHOD)
    if any(method.get("Algorithm") not in FONT_ALGORITHMS for method in methods):
        raise Objection("PROTECTED")


def _check_scripts(archive: ZipFile, package: Package) -> None:
    """Raise Objection for a script, whether the package knows of it or not."""
    names = archive.namelist()
    if package.has_scripts or any(name.lower().endswith(SCRIPT_FILES) for name in names):
        raise Objection("SCRIPT")
    for name in names:
        if name in package.markup or name.lower().endswith(MARKUP_FILES):
            check_markup(decoded(archive.read(name)))


def _cover(archive: ZipFile, package: Package) -> bytes | None:
    """Return the picture that the package names, once it has passed the gate of pictures."""
    if package.cover not in archive.namelist():
        return None
    file = BytesIO(archive.read(package.cover))
    try:
        picture = read_picture(file, true_name(file, package.cover))
    except Refused:
        return None
    with Image.open(BytesIO(picture.content)) as image:
        return as_cover(image)


def _text(archive: ZipFile, package: Package) -> str:
    """Return the words of the pages in their order."""
    texts, length = list[str](), 0
    for page in package.pages:
        texts.append(plain_paragraphs(as_html(decoded(archive.read(page)))))
        length += len(texts[-1])
        if length > MOST_TEXT:
            break
    return clean("\n\n".join(texts))
