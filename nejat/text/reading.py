"""Bodies as words: their plain text, its first words, how many there are and how long they take."""

import re

from selectolax.lexbor import LexborHTMLParser

WORDS_PER_MINUTE = 184
# Inside a paragraph these do not end a word; every other element does.
INLINE = (
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike"
    "|strong|sub|sup|time|tt|u|var|wbr"
)
BLOCK_TAG = re.compile(rf"<(?=/?(?!(?:{INLINE})\b)[a-z])", re.IGNORECASE)
UNREAD = ["script", "style", "template", "noscript", "iframe", "svg", "math", "title"]
# Marks are no letters to `\w`: harakat, combining accents, ZWNJ and ZWJ belong to their word,
# and so do an apostrophe or hyphen between letters and a separator between digits.
WORD = re.compile(
    r"[^\W_](?:\w|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]"
    r"|['’‑-](?=\w)|(?<=\d)[.,٫٬](?=\d))*"
)


def plain_text(html: str) -> str:
    """Return the words of `html`: entities decoded, blocks and all white space one space apart."""
    tree = LexborHTMLParser(BLOCK_TAG.sub(" <", html), is_fragment=True)
    tree.strip_tags(UNREAD)
    return " ".join(tree.text().split())


def plain_paragraphs(html: str) -> str:
    """Return the words of `html` with an empty line between its blocks."""
    in_line = " ".join(html.split())
    tree = LexborHTMLParser(BLOCK_TAG.sub("\n<", in_line), is_fragment=True)
    tree.strip_tags(UNREAD)
    lines = (" ".join(line.split()) for line in tree.text().split("\n"))
    return "\n\n".join(filter(None, lines))


def first_words(text: str, count: int = 8) -> str:
    """Return the first `count` words of HTML or text, with "…" where it was cut."""
    words = plain_text(text).split()
    if len(words) <= count:
        return " ".join(words)
    return " ".join(words[:count]).rstrip(".,:;،؛-–—") + "…"


def word_count(text: str) -> int:
    """Return how many words `text` has: a compound written with ZWNJ is one, punctuation none."""
    return len(WORD.findall(text))


def reading_minutes(html: str) -> int:
    """Return how many minutes reading `html` takes, at least 1.

    184 words a minute is the mean over seventeen languages, Arabic and English among them, in
    Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance" (2012).
    """
    return max(1, round(word_count(plain_text(html)) / WORDS_PER_MINUTE))


def lines_of(text: str | None) -> list[str]:
    """Return the lines of a text that hold something, without the space around them."""
    return [line for line in map(str.strip, (text or "").splitlines()) if line]
