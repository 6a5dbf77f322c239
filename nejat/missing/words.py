"""The words of an address, as somebody may search for them."""

import re
from collections.abc import Iterator

SECTION_NAMES = (
    "articles topic tag series by archive media cartoons newspics photos videos publications books"
    " newsletter pars-brief pages search posts category blog author module telex ctype type"
    " wp-content uploads index"
)
SECTIONS = frozenset(SECTION_NAMES.split())
"""Parts of addresses, of today's site and the old one, that name no work."""
MARK = re.compile(r"/(?:amp|feed|page/\d+|comment-page-\d+)(?=/|$)")
SIGNS = re.compile(r"(?:%[0-9A-F]{2}|[\W_])+")
ENDING = re.compile(r"\.\w{2,5}$")
MOST_WORDS = 8


def words_of(path: str) -> list[str]:
    """Return the words of a normal path: `/fa/posts/12/letter-home/amp` gives letter and home."""
    words = (word for name in _names(path) for word in name)
    return list(dict.fromkeys(words))[:MOST_WORDS]


def last_words_of(path: str) -> list[str]:
    """Return the words of the last part that has some: of its parts, that one names the work."""
    names = [name for name in _names(path) if name]
    return list(dict.fromkeys(names[-1]))[:MOST_WORDS] if names else []


def split_words(text: str) -> list[str]:
    """Return the words of a text, which signs of any kind divide."""
    return [word for word in SIGNS.split(text) if word]


def _names(path: str) -> Iterator[list[str]]:
    """The words of each part that may name a work or a label."""
    for part in MARK.sub("", path).split("/")[2:]:
        if part not in SECTIONS and not part.isdecimal():
            yield [word for word in split_words(ENDING.sub("", part)) if len(word) > 1]


def fewer_and_fewer(words: list[str]) -> list[str]:
    """Return what to search for, one after the other: all words, the two longest, the longest.

    Of words equally long the later one tells more: an address goes from the general on.
    """
    later_first = words[::-1]
    by_length = sorted(later_first, key=len, reverse=True)
    tries = (words, by_length[:2], by_length[:1])
    return list(dict.fromkeys(" ".join(w for w in words if w in some) for some in tries if some))
