"""A finished page of the site as a page of text, in parts that a slow line can carry."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.numbers import to_edition_digits
from nejat.editions.registry import get_edition
from nejat.pages.text_only.addresses import MOST_PARTS, in_text
from nejat.pages.text_only.arranging import arrange
from nejat.pages.text_only.cutting import cut
from nejat.pages.text_only.reducing import Reducer
from nejat.pages.text_only.tree import Element, Node, read, write

LIMIT = 47_000
"""Bytes of a page; with its style sheet and its icon less than 50 kB."""


def text_only(html: str, address: str, part: int = 1) -> str:
    """Return the text of a page of ours as a page of its own, in the active language.

    `address` is that of the page itself, with scheme and host. Of a text longer than `LIMIT` this
    is the part of that number, else the last one.
    """
    root = LexborHTMLParser(html).root
    if root is None:
        return html
    page = _Page(read(root), address)
    parts = page.parts()
    return page.write(parts, min(part, len(parts)))


class _Page:
    """What the parts of one page share: its head, and what stands above the text."""

    def __init__(self, full: Element, address: str) -> None:
        body = full.find("body") or Element("body")
        reducer = Reducer(address)
        reduced = [new for child in body.children for new in reducer.reduce(child)]
        self.address = address
        self.above, self.flow = arrange(reduced, address)
        self.place = body.attributes.get("id")
        self.spoken = _only(full, "lang", "dir")
        title = full.find("title")
        self.title = title.text.strip() if title else ""
        self.canonical = _canonical(full) or address
        self.heading = next((e for e in _elements(self.flow) if e.tag == "h1"), None)

    def parts(self) -> list[list[Node]]:
        """Return the text with all below it: whole, or in parts where it is too long.

        Links to a place on the page then name its part; until that is known they are as long as
        they can become.
        """
        if len(self.write([self.flow], 1).encode()) <= LIMIT:
            return [self.flow]
        everything = [*self.above, *self.flow]
        self._lead_to_parts(everything, dict.fromkeys(_places(self.flow), MOST_PARTS))
        frame = len(self.write([[]] * MOST_PARTS, MOST_PARTS - 1).encode())
        parts = cut(self.flow, max(LIMIT - frame, LIMIT // 4))
        numbered = reversed(list(enumerate(parts, start=1)))  # the first part with a place has it
        numbers = {place: number for number, part in numbered for place in _places(part)}
        for part in (self.above, *parts):
            self._lead_to_parts(part, numbers)
        return parts

    def write(self, parts: list[list[Node]], number: int) -> str:
        """Return the part of that number as a page."""
        flow, count = parts[number - 1], len(parts)
        where = _("Part %(number)s of %(count)s") % {
            "number": _digits(number),
            "count": _digits(count),
        }
        body = [*self.above]
        if number > 1:
            body += [self._step(_("Previous part"), number - 1, where), *self._headed(flow)]
        else:
            body += flow
        if number < count:
            body.append(self._step(_("Next part"), number + 1, where))
        title = f"{where} – {self.title}" if count > 1 else self.title
        place = {"id": self.place} if self.place else {}
        html = Element("html", self.spoken, [self._head(title), Element("body", place, body)])
        return f"<!doctype html>\n{write(html)}\n"

    def _head(self, title: str) -> Element:
        facts: list[Node] = [
            Element("meta", {"charset": "utf-8"}),
            _meta("viewport", "width=device-width, initial-scale=1"),
            _meta("color-scheme", "light dark"),
            _meta("robots", "noindex"),
            Element("title", {}, [title]),
            Element("link", {"rel": "canonical", "href": self.canonical}),
            Element("link", {"rel": "icon", "href": static("nejat/img/icon.svg")}),
            Element("link", {"rel": "stylesheet", "href": static("nejat/css/text.css")}),
        ]
        return Element("head", {}, facts)

    def _step(self, words: str, number: int, where: str) -> Element:
        link = Element("a", {"href": self._address_of(number)}, [words])
        return Element("nav", {"aria-label": words}, [Element("p", {}, [f"{where} · ", link])])

    def _headed(self, flow: list[Node]) -> list[Node]:
        """Return a later part with the heading of the page, in `<main>`."""
        if self.heading is None:
            return flow
        heading = Element("h1", _only(self.heading, "lang", "dir"), [self.heading.text])
        main = next((e for e in _elements(flow) if e.tag == "main"), None)
        if main is None:
            return [Element("main", {"id": "content", "tabindex": "-1"}, [heading]), *flow]
        main.children.insert(0, heading)
        return flow

    def _address_of(self, number: int) -> str:
        return in_text(f"?{urlsplit(self.address).query}", number)

    def _lead_to_parts(self, nodes: list[Node], numbers: dict[str, int]) -> None:
        """Let links to places on the page name the parts in which these stand."""
        unknown = self._address_of(MOST_PARTS)
        for element in _elements(nodes):
            page, sign, place = (element.attributes.get("href") or "").partition("#")
            number = numbers.get(unquote(place))
            if sign and number and page in ("", unknown):
                element.attributes["href"] = f"{self._address_of(number)}#{place}"


def _elements(nodes: Iterable[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, Element):
            yield from node.walk()


def _places(nodes: Iterable[Node]) -> list[str]:
    """Return what links can lead to; every part has a main of its own."""
    found = (e.attributes.get("id") for e in _elements(nodes) if e.tag != "main")
    return [place for place in found if place]


def _only(element: Element, *names: str) -> dict[str, str | None]:
    return {name: element.attributes[name] for name in names if name in element.attributes}


def _canonical(page: Element) -> str:
    links = (e for e in page.walk() if e.tag == "link" and e.attributes.get("rel") == "canonical")
    return next((link.attributes.get("href") or "" for link in links), "")


def _meta(name: str, content: str) -> Element:
    return Element("meta", {"name": name, "content": content})


def _digits(number: int) -> str:
    return to_edition_digits(str(number), get_edition(get_language() or "en"))
