"""Moving about in the tree of a body."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

SHOWN = "img, video, audio, hr, table, iframe, [data-image]"
"""What is there to be seen without any text."""

_INLINE_NAMES = (
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span"
    " strike strong sub sup tt u var"
)
_INLINE = set(_INLINE_NAMES.split())
# Where no figure may be: it goes behind them, and from a caption behind what that stands below.
_NO_PLACE = {"h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "legend"}
_CAPTIONS = {"figcaption": "figure", "caption": "table"}


def replace(node: LexborNode, html: str) -> None:
    """Put HTML into the place of a node."""
    fragment = LexborHTMLParser(f"<body>{html}</body>").body
    for child in list(fragment.iter(include_text=True)) if fragment else ():
        node.insert_before(child)
    node.decompose()


def around(node: LexborNode, tag: str) -> LexborNode | None:
    """The nearest element of that name around a node."""
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent


def html_in(node: LexborNode, selector: str) -> str:
    """What stands inside the first of the elements asked for; "" without one."""
    found = node.css_first(selector)
    return (found.inner_html or "").strip() if found else ""


def is_empty(node: LexborNode) -> bool:
    """Whether there is nothing to read or see in it."""
    return not node.text().strip() and node.css_first(SHOWN) is None


def lifted(node: LexborNode) -> LexborNode:
    """The node, moved to where a block may stand: what is around it inside a line is cut in two.

    A paragraph is left to `settled`, which ends it.
    """
    while place := _no_place_around(node):
        node = behind(node, place)
    while (parent := node.parent) is not None and parent.tag in _INLINE:
        node = _split(node, parent)
    return node


def behind(node: LexborNode, place: LexborNode) -> LexborNode:
    """The node, moved to where it follows another."""
    place.insert_after(node)  # a copy
    node.decompose()
    moved = place.next
    assert moved is not None
    return moved


def _no_place_around(node: LexborNode) -> LexborNode | None:
    parent = node.parent
    while parent is not None:
        if parent.tag in _NO_PLACE:
            return parent
        if parent.tag in _CAPTIONS:
            return around(parent, _CAPTIONS[parent.tag]) or parent
        parent = parent.parent
    return None


def _split(node: LexborNode, parent: LexborNode) -> LexborNode:
    """Move a node behind its parent, and what follows it into a second parent behind both."""
    rest = parent.parser.create_node(parent.tag or "span")
    for name, value in parent.attributes.items():
        rest.attrs[name] = value or ""
    while (follower := node.next) is not None:
        rest.insert_child(follower)  # a copy
        follower.decompose()
    if not is_empty(rest):
        parent.insert_after(rest)
    moved = behind(node, parent)
    if is_empty(parent):
        parent.decompose()
    return moved
