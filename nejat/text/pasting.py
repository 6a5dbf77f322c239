"""What was copied from a word processor or a page of the web, as a body may hold it.

Cleaning alone would lose what these programs say in styles, such as bold words and the lists of
Word, and keep what means nothing, such as the wrapper that Google Docs puts around all. So their
habits are said in plain elements first; then the one allow-list decides, as for every body.
"""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from nejat.text.cleaning import ATTRIBUTES, GONE_TAGS, clean_html

FRAGMENT = re.compile(r"<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL)
WORD_PROCESSOR = re.compile(r"\bMso[A-Z]|docs-internal-guid|schemas-microsoft-com")
SKIPPED = {*GONE_TAGS.split(), "head", "xml", "nav", "button", "select", "textarea"}
VOID = {"br", "hr", "img", "col", "input", "meta", "link", "source", "track", "wbr"}
LINES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "figcaption", "pre", "dd", "dt"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
KEPT = {name for names in ATTRIBUTES.values() for name in names} | {"class"}
WORDS_OF_STYLE = (
    ("strong", re.compile(r"(?<![\w-])font-weight:\s*(?:bold|[6-9]00)")),
    ("em", re.compile(r"(?<![\w-])font-style:\s*italic")),
    ("s", re.compile(r"(?<![\w-])text-decoration[\w-]*:[^;]*line-through")),
    ("sup", re.compile(r"(?<![\w-])vertical-align:\s*super")),
    ("sub", re.compile(r"(?<![\w-])vertical-align:\s*sub\b")),
)
UNDONE = re.compile(r"(?<![\w-])font-(?:weight:\s*(?:normal|400)|style:\s*normal)")
SAME_AS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
QUOTES_OF_WORD = {"MsoQuote", "MsoIntenseQuote"}
LIST_OF_WORD = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
COUNTED = re.compile(r"\(?\w{1,5}[.)]")
REDIRECT = re.compile(r"https?://www\.google\.\w+/url\?(?:.*&)?q=([^&]+)")
HARD_SPACES = re.compile(r"[ \t\r\n]*\xa0[ \t\r\n\xa0]+|[ \t\r\n]+\xa0")
END_OF_ENTRY = re.compile(r"\s+(?=</(?:li|td|th)>|<[uo]l>)")
SEAM = re.compile(r"</(strong|em|s|sub|sup)>( ?)<\1>")


class Item(NamedTuple):
    """An entry of a list as Word writes it: a paragraph that says how deep it stands."""

    level: int
    tag: str
    html: str


def clean_pasted(html: str) -> str:
    """Return what was pasted as clean HTML of a body; see `clean_html`."""
    fragment = FRAGMENT.search(html)
    reader = PastedReader(knows_languages=not WORD_PROCESSOR.search(html))
    reader.feed(fragment[1] if fragment else html)
    reader.close()
    cleaned = clean_html("".join(_with_lists(reader.out)))
    return END_OF_ENTRY.sub("", SEAM.sub(r"\2", cleaned)).strip()


class PastedReader(HTMLParser):
    """Writes what it reads into `out`, in plain elements.

    Word processors give every word a language, often a wrong one; pages of the web mean theirs.
    """

    def __init__(self, *, knows_languages: bool) -> None:
        super().__init__()
        self.out: list[str | Item] = []
        self._around: list[tuple[str, str]] = []  # what is open, and how it is closed
        self._skips = 0
        self._item: tuple[int, list[str | Item]] | None = None  # how deep, and what came before
        self._marker = ""
        self._attributes = KEPT if knows_languages else KEPT - {"lang", "dir"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        style = said.get("style", "").lower()
        if self._skips or tag in SKIPPED or "mso-list:ignore" in style.replace(" ", ""):
            self._skips += tag not in VOID
        elif tag in VOID:
            if tag != "br" or self._in_line():
                self.out.append(self._written(tag, said))
        elif tag == "p" and (level := LIST_OF_WORD.search(style)):
            self._item, self.out, self._marker = (int(level[1]), self.out), [], ""
            self._around.append((tag, ""))
        else:
            opening, closing = self._said_plainly(tag, said, style)
            self.out.append(opening)
            self._around.append((tag, closing))

    def handle_endtag(self, tag: str) -> None:
        if self._skips:
            self._skips -= tag not in VOID
            return
        if all(tag != other for other, _ in self._around):
            return
        while True:
            other, closing = self._around.pop()
            self.out.append(closing)
            if other == tag:
                break
        if tag == "p" and self._item:
            self._end_item(*self._item)

    def handle_data(self, data: str) -> None:
        if not self._skips:
            in_pre = any(tag == "pre" for tag, _ in self._around)
            self.out.append(escape(data if in_pre else HARD_SPACES.sub(" ", data), quote=False))
        elif self._item:
            self._marker += data

    def _end_item(self, level: int, before: list[str | Item]) -> None:
        html = "".join(part for part in self.out if isinstance(part, str))
        tag = "ol" if COUNTED.match(self._marker.strip()) else "ul"
        self.out, self._item = [*before, Item(level, tag, html.strip())], None

    def _said_plainly(self, tag: str, said: dict[str, str], style: str) -> tuple[str, str]:
        """Return how an element begins and ends when its meaning is said without styles."""
        names = [name for name, shown in WORDS_OF_STYLE if shown.search(style)]
        if same := SAME_AS.get(tag):
            names = [] if UNDONE.search(style) and not names else [same, *names]
        if any(other in HEADINGS for other, _ in self._around):
            names = [name for name in names if name != "strong"]
        marks = [name for name in dict.fromkeys(names) if self._is_new(f"</{name}>")]
        opening, closing = self._element(tag, said)
        inner = "".join(f"<{name}>" for name in marks)
        return opening + inner, "".join(f"</{name}>" for name in reversed(marks)) + closing

    def _element(self, tag: str, said: dict[str, str]) -> tuple[str, str]:
        """Return the tags of an element itself; nothing for one that says nothing."""
        if tag == "a":
            return self._link(said)
        if tag == "span" and {"lang", "dir"} & said.keys() & self._attributes:
            return self._written(tag, said), "</span>"
        if tag in {"span", "font", *SAME_AS}:
            return "", ""
        if tag in {"ul", "ol"} and self._is_inside({"ul", "ol"}):
            return self._nested(tag, said)
        return self._block(tag, said)

    def _block(self, tag: str, said: dict[str, str]) -> tuple[str, str]:
        if tag in {"p", "div"} and self._in_line():
            return "", " "  # a paragraph of an entry or a cell
        named = "h2" if said.get("class") == "MsoTitle" else "p" if tag == "div" else tag
        opening, closing = self._written(named, said), f"</{named}>"
        if said.get("class") in QUOTES_OF_WORD:
            return f"<blockquote>{opening}", f"{closing}</blockquote>"
        return opening, closing

    def _link(self, said: dict[str, str]) -> tuple[str, str]:
        href = said.get("href", "").strip()
        if found := REDIRECT.match(href):
            href = unquote(found[1])
        if "data-work" not in said and (not href or href.startswith("#")):
            return "", ""  # a place in a document that is left behind
        return self._written("a", {**said, "href": href}), "</a>"

    def _nested(self, tag: str, said: dict[str, str]) -> tuple[str, str]:
        """Put a list that stands between entries into the entry before it."""
        while self.out and isinstance(self.out[-1], str) and not self.out[-1].strip():
            self.out.pop()
        if self.out and self.out[-1] == "</li>":
            self.out.pop()
            return self._written(tag, said), f"</{tag}></li>"
        return self._written(tag, said), f"</{tag}>"

    def _written(self, tag: str, said: dict[str, str]) -> str:
        kept = (f' {name}="{escape(said[name])}"' for name in said if name in self._attributes)
        return f"<{tag}{''.join(kept)}>"

    def _in_line(self) -> bool:
        return self._item is not None or any(tag in LINES for tag, _ in self._around)

    def _is_inside(self, tags: set[str]) -> bool:
        return bool(self._around) and self._around[-1][0] in tags

    def _is_new(self, closing: str) -> bool:
        return all(closing not in other for _, other in self._around)


def _with_lists(parts: list[str | Item]) -> Iterator[str]:
    """Yield what was read, with the entries of Word in lists."""
    opened: list[str] = []
    for part in parts:
        if isinstance(part, Item):
            yield from _entry(part, opened)
        elif not opened or part.strip():
            yield from _closing(opened, 0)
            yield part
    yield from _closing(opened, 0)


def _entry(item: Item, opened: list[str]) -> Iterator[str]:
    yield from _closing(opened, item.level)
    if len(opened) == item.level:
        if opened[-1] == item.tag:
            yield "</li><li>"
        else:
            yield from _closing(opened, item.level - 1)
    while len(opened) < item.level:
        opened.append(item.tag)
        yield f"<{item.tag}><li>"
    yield item.html


def _closing(opened: list[str], level: int) -> Iterator[str]:
    while len(opened) > level:
        yield f"</li></{opened.pop()}>"
