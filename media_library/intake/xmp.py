"""What programs write into pictures: XMP, which knows languages."""

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from media_library.intake.claims import Claims, caption, day, line

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGE_TAG = re.compile(r"(?!x-|und)([a-z]{2,3})(?:-.*)?", re.IGNORECASE)
MOST_VALUES = 20  # of one property

# Entities are declared in a DOCTYPE, and a namespace is spelled out anew at every element: with
# either a small packet can cost very much. Any namespace that is not plain and short is a trap.
TRAP = re.compile(
    r"<!DOCTYPE|<!ENTITY"
    r"|xmlns(?!(?::[\w.-]{1,80})?\s{0,80}=\s{0,80}(?:\"[^\"]{0,200}\"|'[^']{0,200}'))"
)


def claims(packet: bytes) -> Claims:
    """Return what an XMP packet says; nothing when it is broken or a trap."""
    about = list(_descriptions(packet))
    place = [_first(about, PHOTOSHOP + "City"), _first(about, PHOTOSHOP + "Country")]
    return Claims(
        captions=_captions(about),
        photographer=line(", ".join(text for _, text in _values(about, DC + "creator"))),
        agency=_first(about, PHOTOSHOP + "Credit"),
        rights=_first(about, DC + "rights"),
        taken_on=_day(about, PHOTOSHOP + "DateCreated") or _day(about, XMP + "CreateDate"),
        place=", ".join(filter(None, place)),
    )


def _descriptions(packet: bytes) -> Iterator[Element]:
    try:
        text = packet.decode().strip("\ufeff\0 \t\r\n")
        if not TRAP.search(text):
            for rdf in ElementTree.fromstring(text).iter(RDF + "RDF"):
                yield from rdf.findall(RDF + "Description")
    except (UnicodeDecodeError, ElementTree.ParseError):
        return


def _captions(about: list[Element]) -> dict[str, str]:
    captions: dict[str, str] = {}
    for tag, text in _values(about, DC + "description"):
        if text := caption(text):
            known = LANGUAGE_TAG.fullmatch(tag)
            captions.setdefault(known[1].lower() if known else "", text)
    return captions


def _day(about: list[Element], name: str) -> date | None:
    return day(_first(about, name))


def _first(about: list[Element], name: str) -> str:
    return next((found for _, text in _values(about, name) if (found := line(text))), "")


def _values(about: list[Element], name: str) -> list[tuple[str, str]]:
    """Return language and text of each value of a property, whichever way it is written."""
    values: list[tuple[str, str]] = []
    for description in about:
        values.append(("", description.get(name, "")))
        for element in description.findall(name):
            items = element.findall(f"*/{RDF}li") or [element]
            values += [(item.get(LANGUAGE, ""), item.text or "") for item in items]
    return [(tag, text) for tag, text in values if text.strip()][:MOST_VALUES]
