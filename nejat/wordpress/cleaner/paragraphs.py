"""Paragraphs for bodies written without them.

The classic editor stores blank lines instead of <p> and single newlines instead of <br>.
"""

from __future__ import annotations

import re

_KEPT_NAMES = (
    "blockquote caption col colgroup dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p"
    " pre table tbody td tfoot th thead tr ul"
)
# Boxes that stored bodies do not have: only their being apart is kept.
_BOX_NAMES = (
    "address article aside body center details dialog fieldset footer form header hgroup legend"
    " main menu nav section summary"
)
_BOXES = set(_BOX_NAMES.split())
# Loose text in these is made into paragraphs; in all other blocks it is left as it is.
_FLOW = {"", "blockquote", "div"}
_VOID = {"hr", "col"}
_TAG = re.compile(r"<[A-Za-z/][^<>]*>")
_TOKEN = re.compile(
    r"<pre\b[^<>]*>.*?</pre\s*>|<(?P<closing>/)?"
    rf"(?P<name>{'|'.join(_KEPT_NAMES.split() + _BOX_NAMES.split())})\b(?P<given>[^<>]*)>",
    re.DOTALL | re.IGNORECASE,
)
_MEANT_DIV = re.compile(r"\b(?:dir|lang)\s*=|\bclass=\"gallery\"")
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n\s*")
_DOUBLE_BREAK = re.compile(r"(?:<br\s*/?>[ \t\n]*){2,}", re.IGNORECASE)
_NEWLINE = re.compile(r"(?:<br\s*/?>)?[ \t]*\n", re.IGNORECASE)
_SHOWS = re.compile(r"<(?:img|iframe|video|audio|object|embed|input)\b", re.IGNORECASE)


def paragraphs(text: str, *, breaks: bool) -> str:
    """HTML in which loose text stands in <p>; with `breaks`, newlines in it become <br>."""
    return _Writer(breaks=breaks, boxes=True).write(text)


def settled(html: str) -> str:
    """HTML without boxes that mean nothing, what was loose in them in <p>.

    A block inside a paragraph ends it, and the text behind begins a new one.
    """
    return _Writer(breaks=False, boxes=False).write(html)


class _Writer:
    def __init__(self, *, breaks: bool, boxes: bool) -> None:
        self._breaks = breaks
        self._boxes = boxes
        self._parts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """The open blocks, each with whether its tag was written."""
        self._in_paragraph = False

    def write(self, text: str) -> str:
        position = 0
        for token in _TOKEN.finditer(text):
            self._text(text[position : token.start()])
            self._token(token)
            position = token.end()
        self._text(text[position:])
        self._end_paragraph()
        return "".join(self._parts)

    def _text(self, text: str) -> None:
        around = next((name for name, written in reversed(self._open) if written), "")
        if not text.strip():
            if text:
                self._start_line()
        elif self._in_paragraph:
            self._parts.append("</p>\n<p>".join(self._paragraphs(text)))
        elif around in _FLOW:
            self._loose(self._paragraphs(text), at_top=not around)
        else:
            self._parts.append(text)

    def _start_line(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")

    def _loose(self, parts: list[str], *, at_top: bool) -> None:
        if len(parts) == 1 and not at_top:
            self._parts.append(parts[0])
            return
        self._start_line()
        for part in parts:
            self._parts.append(f"<p>{part}</p>\n" if _says(part) else part)

    def _paragraphs(self, text: str) -> list[str]:
        """The paragraphs in a stretch of text, their newlines made breaks."""
        text = _TAG.sub(lambda tag: tag[0].replace("\n", " "), text)
        if not self._breaks:
            return [text.strip()]
        parts = _BLANK_LINE.split(_DOUBLE_BREAK.sub("\n\n", text).strip())
        return [_NEWLINE.sub("<br>\n", part) for part in parts if part.strip()]

    def _token(self, token: re.Match[str]) -> None:
        name = (token["name"] or "").lower()
        closing = bool(token["closing"])
        self._end_paragraph()
        if name == "p":
            if not closing:
                self._parts.append(token[0])
            self._in_paragraph = not closing
        elif closing:
            self._close(name, token[0])
        else:
            self._start(name, token)

    def _start(self, name: str, token: re.Match[str]) -> None:
        is_box = name in _BOXES or (name == "div" and not _MEANT_DIV.search(token["given"]))
        written = self._boxes or not is_box
        if written:
            self._parts.append(token[0])
        if name and name not in _VOID:
            self._open.append((name, written))

    def _is_open(self, name: str) -> bool:
        return any(name == opened for opened, _ in self._open)

    def _close(self, name: str, tag: str) -> None:
        while self._is_open(name):
            opened, written = self._open.pop()
            if opened == name:
                if written:
                    self._parts.append(tag)
                return

    def _end_paragraph(self) -> None:
        if self._in_paragraph:
            self._parts.append("</p>")
            self._in_paragraph = False


def _says(part: str) -> bool:
    """Whether there is anything to read or see, not only tags."""
    return bool(_TAG.sub("", part).strip() or _SHOWS.search(part))
