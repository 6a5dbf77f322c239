"""What of a page is text: no pictures, scripts and classes; our own links stay in the mode."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.encoding import uri_to_iri
from django.utils.translation import gettext as _

from nejat.pages.text_only import addresses
from nejat.pages.text_only.pictures import is_picture, smallest
from nejat.pages.text_only.tree import VOID, Element, Node

GONE_TAGS = "script style link meta template canvas embed dialog source track param"
GONE = frozenset(GONE_TAGS.split())
UNWRAPPED = frozenset({"noscript", "object"})
PICTURES = frozenset({"picture", "img", "svg"})
PLAYERS = frozenset({"video", "audio", "iframe"})
VERBATIM = frozenset({"pre", "textarea"})
MEANT_EMPTY = VOID | {"td", "th", "textarea", "option", "select", "output", "meter", "progress"}
SPACED = frozenset({"a", "bdi", "button", "input", "label", "small", "span", "time"})
"""Style sheets set these apart; without one a space has to."""
ATTRIBUTES = (
    "id lang dir title hreflang datetime cite for name value type method enctype accept hidden"
    " placeholder required checked selected disabled readonly maxlength minlength min max step"
    " pattern rows cols multiple autocomplete inputmode list colspan rowspan scope headers start"
    " reversed open label tabindex role aria-label aria-labelledby aria-describedby aria-current"
    " aria-invalid aria-required href action formaction"
)
KEPT = frozenset(ATTRIBUTES.split())
LINKING = frozenset({"href", "action", "formaction"})
LONGEST, LONGEST_TAG = 2_000, 40
"""Characters of an attribute, and of a language or direction; longer ones are left out."""
SPACES = re.compile(r"[ \t\n\r\f]+")


class Reducer:
    """Reduces the elements of the page at `address`, which has scheme and host."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.home = f"{parts.scheme}://{parts.netloc}"
        self.here = addresses.in_text(address.removeprefix(self.home))

    def reduce(self, node: Node, within: frozenset[str] = frozenset()) -> list[Node]:
        """Return what is left of a node below elements of the names `within`."""
        if isinstance(node, str):
            return [node if within & VERBATIM else SPACES.sub(_one_space, node)]
        if self._is_gone(node, within):
            return []
        if node.tag in PICTURES:
            return list(self._picture(node, within))
        if node.tag in PLAYERS:
            return list(self._player(node, within))
        return self._rest(node, self._children(node, within | {node.tag}))

    def _is_gone(self, node: Element, within: frozenset[str]) -> bool:
        """Nobody misses it here: it needs a script, or says nothing to a listener."""
        if node.tag in GONE or node.attributes.get("aria-hidden") == "true":
            return True
        if node.tag == "a":
            return node.attributes.get("href") == self.here or _is_needless(node, within)
        if "form" in within:
            return node.tag == "button" and node.attributes.get("type") == "button"
        return node.tag == "button" or "hidden" in node.attributes

    def _children(self, node: Element, within: frozenset[str]) -> list[Node]:
        children: list[Node] = []
        before: Node | None = None
        for child in node.children:
            left = self.reduce(child, within)
            if left and _stand_apart(before, child):
                left = [" ", *left]
            for new in left:
                _append(children, new, is_verbatim=bool(within & VERBATIM))
            before = child if left else before
        return children

    def _rest(self, node: Element, children: list[Node]) -> list[Node]:
        attributes = self._attributes(node)
        if node.tag == "a" and not any(map(_says_something, children)) and _picture_in(node):
            children = [f"[{_('Picture')}]"]
        is_empty = not any(map(_says_something, children)) and node.tag not in MEANT_EMPTY
        if is_empty and "id" not in attributes:
            return [" "] if children else []
        if node.tag in UNWRAPPED or (node.tag == "span" and not attributes):
            return children
        element = Element(node.tag, attributes, children)
        if node.tag == "a":
            _lead_to_smallest(node, element)
        if node.tag == "form" and self._is_sent_in_address(element):
            mode = {"type": "hidden", "name": addresses.PARAMETER, "value": ""}
            element.children.append(Element("input", mode))
        return [element]

    def _attributes(self, node: Element) -> dict[str, str | None]:
        return {
            name: self._address(value) if name in LINKING and value else value
            for name, value in node.attributes.items()
            if name in KEPT and len(value or "") <= _longest(name)
        }

    def _address(self, address: str) -> str:
        """Return an address of ours in the mode, in its own letters: a third of the bytes."""
        if not addresses.is_page(address, self.home):
            return address
        return addresses.in_text(uri_to_iri(address))

    def _is_sent_in_address(self, form: Element) -> bool:
        is_get = (form.attributes.get("method") or "get").lower() == "get"
        action = form.attributes.get("action")
        return is_get and (not action or addresses.is_in_text(action))

    def _picture(self, node: Element, within: frozenset[str]) -> Iterator[Node]:
        """A link with the alt text; in another link the words alone; nothing for a decoration."""
        image = node.find("img") or node
        words = _words_of(image)
        if "a" in within:
            yield f"[{words}] " if words else ""
        elif words or "figure" in within:
            label = _("Picture: %(words)s") % {"words": words} if words else _("Picture")
            yield _link(smallest(node), f"[{label}]", image)

    def _player(self, node: Element, within: frozenset[str]) -> Iterator[Node]:
        """A link to the film or sound, then what the page says to those who cannot play it."""
        words = _words_of(node)
        label = _("Video or sound: %(words)s") % {"words": words} if words else _("Video or sound")
        address = node.attributes.get("src") or _source(node)
        if address and "a" not in within:
            yield _link(address, f"[{label}]", node)
            yield " "
        yield from self._children(node, within)


def _append(children: list[Node], new: Node, *, is_verbatim: bool) -> None:
    """Add a node; text joins the text before it."""
    last = children[-1] if children else None
    if isinstance(new, str) and isinstance(last, str):
        joined = last + new
        children[-1] = joined if is_verbatim else SPACES.sub(_one_space, joined)
    elif new:
        children.append(new)


def _stand_apart(before: Node | None, after: Node) -> bool:
    """Say whether neighbours without a space between them are words of their own."""
    both_elements = isinstance(before, Element) and isinstance(after, Element)
    return both_elements and {before.tag, after.tag} <= SPACED


def _says_something(node: Node) -> bool:
    """A summary alone does not: what it would open is gone."""
    return bool(node.strip()) if isinstance(node, str) else node.tag != "summary"


def _one_space(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _is_needless(link: Element, within: frozenset[str]) -> bool:
    """A link that only copies, or a way to share each entry of a list."""
    shares = "nofollow" in (link.attributes.get("rel") or "").split() and "details" in within
    return shares or "data-copy-link" in link.attributes


def _longest(name: str) -> int:
    return LONGEST_TAG if name in ("lang", "dir") else LONGEST


def _words_of(node: Element) -> str:
    title = node.find("title")  # of a drawing
    words = node.attributes.get("alt") or node.attributes.get("aria-label")
    words = words or node.attributes.get("title") or (title.text if title else "")
    return SPACES.sub(" ", words).strip()


def _link(address: str, words: str, node: Element) -> Element:
    spoken = {n: node.attributes[n] for n in ("lang", "dir") if n in node.attributes}
    return (
        Element("a", {"href": address, **spoken}, [words])
        if address
        else Element("span", spoken, [words])
    )


def _lead_to_smallest(node: Element, link: Element) -> None:
    """A link from a picture to itself, large, leads to the smallest that is worth looking at."""
    picture = _picture_in(node)
    if picture and is_picture(link.attributes.get("href") or ""):
        link.attributes["href"] = smallest(picture)


def _picture_in(node: Element) -> Element | None:
    return next((e for e in node.walk() if e.tag in ("picture", "img")), None)


def _source(node: Element) -> str:
    source = node.find("source")
    return (source and source.attributes.get("src")) or ""
