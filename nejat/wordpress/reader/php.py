"""A reader of PHP's serialize() format that only reads.

Scalars and arrays become Python values. Lengths are hints: exports that passed through a search
and replace carry wrong ones, so a string also ends at the next `";` that something valid follows.
Objects and references are refused. The format: https://www.php.net/manual/function.serialize.php
"""

from __future__ import annotations

import re

Value = str | int | float | bool | None | dict[str | int, "Value"]

MAX_DEPTH = 20

_NUMBER = re.compile(r"([ibd]):([^;{}]{1,40});")
_STRING = re.compile(r's:(\d+):"')
_ARRAY = re.compile(r"a:(\d+):\{")
_STRING_END = re.compile(r'";(?=[sibdaN}]|$)')


class _Unreadable(Exception):
    """The text is not a value this reader knows."""


def unserialize(text: str) -> Value:
    """The value serialized in `text`; None when there is none or it cannot be read."""
    try:
        return _Reader(text.strip()).value(MAX_DEPTH)
    except (_Unreadable, ValueError, OverflowError):
        return None


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0

    def value(self, depth: int) -> Value:
        if self._text.startswith("N;", self._position):
            self._position += 2
            return None
        if match := self._match(_NUMBER):
            return _number(*match.groups())
        if match := self._match(_STRING):
            return self._string(int(match[1][:9]))
        if depth and self._match(_ARRAY):
            return self._array(depth - 1)
        raise _Unreadable

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self._position)
        if match:
            self._position = match.end()
        return match

    def _array(self, depth: int) -> dict[str | int, Value]:
        found: dict[str | int, Value] = {}
        while not self._text.startswith("}", self._position):
            key = self.value(0)
            if not isinstance(key, str | int):
                raise _Unreadable
            found[key] = self.value(depth)
        self._position += 1
        return found

    def _string(self, length: int) -> str:
        start = self._position
        end = self._counted(start, length)
        if end is None:
            match = _STRING_END.search(self._text, start)
            if not match:
                raise _Unreadable
            end = match.start()
        self._position = end + 2
        return self._text[start:end]

    def _counted(self, start: int, length: int) -> int | None:
        """Where a string of `length` UTF-8 bytes ends, if its end is there."""
        counted = self._text[start : start + length].encode()[:length].decode(errors="ignore")
        end = start + len(counted)
        return end if self._text.startswith('";', end) else None


def _number(kind: str, digits: str) -> int | float | bool:
    if kind == "b":
        return digits == "1"
    return int(digits) if kind == "i" else float(digits)
