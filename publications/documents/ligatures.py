"""Letters that a font draws as one sign: لا above all.

Readers of PDFs turn a line of Arabic letters round sign by sign, and Poppler turns round what such
a sign stands for as well: سلام becomes سالم. So while they read, the sign stands for a single
letter of a script that no document of ours is written in.
"""

import re
import unicodedata
from collections.abc import Iterator
from io import SEEK_END
from pathlib import Path
from typing import Any, BinaryIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

# Letters of Thaana, N'Ko and Syriac; they run from right to left, too.
STAND_INS = [*range(0x0780, 0x07A6), *range(0x07CA, 0x07EB), *range(0x0712, 0x0730)]
RIGHT_TO_LEFT = {"R", "AL"}
MOST_RANGE = 256

# Parts of a ToUnicode map (ISO 32000-2, 9.10.3).
SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.S)
SINGLE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]+>|\[[^\]]*\])")
CODES = re.compile(rb"<([0-9A-Fa-f\s]+)>")
# What a stretch of a page says when it is copied (14.9.4).
ACTUAL_TEXT = re.compile(rb"(/ActualText\s*<FEFF)([0-9A-Fa-f]{8,64})(?=>)", re.I)
TAIL = 2048
"""Bytes at the end of a file in which it says where its table of objects is."""
START = re.compile(rb"startxref\s+(\d+)")


class StandIns:
    """The letters that stand for others, given out one after the other."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}

    def of(self, code: bytes) -> bytes:
        """Return the code to write in a map: its own, or that of a letter which stands in."""
        letters = _letters(code)
        if len(letters) < 2 or not any(map(_runs_left, letters)):
            return code
        if letters not in self._of and len(self._of) == len(STAND_INS):
            return code
        return b"%04X" % self._of.setdefault(letters, STAND_INS[len(self._of) % len(STAND_INS)])

    @property
    def hidden(self) -> dict[int, str]:
        """What each letter that was given out stands for."""
        return {stand_in: letters for letters, stand_in in self._of.items()}


class Widths:
    """How wide the signs of a composite font are (ISO 32000-2, 9.7.4.3)."""

    def __init__(self, font: Any) -> None:
        self._of: dict[int, float] = {}
        is_font = isinstance(font, DictionaryObject)
        self._others = font["/DW"] if is_font and "/DW" in font else 1000
        row = iter(font["/W"] if is_font and "/W" in font else ())
        for first, second in zip(row, row, strict=False):
            if isinstance(second := second.get_object(), list):
                self._of |= {first + step: width for step, width in enumerate(second)}
            else:
                self._of |= dict.fromkeys(range(first, min(second, 0xFFFF) + 1), next(row, 0))

    def is_zero(self, sign: int) -> bool:
        """Whether a sign takes no room; its code is its number, as nearly all programs write."""
        return self._of.get(sign, self._others) == 0 and any(self._of.values())


def hide_ligatures(path: Path, streams: dict[int, int]) -> dict[int, str]:
    """Change a PDF so that no sign stands for several letters that run from right to left.

    `streams` are those that say what signs mean (see `dangers.check`). Returns the letters that
    each stand-in hides. The changes are appended to the file, as an update is.
    """
    stand_ins, changed = StandIns(), dict[int, bytes]()
    with path.open("rb") as file:
        reader = PdfReader(file)
        for number, font in streams.items():
            stream = reader.get_object(number)
            if isinstance(stream, StreamObject):
                before = stream.get_data()
                after = _rewritten(before, stand_ins, Widths(reader.get_object(font)))
                if after != before:
                    changed[number] = after
        update = _update(changed, reader, file) if changed else b""
    with path.open("ab") as file:
        file.write(update)
    return stand_ins.hidden


def _rewritten(content: bytes, stand_ins: StandIns, widths: Widths) -> bytes:
    def section(found: re.Match[bytes]) -> bytes:
        pairs = SINGLE.findall(found[2]) if found[1] == b"bfchar" else list(_unrolled(found[2]))
        new = [(sign, stand_ins.of(code)) for sign, code in pairs if not is_mark(sign, code)]
        lines = b"\n".join(b"<%s> <%s>" % pair for pair in new)
        return found[0] if new == pairs else b"beginbfchar\n%s\nendbfchar" % lines

    def is_mark(sign: bytes, code: bytes) -> bool:
        """A mark drawn apart from its letter may mean both, as the letter does: once is enough."""
        return len(_letters(code)) > 1 and widths.is_zero(int(sign, 16))

    content = SECTION.sub(section, content)
    return ACTUAL_TEXT.sub(lambda found: found[1] + stand_ins.of(found[2]), content)


def _unrolled(ranges: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each sign of the ranges and its code."""
    for first, last, codes in RANGE.findall(ranges):
        start, count = int(first, 16), min(int(last, 16) - int(first, 16) + 1, MOST_RANGE)
        given = CODES.findall(codes)
        for step in range(count):
            code = given[step] if codes[:1] == b"[" else _plus(given[0], step)
            yield b"%0*X" % (len(first), start + step), code


def _plus(code: bytes, step: int) -> bytes:
    digits = b"".join(code.split())
    return b"%0*X" % (len(digits), int(digits, 16) + step)


def _letters(code: bytes) -> str:
    text = bytes.fromhex(code.decode()).decode("utf-16-be", errors="ignore")
    return unicodedata.normalize("NFKC", text)


def _runs_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in RIGHT_TO_LEFT


def _update(streams: dict[int, bytes], reader: PdfReader, file: BinaryIO) -> bytes:
    """Return an incremental update that replaces these streams (ISO 32000-2, 7.5.6)."""
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - TAIL))
    before = START.findall(file.read())[-1]
    objects, table = bytearray(b"\n"), bytearray(b"xref\n")
    for number, data in streams.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, size + len(objects))
        objects += b"%d 0 obj\n<< /Length %d >>\nstream\n" % (number, len(data))
        objects += data + b"\nendstream\nendobj\n"
    root: Any = dict.get(reader.trailer, "/Root")
    count: Any = reader.trailer["/Size"]
    facts = (root.idnum, root.generation, count, int(before))
    trailer = b"trailer\n<< /Root %d %d R /Size %d /Prev %d >>\n" % facts
    return b"%b%b%bstartxref\n%d\n%%%%EOF\n" % (objects, table, trailer, size + len(objects))
