"""The order of a page of text: what leads on stands below the text, and one line above it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from nejat.pages.text_only.tree import Element, Node


def arrange(body: list[Node], address: str) -> tuple[list[Node], list[Node]]:
    """Return what stands above the text, and the text with all below it.

    The menus of the header come after the text, as plain lists. Above it a line leads to them and
    to the full page, which is at `address`.
    """
    place = next((n for n, node in enumerate(body) if _has_main(node)), 0)
    above, below = body[:place], body[place:]
    elements = (node for node in above if isinstance(node, Element))
    header = next(filter(None, (element.find("header") for element in elements)), None)
    if header is None:
        header = Element("header")
        above.append(header)
    _drop_links_to_forms(header)
    menus = list(_take_menus(header))
    header.children.append(_ways(address, menus))
    return above, [*below[:1], *menus, *below[1:]]


def _has_main(node: Node) -> bool:
    return isinstance(node, Element) and node.find("main") is not None


def _ways(address: str, menus: list[Element]) -> Element:
    ways: list[Node] = [Element("a", {"href": address}, [_("Full page")])]
    if menus:
        place = menus[0].attributes.setdefault("id", "menu")
        ways += [" · ", Element("a", {"href": f"#{place}"}, [_("Menu")])]
    return Element("p", {}, ways)


def _drop_links_to_forms(header: Element) -> None:
    """Drop what leads to a form that stands there itself, and says the word of its button."""
    forms = [element.attributes.get("action") for element in header.walk()]
    header.children = [
        child
        for child in header.children
        if isinstance(child, str) or child.attributes.get("href") not in filter(None, forms)
    ]


def _take_menus(element: Element) -> Iterator[Element]:
    """Take the menus out of an element, and what opened them."""
    left: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "nav":
            yield _opened(child)
            continue
        if isinstance(child, Element):
            menus = list(_take_menus(child))
            yield from menus
            if menus and not _has_words(child):
                continue
        left.append(child)
    element.children = left


def _has_words(element: Element) -> bool:
    """Say whether there is more than the word that would open it."""
    shown = (c for c in element.children if isinstance(c, str) or c.tag != "summary")
    return any((c if isinstance(c, str) else c.text).strip() for c in shown)


def _opened(element: Element) -> Element:
    """Return an element whose entries are all to be seen."""
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
            continue
        opened = _opened(child)
        children += opened.children if child.tag in ("details", "summary") else [opened]
    return Element(element.tag, element.attributes, children)
