"""Cutting what is too long into parts, between blocks where it can be."""

from nejat.pages.text_only.tree import Element, Node, size_of, write

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ROOM_BELOW_HEADING = 1_000
"""Bytes of text that must fit below a heading: it never ends a part."""
KEPT_WHOLE = frozenset({"form"})
CONTINUED = frozenset({"lang", "dir", "href"})
"""What an element that goes on in the next part still says there."""


def cut(nodes: list[Node], room: int) -> list[list[Node]]:
    """Return the nodes in parts of at most `room` bytes; each opens again what the cut closed.

    Blocks stay whole unless they are as large as a quarter of a part. Changes `nodes`.
    """
    cutter = _Cutter(room)
    for node in nodes:
        cutter.add(node)
    return [part.children for part in cutter.parts]


class _Cutter:
    """Fills parts one after another; `open` are the elements around what comes next."""

    def __init__(self, room: int) -> None:
        self.whole = room
        self.left = room
        self.open = [Element("body")]
        self.parts = [self.open[0]]

    def add(self, node: Node) -> None:
        size = size_of(node)
        is_heading = isinstance(node, Element) and node.tag in HEADINGS
        if size + (ROOM_BELOW_HEADING if is_heading else 0) <= self.left:
            self._put(node)
        elif size <= self.whole // 4 or self._is_kept_whole(node, size):
            self._begin_part()
            self._put(node)
        elif isinstance(node, str):
            self._add_text(node)
        else:
            self._add_inside(node)

    def _is_kept_whole(self, node: Node, size: int) -> bool:
        is_block = isinstance(node, Element) and node.tag in KEPT_WHOLE
        return is_block and size <= self.whole - self._frames()

    def _add_inside(self, element: Element) -> None:
        _number_items(element)
        outer = Element(element.tag, element.attributes)
        if outer.frame_size > self.left:
            self._begin_part()
        self._put(outer)
        self.open.append(outer)
        for child in element.children:
            self.add(child)
        self.open.pop()

    def _add_text(self, text: str) -> None:
        while text:
            if self.left < self.whole // 4:
                self._begin_part()
            piece = _beginning(text, self.left)
            self._put(piece)
            text = text[len(piece) :]

    def _put(self, node: Node) -> None:
        self.open[-1].children.append(node)
        self.left -= size_of(node)

    def _begin_part(self) -> None:
        """Close what is open, dropping what holds nothing yet, and open it again."""
        for outer, inner in zip(self.open[-2::-1], self.open[:0:-1], strict=True):
            if not inner.children:
                outer.children.remove(inner)
        self.open = [_continued(element) for element in self.open]
        for outer, inner in zip(self.open, self.open[1:], strict=False):
            outer.children.append(inner)
        self.left = self.whole - self._frames()
        self.parts.append(self.open[0])

    def _frames(self) -> int:
        return sum(element.frame_size for element in self.open[1:])


def _continued(element: Element) -> Element:
    kept = CONTINUED | {"id", "tabindex"} if element.tag == "main" else CONTINUED
    attributes = {n: value for n, value in element.attributes.items() if n in kept}
    return Element(element.tag, attributes)


def _number_items(element: Element) -> None:
    """Let each item of a numbered list say its number, which it would lose in the next part."""
    if element.tag != "ol" or "reversed" in element.attributes:
        return
    start = element.attributes.get("start") or ""
    number = int(start) if start.isdecimal() else 1
    for item in element.children:
        if isinstance(item, Element) and item.tag == "li":
            item.attributes["value"] = str(number)
            vars(item).pop("size", None)
            number += 1


def _beginning(text: str, room: int) -> str:
    """Return as much of a text as fits, to the end of a word; at least one letter of it."""
    end = min(len(text), room)
    while len(write(text[:end]).encode()) > room:
        end -= max(1, (len(write(text[:end]).encode()) - room) // 6)
    if end < len(text) and (space := text.rfind(" ", 1, end)) > 0:
        end = space + 1
    return text[: max(end, 1)]
