"""One element of an export as a tree with our names of namespaces: `wp:post_id`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from html import unescape
from xml.etree.ElementTree import XML, Element, ParseError

from .mending import decode, mend

_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):|\s([A-Za-z_][\w.-]*):[\w.-]+=")
_CDATA_MARK = re.compile(r"<!\[CDATA\[|\]\]>")

Malformed = ParseError


class ElementParser:
    """Parses elements cut out of one file.

    No entity can be declared: a document type may not stand inside an element.
    """

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        self._opening = _opening(prefixes)

    def parse(self, data: bytes) -> tuple[Element, tuple[str, ...]]:
        """The element and the repairs it needed. Raises Malformed when beyond repair."""
        try:
            return XML(b"%s%s</x>" % (self._opening.encode(), data))[0], ()
        except (ParseError, IndexError):
            text, repairs = mend(data)
        opening = _opening(_own_names(text) | self._prefixes)
        wrapper = XML(f"{opening}{text}</x>")
        if not len(wrapper):
            raise Malformed("no element")
        return wrapper[0], repairs


def _opening(prefixes: dict[str, str]) -> str:
    declarations = (f' xmlns:{prefix}="{name}"' for prefix, name in prefixes.items())
    return f"<x{''.join(declarations)}>"


def _own_names(text: str) -> dict[str, str]:
    found = {first or second for first, second in _PREFIX.findall(text)}
    return {name: name for name in found if not name.lower().startswith("xml")}


def text_of(element: Element) -> str:
    """All text inside, without the white space around it."""
    text = "".join(element.itertext()) if len(element) else element.text or ""
    return text.strip()


def texts(children: Iterable[Element]) -> defaultdict[str, str]:
    """The text of each child by its name, "" for all others; the first of a name holds."""
    found: defaultdict[str, str] = defaultdict(str)
    for child in children:
        found.setdefault(name_of(child), text_of(child))
    return found


def name_of(element: Element) -> str:
    """`title`, `wp:post_id`, `content:encoded`."""
    return element.tag[1:].replace("}", ":", 1) if element.tag[0] == "{" else element.tag


def find_text(data: bytes, name: str) -> str:
    """The text of the first element of that local name in a stretch that cannot be parsed."""
    pattern = rf"<(?:[\w.-]+:)?{name}(?:\s[^<>]*)?>(.*?)(?:</(?:[\w.-]+:)?{name}\s*>|$)"
    match = re.search(pattern, decode(data, {}), re.DOTALL)
    if not match:
        return ""
    inner, marks = _CDATA_MARK.subn("", match[1])
    return (inner if marks else unescape(inner)).strip()
