"""A cleaned body, out of which a picture, a gallery or a film can be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from django.core.files.storage import default_storage
from selectolax.lexbor import LexborHTMLParser, LexborNode

from media_library.models import Video
from media_library.providers import canonical
from nejat.text import clean_html, plain_text

LONGEST_ADDRESS = Video._meta.get_field("address").max_length
_IMAGE = "figure[data-image]"
_GALLERY = "div.gallery"
_LINES = "p, h1, h2, h3, h4, h5, h6, figure:not([data-image])"
_SEEN = "img, video, audio, table, [data-image]"
_PLAYERS = "figure.embed a[href], video[src]"


@dataclass(frozen=True)
class Film:
    """A film on another site, by its address there, or one of ours, by its name in the storage."""

    address: str = ""
    name: str = ""


class Body:
    """A body as the cleaner gives it."""

    def __init__(self, html: str) -> None:
        self._tree = LexborHTMLParser(html, is_fragment=True)

    @property
    def html(self) -> str:
        """What is left of it."""
        return clean_html(self._tree.html or "").strip()

    @property
    def first_image(self) -> int | None:
        """The number of the first image it shows."""
        first = self._tree.css_first(_IMAGE)
        return _number(first) if first else None

    @property
    def has_gallery(self) -> bool:
        """Whether it shows a gallery, or two pictures at least."""
        in_gallery = self._tree.css_first(f"{_GALLERY} {_IMAGE}") is not None
        return in_gallery or len(self._tree.css(_IMAGE)) > 1

    def films(self) -> Iterator[Film]:
        """The films it shows; behind them those that it only links to."""
        for node in (*self._tree.css(_PLAYERS), *self._tree.css("a[href]")):
            if film := _film(node):
                yield film

    def take_first_image(self) -> None:
        """Take out the first picture. A caption of its own stays, as a paragraph."""
        if first := self._tree.css_first(_IMAGE):
            _take_out(first)

    def take_gallery(self) -> list[tuple[int, str]]:
        """Take out its galleries, or without any all its pictures: their numbers and captions."""
        figures = self._tree.css(f"{_GALLERY} {_IMAGE}") or self._tree.css(_IMAGE)
        taken: dict[int, str] = {}
        for figure in figures:
            taken.setdefault(_number(figure), plain_text(_caption(figure)))
            figure.decompose()
        for gallery in self._tree.css(_GALLERY):
            if gallery.css_first("figure") is None:
                gallery.decompose()
        return list(taken.items())

    def take_film(self, film: Film) -> None:
        """Take out the first player of a film; a link within a sentence stays."""
        for node in self._tree.css(_PLAYERS):
            if _film(node) == film:
                parent = node.parent
                _take_out(parent if parent is not None and parent.tag == "figure" else node)
                return

    def take_links(self, is_target: Callable[[str], bool]) -> None:
        """Take out each paragraph that says nothing but links to addresses that are a target."""
        for line in reversed(self._tree.css(_LINES)):
            links = [link for link in line.css("a[href]") if is_target(_href(link))]
            if links and _says_only(line, links):
                line.decompose()


def _says_only(line: LexborNode, links: Sequence[LexborNode]) -> bool:
    """Whether there is nothing in a line but these links; signs around them say nothing."""
    said = line.text()
    for link in links:
        said = said.replace(link.text(), "", 1)
    return not re.search(r"[^\W_]", said) and line.css_first(_SEEN) is None


def _href(link: LexborNode) -> str:
    return link.attributes["href"] or ""


def _film(node: LexborNode) -> Film | None:
    attributes = node.attributes
    if node.tag == "video":
        stored = (attributes["src"] or "").removeprefix(default_storage.url(""))
        return Film(name=unquote(stored))
    address = canonical(_href(node)) or ""
    return Film(address) if address and len(address) <= LONGEST_ADDRESS else None


def _take_out(figure: LexborNode) -> None:
    caption = _caption(figure)
    kept = LexborHTMLParser(f"<p>{caption}</p>").css_first("p") if caption else None
    if kept:
        figure.insert_before(kept)
    figure.decompose()


def _caption(figure: LexborNode) -> str:
    below = figure.css_first("figcaption")
    return (below.inner_html or "").strip() if below else ""


def _number(figure: LexborNode) -> int:
    return int(figure.attributes["data-image"] or 0)
