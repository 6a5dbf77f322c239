"""Cutting the stream of an export into its elements, in constant memory.

Each element is parsed apart, so one bad post costs one post. The cuts mind CDATA, where a body may
show `</item>` as text, and they recover when a CDATA section is never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .names import prefixes
from .source import DAMAGE, ByteStream

BLOCK = 1 << 20
MAX_CHUNK = 32 << 20
"""Bytes after which an element without an end is given up."""

_LONGEST_TAG = 256
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the file: an element, or the text between two of them ("gap")."""

    kind: str
    """"gap", "item", "author", "category", "tag" or "term"."""
    data: bytes
    whole: bool = True
    """False when the end of the element is missing."""


class Splitter:
    """Reads a stream once. `prefixes` and `damage` can be asked at any time."""

    def __init__(self, stream: ByteStream) -> None:
        self.damage = ""
        self._stream = stream
        self._buffer = b""
        self._start = 0
        self._ended = False
        while len(self._buffer) < BLOCK and self._read_on():
            pass
        self.prefixes = prefixes(self._buffer.partition(b"<item>")[0])
        ours = "|".join(re.escape(name) for name, ns in self.prefixes.items() if ns == "wp")
        names = rf"(?P<name>item|(?:{ours}):(?:author|category|tag|term))"
        self._element = re.compile(rf"<{names}(?:\s[^<>]*)?(?<!/)>".encode())

    def chunks(self) -> Iterator[Chunk]:
        """The whole stream, in order. The first chunk is the gap that holds the head."""
        while self._held() or not self._ended:
            match = self._next_element()
            if match:
                yield Chunk("gap", self._take(match.start() - self._start))
                yield self._element_at_start(match["name"])
            else:
                edge = 0 if self._ended else _LONGEST_TAG
                yield Chunk("gap", self._take(self._held() - edge))

    def _element_at_start(self, name: bytes) -> Chunk:
        end = self._end_of(b"</" + name + b">")
        whole = end >= 0
        data = self._take(end if whole else self._held())
        return Chunk(name.decode().rpartition(":")[2], data, whole)

    def _next_element(self) -> re.Match[bytes] | None:
        """The start of the next element; None when the stream, or what may be held, ends first."""
        looked_at = 0
        while True:
            match = self._element.search(self._buffer, self._start + looked_at)
            if match and not self._in_cdata(match.start()):
                return match
            if match:
                looked_at = match.end() - self._start
                continue
            looked_at = max(looked_at, self._held() - _LONGEST_TAG)
            if self._held() > MAX_CHUNK or not self._read_on():
                return None

    def _end_of(self, closing: bytes) -> int:
        """The length of the element at the start, or -1 when it has no end."""
        looked_at = 0
        while True:
            found = self._buffer.find(closing, self._start + looked_at)
            if found >= 0 and not self._in_cdata(found):
                return found + len(closing) - self._start
            if found >= 0:
                looked_at = found + 1 - self._start
                continue
            looked_at = max(looked_at, self._held() - len(closing))
            if self._held() > MAX_CHUNK or not self._read_on():
                return self._end_despite_cdata(closing)

    def _end_despite_cdata(self, closing: bytes) -> int:
        found = self._buffer.find(closing, self._start)
        return found + len(closing) - self._start if found >= 0 else -1

    def _in_cdata(self, position: int) -> bool:
        opened = self._buffer.rfind(_OPEN, self._start, position)
        return opened > self._buffer.rfind(_CLOSE, self._start, position)

    def _held(self) -> int:
        return len(self._buffer) - self._start

    def _take(self, length: int) -> bytes:
        start, self._start = self._start, min(self._start + length, len(self._buffer))
        return self._buffer[start : self._start]

    def _read_on(self) -> bool:
        try:
            block = self._stream.read(BLOCK)
        except DAMAGE as error:
            self.damage = f"the archive is damaged: {error}"
            block = b""
        self._buffer = self._buffer[self._start :] + block
        self._start = 0
        self._ended = not block
        return bool(block)
