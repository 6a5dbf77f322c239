"""Text as a page can hold it: on one line or in paragraphs, without what nobody sees."""

import re
import unicodedata

EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
SPACE = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
# Control characters, halves of pairs, and code points that are no characters.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What belongs to the letter before it: accents, harakat, joiners, forms of emoji.
MARKS = "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d\ufe00-\ufe0f]*"
LETTER = re.compile(rf"\S{MARKS}")
LONG_WORD = re.compile(rf"(?:[^\s\u200b]{MARKS}){{25,}}")
MAY_BREAK = "\u200b"


def line(text: str) -> str:
    """Return `text` on one line, with composed letters; a word of 25 letters may be broken."""
    text = UNPRINTABLE.sub("", SPACE.sub(" ", text)).strip()
    return LONG_WORD.sub(_with_breaks, unicodedata.normalize("NFC", text))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, which empty lines part."""
    parts = EMPTY_LINE.split(text.replace("\r\n", "\n"))
    return [part for part in map(line, parts) if part]


def without_controls(text: str) -> str:
    """Return `text` without control characters and halves of pairs."""
    return UNPRINTABLE.sub("", text)


def _with_breaks(word: re.Match[str]) -> str:
    letters = LETTER.findall(word[0])
    return MAY_BREAK.join("".join(letters[at : at + 10]) for at in range(0, len(letters), 10))
