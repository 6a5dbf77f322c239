"""Parts of files, as readers' programs ask for them (RFC 9110, section 14)."""

import re

# A number of more than twenty digits is no place in any file, and `int()` refuses very long ones.
_ONE_RANGE = re.compile(
    r"bytes=[ \t]*(?P<first>[0-9]{0,20})-(?P<last>[0-9]{0,20})[ \t]*", re.IGNORECASE
)


def find_range(header: str, size: int) -> range | None:
    """Return the places of the bytes that a Range header asks for in a file of `size` bytes.

    None means the whole file: the header is malformed, or asks for several parts or another unit,
    all of which a server may leave unheard. An empty range means that the file has no such bytes.
    """
    asked = _ONE_RANGE.fullmatch(header)
    if asked is None:
        return None
    first, last = asked["first"], asked["last"]
    if not first:
        return _ending(int(last), size) if last else None
    if last and int(last) < int(first):
        return None
    stop = min(int(last) + 1, size) if last else size
    return range(min(int(first), size), stop)


def _ending(length: int, size: int) -> range | None:
    """Return the last `length` bytes; an empty file is given whole, it has no other part."""
    if length and not size:
        return None
    return range(max(size - length, 0), size)
