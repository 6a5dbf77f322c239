"""A page as a light tree of elements and text that knows what it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from selectolax.lexbor import LexborNode

VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(VOID_TAGS.split())
DEEPEST = 60


@dataclass(eq=False)
class Element:
    """An element; its children are elements and text as readers see it, not escaped."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @cached_property
    def size(self) -> int:
        """Bytes it takes when written; asked for when nothing in it changes any more."""
        return self.frame_size + sum(size_of(child) for child in self.children)

    @property
    def frame_size(self) -> int:
        """Bytes of its tags alone."""
        return len(write(Element(self.tag, self.attributes)).encode())

    def walk(self) -> Iterator[Element]:
        """Yield the element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, tag: str) -> Element | None:
        """Return the first element of that name, itself included."""
        return next((element for element in self.walk() if element.tag == tag), None)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


Node = Element | str


def size_of(node: Node) -> int:
    """Return the bytes that a node takes when written."""
    return node.size if isinstance(node, Element) else len(escape(node, quote=False).encode())


def read(root: LexborNode) -> Element:
    """Return an element with all that is in it, without comments.

    What is nested deeper than `DEEPEST` keeps its words and loses its element.
    """
    top = _element(root)
    waiting = [(root.iter(include_text=True), top)]
    while waiting:
        nodes, parent = waiting[-1]
        node = next(nodes, None)
        if node is None:
            waiting.pop()
        elif node.is_text_node:
            parent.children.append(node.text(deep=False))
        elif node.is_element_node:
            child = parent
            if len(waiting) < DEEPEST:
                child = _element(node)
                parent.children.append(child)
            waiting.append((node.iter(include_text=True), child))
    return top


def write(node: Node) -> str:
    """Return a node as HTML."""
    if isinstance(node, str):
        return escape(node, quote=False)
    attributes = "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in node.attributes.items()
    )
    start = f"<{node.tag}{attributes}>"
    if node.tag in VOID:
        return start
    return f"{start}{''.join(map(write, node.children))}</{node.tag}>"


def _element(node: LexborNode) -> Element:
    return Element(node.tag or "", dict(node.attributes))
