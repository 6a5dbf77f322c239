"""Making a broken element well-formed again, naming each repair.

Only called for elements the parser refuses. The breakages are those real exports show.
"""

from __future__ import annotations

import re
from html.entities import html5

TORN_BYTES = "torn UTF-8 characters replaced"
LEGACY_BYTES = "bytes read as {}"
CONTROLS = "control characters removed"
NESTED_CDATA = "CDATA inside CDATA joined"
ENTITIES = "undefined entities resolved"
AMPERSANDS = "bare ampersands escaped"
BRACKETS = "bare angle brackets escaped"

_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# A CDATA section truly ends before the end of an export's element, or before its next run.
_PLAIN_NAMES = "title|link|category|description|pubDate|guid|language|name"
_TRUE_END = rf"\]\]>(?=\s*(?:</(?:[\w.-]+:[\w.-]+|{_PLAIN_NAMES})\s*>|<!\[CDATA\[))"
_CDATA = re.compile(rf"(?P<open><!\[CDATA\[)|(?P<end>{_TRUE_END})|(?P<stray>\]\]>)")
_REFERENCE = re.compile(r"&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|(\w+;)|)")
_XML_ENTITIES = {"amp;", "lt;", "gt;", "quot;", "apos;"}
_BARE_BRACKET = re.compile(r"<(?![A-Za-z_/!?])")


def mend(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The element as text that is as well-formed as can be, and what was repaired."""
    repairs: dict[str, None] = {}
    text = decode(data, repairs)
    text, removed = _CONTROLS.subn("", text)
    if removed:
        repairs[CONTROLS] = None
    return _mend_markup(text, repairs), tuple(repairs)


def decode(data: bytes, repairs: dict[str, None]) -> str:
    """The text of `data`, which is UTF-8 but for some bytes of older encodings.

    Runs of two or more foreign bytes are Persian or Arabic words (windows-1256), single ones
    Western signs (windows-1252). Characters torn in two become U+FFFD.
    """
    try:
        return data.decode()
    except UnicodeDecodeError:
        foreign = [run for run in _HIGH_BYTES.findall(data) if _is_foreign(run)]
    encoding = "cp1256" if any(len(run) > 1 for run in foreign) else "cp1252"
    repairs[LEGACY_BYTES.format(encoding) if foreign else TORN_BYTES] = None

    def to_utf8(match: re.Match[bytes]) -> bytes:
        run = match[0]
        return run.decode(encoding if _is_foreign(run) else "utf-8", "replace").encode()

    return _HIGH_BYTES.sub(to_utf8, data).decode()


def _is_foreign(run: bytes) -> bool:
    """Whether less than half of these bytes is valid UTF-8."""
    return len(run.decode(errors="ignore").encode()) * 2 < len(run)


def _mend_markup(text: str, repairs: dict[str, None]) -> str:
    parts: list[str] = []
    position = 0
    inside = False
    for mark in _CDATA.finditer(text):
        part = text[position : mark.start()]
        parts.append(part if inside else _mend_outside(part, repairs))
        position = mark.end()
        if mark.lastgroup == ("end" if inside else "open"):
            parts.append(mark[0])
            inside = not inside
        else:
            repairs[NESTED_CDATA] = None
    rest = text[position:]
    parts.append(rest if inside else _mend_outside(rest, repairs))
    return "".join(parts)


def _mend_outside(text: str, repairs: dict[str, None]) -> str:
    text, escaped = _BARE_BRACKET.subn("&lt;", text)
    if escaped:
        repairs[BRACKETS] = None
    return _REFERENCE.sub(lambda match: _mend_reference(match, repairs), text)


def _mend_reference(match: re.Match[str], repairs: dict[str, None]) -> str:
    decimal, hexadecimal, name = match.groups()
    if decimal or hexadecimal:
        return _mend_number(int(decimal) if decimal else int(hexadecimal, 16), repairs)
    if name in _XML_ENTITIES:
        return match[0]
    if name in html5:
        repairs[ENTITIES] = None
        return html5[name]
    repairs[AMPERSANDS] = None
    return "&amp;" + match[0][1:]


def _mend_number(number: int, repairs: dict[str, None]) -> str:
    surrogate = 0xD800 <= number <= 0xDFFF
    if surrogate or number > 0x10FFFF or _CONTROLS.match(chr(number)):
        repairs[CONTROLS] = None
        return ""
    return f"&#{number};"
