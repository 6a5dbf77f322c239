"""The XML and XHTML in an EPUB, read without letting it act."""

import re
from html import unescape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from publications.documents.refusals import Objection

# An entity can stand for more entities, for a file, or for markup that nobody has looked at.
ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.I)
# An element, or an attribute that waits for an event. Prose has no =" in it.
SCRIPT = re.compile(r"<(?:[\w.-]{1,80}:)?script\b|[\s\"'/]on[a-z]{3,30}\s*=\s*[\"']", re.I)
# An address, once entities and the blanks that browsers skip are gone.
SCRIPT_ADDRESS = re.compile(r"=[\"'](?:javascript|vbscript|data:text/html)[:;,]", re.I)
SKIPPED = re.compile(r"[\s\x00-\x1f]+")
DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
ENCODINGS = re.compile(r"utf-?8|us-ascii|iso-8859-\d{1,2}|windows-125\d", re.I)
# In XHTML these may be closed at once; to a parser of HTML all that follows would be inside.
CLOSED_AT_ONCE = re.compile(
    r"<(title|style|script|textarea|iframe|noscript|template|xmp)\b([^<>]*)/>", re.I
)
HEAD = re.compile(r"<head\b.*?</head\s*>", re.I | re.S)
MOST_MARKUP = 20 * 1024 * 1024


def decoded(data: bytes) -> str:
    """Return the text of markup in the encoding it says it has; raise Objection when too long."""
    if len(data) > MOST_MARKUP:
        raise Objection("TOO_COSTLY")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    declared = DECLARED.match(data.lstrip(b"\xef\xbb\xbf \r\n"))
    encoding = declared[1].decode() if declared else "utf-8"
    # What we read otherwise than a reader's program does could hide anything.
    if b"\0" in data or not ENCODINGS.fullmatch(encoding):
        raise Objection("DAMAGED")
    return data.decode(encoding, errors="replace").removeprefix("\ufeff")


def check_markup(text: str) -> None:
    """Raise Objection for a script, or for entities that could hide one."""
    if ENTITY.search(text):
        raise Objection("DAMAGED")
    if SCRIPT.search(text) or SCRIPT_ADDRESS.search(SKIPPED.sub("", unescape(text))):
        raise Objection("SCRIPT")


def parsed(data: bytes) -> Element:
    """Return the root of an XML document that declares no entity."""
    text = decoded(data)
    if ENTITY.search(text):
        raise Objection("DAMAGED")
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Objection("DAMAGED") from error


def as_html(text: str) -> str:
    """Return the body of XHTML so that a parser of HTML reads the same in it."""
    return HEAD.sub("", CLOSED_AT_ONCE.sub(r"<\1\2></\1>", text), count=1)
