"""The package document of an EPUB: its title, its cover and its pages in order (EPUB 3.3, 5)."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from publications.documents.markup import parsed
from publications.documents.refusals import Objection

CONTAINER = "META-INF/container.xml"
OCF = "{urn:oasis:names:tc:opendocument:xmlns:container}"
OPF = "{http://www.idpf.org/2007/opf}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
SCRIPT_TYPE = re.compile("(?:java|ecma)script", re.I)
PAGE_TYPES = {"application/xhtml+xml", "text/html", "image/svg+xml", "application/x-dtbook+xml"}


@dataclass(frozen=True)
class Package:
    """`cover`, `pages` and `markup` are names in the archive; `cover` is "" where none is named.

    `markup` is everything that a reading program may take for a page, wherever it stands.
    """

    title: str
    cover: str
    pages: tuple[str, ...]
    markup: frozenset[str]
    has_scripts: bool


def read_package(archive: ZipFile) -> Package:
    """Return what the package says; raise Objection where there is none that can be read."""
    rootfile = parsed(archive.read(CONTAINER)).find(f".//{OCF}rootfile")
    path = "" if rootfile is None else rootfile.get("full-path", "")
    root = parsed(archive.read(path))
    items = {item.get("id", ""): item for item in root.iter(f"{OPF}item")}
    places = {key: _place(item, path) for key, item in items.items()}
    spine = [ref.get("idref", "") for ref in root.iter(f"{OPF}itemref")]
    pages = [places[key] for key in spine if _is_page(items.get(key))]
    if not pages:
        raise Objection("DAMAGED")
    return Package(
        title=next((title.text or "" for title in root.iter(TITLE)), ""),
        cover=places.get(_cover(root, items), ""),
        pages=tuple(dict.fromkeys(page for page in pages if page in archive.namelist())),
        markup=frozenset(
            places[key] for key, item in items.items() if _is_page(item) or key in spine
        ),
        has_scripts=any(map(_is_scripted, items.values())),
    )


def _place(item: Element, package: str) -> str:
    return posixpath.normpath(
        posixpath.join(posixpath.dirname(package), unquote(item.get("href", "")))
    )


def _cover(root: Element, items: Mapping[str, Element]) -> str:
    """Return the number of the cover's item, named in EPUB 3's way or in EPUB 2's."""
    for key, item in items.items():
        if "cover-image" in item.get("properties", "").split():
            return key
    metas = root.iter(f"{OPF}meta")
    return next((meta.get("content", "") for meta in metas if meta.get("name") == "cover"), "")


def _is_page(item: Element | None) -> bool:
    return item is not None and item.get("media-type") in PAGE_TYPES


def _is_scripted(item: Element) -> bool:
    is_script = SCRIPT_TYPE.search(item.get("media-type", ""))
    return bool(is_script) or "scripted" in item.get("properties", "").split()
