"""What an editor would mark in a text: headings, links, letters of another keyboard, signs.

Each check reads a body or a line of text and yields what it would mark, as it is written there.
"""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from nejat.text.reading import plain_text

HEADINGS = "h2, h3, h4, h5, h6"
LINKS = "a[href], a[data-work]"
SAYS_NOTHING = {
    "en": {"here", "click here", "read more", "more", "link", "this", "this link"},
    "ar": {"هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد", "الرابط"},
    "fa": {"اینجا", "این‌جا", "اینجا کلیک کنید", "کلیک کنید", "ادامه", "بیشتر", "لینک"},
    "sq": {"këtu", "kliko këtu", "klikoni këtu", "më shumë", "lexo më shumë", "link"},
}
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
ARABIC = r"\u0620-\u064a\u066e-\u06d3"
LATIN = r"A-Za-z\u00c0-\u024f"
MIXED = re.compile(rf"\w*(?:[{ARABIC}][{LATIN}]|[{LATIN}][{ARABIC}])\w*")
ARABIC_KEYBOARD = re.compile(r"\w*[يك]\w*")  # ی and ک are other letters
LATIN_DIGITS = re.compile(rf"(?<![{LATIN}\d/.:_-])\d+(?![{LATIN}\d/:_-])", re.ASCII)
ARABIC_DIGITS = re.compile(r"[٤٥٦]\w*")  # only these three look different in Persian
STRAIGHT_QUOTES = re.compile(r'"[^"]{1,40}"?')
CAPITALS = re.compile(r"\b[A-ZËÇ]+(?:\s+[A-ZËÇ]+){2,}\b")
LETTER = re.compile(rf"[{ARABIC}{LATIN}]")
SCRIPTS = {"en": LATIN, "sq": LATIN, "ar": ARABIC, "fa": ARABIC}
FOREIGN_FROM = 12
"""So many letters of another script in a row of words are a phrase in another language."""
LONG_ENOUGH = 40
"""A paragraph of fewer letters may well read the same in two languages."""


def skipped_headings(html: str, code: str) -> Iterator[str]:
    """Headings that stand more than one step below the one before."""
    level = 1
    for heading in _nodes(html, HEADINGS):
        own = int(str(heading.tag)[1])
        if own > level + 1:
            yield _words(heading)
        level = own


def empty_headings(html: str, code: str) -> Iterator[str]:
    """Headings without a word."""
    return (str(heading.tag) for heading in _nodes(html, HEADINGS) if not _words(heading))


def vague_links(html: str, code: str) -> Iterator[str]:
    """Links whose words say nothing of where they lead: "here", or the bare address."""
    for link in _nodes(html, LINKS):
        words = _words(link)
        if words.casefold().strip(" .…:") in SAYS_NOTHING[code] or ADDRESS.fullmatch(words):
            yield words


def empty_links(html: str, code: str) -> Iterator[str]:
    """Links without a word or a picture."""
    for link in _nodes(html, LINKS):
        if not _words(link) and not link.css_first("img[alt]"):
            yield link.attributes.get("href") or link.attributes.get("data-work") or ""


def unmarked_phrases(html: str, code: str) -> Iterator[str]:
    """Phrases in another script that are not marked with their language."""
    tree = LexborHTMLParser(html, is_fragment=True)
    for marked in tree.css("[lang]"):
        marked.decompose()
    other = LATIN if SCRIPTS[code] == ARABIC else ARABIC
    text = ADDRESS.sub(" ", plain_text(tree.html or ""))
    for phrase in re.finditer(rf"[{other}][{other}\s\u200c'’-]*[{other}]", text):
        if len(LETTER.findall(phrase.group())) >= FOREIGN_FROM:
            yield phrase.group()


def untranslated_paragraphs(html: str, source: str) -> Iterator[str]:
    """Paragraphs that stand in the source word by word."""
    theirs = {_words(node) for node in _nodes(source, "p, li, blockquote")}
    for node in _nodes(html, "p, li, blockquote"):
        words = _words(node)
        if len(words) >= LONG_ENOUGH and words in theirs:
            yield words


def finder(pattern: re.Pattern[str]) -> Callable[[str, str], Iterator[str]]:
    """Return a check that marks what the pattern finds in words, addresses left out."""

    def find(html: str, code: str) -> Iterator[str]:
        text = ADDRESS.sub(" ", plain_text(html))
        return (match.group() for match in pattern.finditer(text))

    return find


mixed_words = finder(MIXED)
arabic_letters = finder(ARABIC_KEYBOARD)
latin_digits = finder(LATIN_DIGITS)
arabic_digits = finder(ARABIC_DIGITS)
straight_quotes = finder(STRAIGHT_QUOTES)
capitals = finder(CAPITALS)


def _nodes(html: str, selector: str) -> list[LexborNode]:
    return LexborHTMLParser(html, is_fragment=True).css(selector)


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
