"""What differs between two texts, word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from nejat.text import plain_paragraphs

AROUND = 12
"""So many words stand on either side of a change; what lies further away is left out."""
TAG = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)
SEEN_AS_LINES = re.compile(r"<(?:p|br)\s*/?>", re.IGNORECASE)

Run = tuple[bool, int, int, int, int]
"""Whether the words are the same, and from where to where in the one text and the other."""


@dataclass(frozen=True)
class Piece:
    """Words in a row that are the same in both texts, or stand in this one alone."""

    text: str
    is_own: bool = False
    is_gap: bool = False
    """Words were left out here, the same in both texts."""


@dataclass(frozen=True)
class Side:
    """One of two texts: its words, and the tags of HTML that the other does not have."""

    pieces: list[Piece]
    own_tags: list[str] = field(default_factory=list)


def compare_texts(old: str, new: str) -> tuple[Side, Side]:
    """Return both texts with what is their own marked."""
    one, other = _words(old), _words(new)
    runs = list(_runs(one, other))
    return (
        Side(list(_pieces(one, [(same, start, end) for same, start, end, _, _ in runs]))),
        Side(list(_pieces(other, [(same, start, end) for same, _, _, start, end in runs]))),
    )


def compare_html(old: str, new: str) -> tuple[Side, Side]:
    """Return the words of both, paragraph by paragraph, and the tags that are their own."""
    one, other = compare_texts(plain_paragraphs(old), plain_paragraphs(new))
    before, after = _tags(old), _tags(new)
    return (
        Side(one.pieces, list((before - after).elements())),
        Side(other.pieces, list((after - before).elements())),
    )


def _words(text: str) -> list[str]:
    """Return the words; an end of a line is one too."""
    return re.findall(r"\n+|[^\s]+", text)


def _tags(html: str) -> Counter[str]:
    return Counter(tag for tag in TAG.findall(html) if not SEEN_AS_LINES.fullmatch(tag))


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[Run]:
    """Yield where the two are the same and where not, from the beginning to the end.

    A text is mostly left as it is, so its common beginning and end are found first.
    """
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    left = shorter - start
    tail = next((i for i in range(left) if one[-1 - i] != other[-1 - i]), left)
    ends = len(one) - tail, len(other) - tail
    if start:
        yield True, 0, start, 0, start
    matcher = SequenceMatcher(None, one[start : ends[0]], other[start : ends[1]])
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag == "equal", start + i, start + j, start + k, start + m
    if tail:
        yield True, ends[0], len(one), ends[1], len(other)


def _pieces(words: Sequence[str], runs: Sequence[tuple[bool, int, int]]) -> Iterator[Piece]:
    for place, (is_same, start, end) in enumerate(runs):
        if not is_same:
            if end > start:
                yield Piece(_joined(words[start:end]), is_own=True)
            continue
        head = AROUND if place else 0
        tail = AROUND if place < len(runs) - 1 else 0
        if end - start <= head + tail + AROUND:
            yield Piece(_joined(words[start:end]))
            continue
        if head:
            yield Piece(_joined(words[start : start + head]))
        yield Piece("…", is_gap=True)
        if tail:
            yield Piece(_joined(words[end - tail : end]))


def _joined(words: Sequence[str]) -> str:
    return " ".join(words)
