"""What stands in an answer: the links of a page, style sheet, module or feed, and its texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.crawl.fetching import Answer

ADDRESSES = {
    "a": ["href"], "area": ["href"], "link": ["href"], "img": ["src"], "source": ["src"],
    "script": ["src"], "video": ["src", "poster"], "audio": ["src"], "track": ["src"],
    "use": ["href"], "object": ["data"], "embed": ["src"],
}  # fmt: skip
CARDS = {"og:image", "og:url", "og:audio", "og:video", "twitter:image"}
IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
IN_MODULES = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{0,2}/[^"']+)["']""")
SPOKEN = ("alt", "title", "aria-label", "placeholder")
SILENT = {"script", "style", "template", "noscript"}
NO_LANGUAGE = {"code", "kbd", "pre", "samp"}


@dataclass(frozen=True)
class Text:
    """Words that a reader sees or hears, and the language that the page says they are in."""

    words: str
    language: str
    place: str


class HtmlPage:
    """A page, read."""

    def __init__(self, answer: Answer) -> None:
        self.address = answer.address
        self.status = answer.status
        self.html = LexborHTMLParser(answer.text)

    @cached_property
    def language(self) -> tuple[str, str]:
        """`lang` and `dir` of the page."""
        attributes = self.html.css_first("html").attributes
        return attributes.get("lang") or "", attributes.get("dir") or ""

    @cached_property
    def title(self) -> str:
        node = self.html.css_first("head title")
        return node.text().strip() if node else ""

    @cached_property
    def headings(self) -> list[str]:
        return [node.text().strip() for node in self.html.css("h1")]

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.html.css("[id]")]

    @cached_property
    def canonical(self) -> str | None:
        node = self.html.css_first("link[rel=canonical]")
        return node.attributes.get("href") if node else None

    @cached_property
    def is_for_search_engines(self) -> bool:
        node = self.html.css_first("meta[name=robots]")
        return "noindex" not in ((node.attributes.get("content") or "") if node else "")

    @cached_property
    def alternates(self) -> dict[str, str]:
        """The addresses of the page in other languages, by language."""
        nodes = self.html.css("head link[rel=alternate][hreflang]")
        return {n.attributes["hreflang"] or "": n.attributes.get("href") or "" for n in nodes}

    def links(self) -> Iterator[str]:
        """Yield every address that the page holds, as it is written."""
        for tag, names in ADDRESSES.items():
            for node in self.html.css(tag):
                yield from (
                    node.attributes[name] or "" for name in names if name in node.attributes
                )
        for node in self.html.css("[srcset], [imagesrcset]"):
            sources = node.attributes.get("srcset") or node.attributes.get("imagesrcset") or ""
            yield from (source.split()[0] for source in sources.split(",") if source.strip())
        for node in self.html.css("meta[property], meta[name]"):
            if (node.attributes.get("property") or node.attributes.get("name")) in CARDS:
                yield node.attributes.get("content") or ""
        for node in self.html.css("form:not([method=post])"):
            yield node.attributes.get("action") or ""

    def texts(self) -> Iterator[Text]:
        """Yield all words of the page."""
        root = self.html.css_first("html")
        yield Text(self.title, self.language[0], "title")
        for node in self.html.css("meta[name=description]"):
            yield Text(node.attributes.get("content") or "", self.language[0], "description")
        yield from _texts(root.css_first("body"), self.language[0])


def _texts(node: LexborNode, around: str) -> Iterator[Text]:
    language = _language_of(node, around)
    for name in SPOKEN:
        if words := node.attributes.get(name):
            yield Text(words, language, f"<{node.tag} {name}>")
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            if words := " ".join((child.text_content or "").split()):
                yield Text(words, language, f"<{node.tag}>")
        elif child.tag not in SILENT:
            yield from _texts(child, language)


def _language_of(node: LexborNode, around: str) -> str:
    """Names, and what readers typed, are isolated: nobody knows their language."""
    if "lang" in node.attributes:
        return node.attributes["lang"] or ""
    isolated = node.attributes.get("dir", "auto" if node.tag == "bdi" else None) == "auto"
    return "" if isolated or node.tag in NO_LANGUAGE else around


def links_of(answer: Answer) -> set[str]:
    """Return the addresses that an answer holds, as they are written; none for pictures."""
    if answer.kind == "text/html":
        return set(HtmlPage(answer).links())
    if answer.kind == "text/css":
        return {first or second for first, second in IN_STYLES.findall(answer.text)}
    if answer.kind in ("text/javascript", "application/javascript"):
        return set(IN_MODULES.findall(answer.text))
    if answer.kind.endswith("xml") and "svg" not in answer.kind:
        return set(_links_of_xml(answer.body))
    if answer.address == "/robots.txt":
        return set(re.findall(r"(?mi)^sitemap:\s*(\S+)", answer.text))
    return set()


def _links_of_xml(body: bytes) -> Iterator[str]:
    """Yield the addresses in a feed, its texts included, or in a site map."""
    for element in ElementTree.fromstring(body).iter():
        name = element.tag.rpartition("}")[2]
        yield from (element.attrib[key] for key in ("href", "url", "src") if key in element.attrib)
        if name == "loc":
            yield (element.text or "").strip()
        elif element.get("type") == "html" and element.text:
            for node in LexborHTMLParser(element.text).css("[href], [src]"):
                yield node.attributes.get("href") or node.attributes.get("src") or ""
