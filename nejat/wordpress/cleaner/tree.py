"""Rewriting of a body's elements: pictures, recordings, frames, galleries and links."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .figures import complete, figure, media_in
from .model import Work
from .nodes import html_in, is_empty, replace
from .pictures import LAZY, put, rewrite_picture
from .uploads import local_url

_EMPTY = (
    "figcaption, figure, span, strong, em, b, i, a, p, h1, h2, h3, h4, h5, h6, ul, ol, dl,"
    " blockquote, section, center, div"
)
_BACKGROUND = re.compile(r"""background-image:\s*url\(\s*["']?([^"')]+)""")


def rewrite(html: str, work: Work) -> str:
    """The body with only what we can show: our files, or links to what is elsewhere."""
    tree = LexborHTMLParser(html, is_fragment=True)
    for selector, step in _STEPS:
        # From the last to the first: what a step takes away has been seen with all it holds.
        for node in reversed(tree.css(selector)):
            step(node, work)
    return tree.html or ""


def _drop(node: LexborNode, _: Work) -> None:
    node.decompose()


def _keep_own(figure: LexborNode, work: Work) -> None:
    """Only what this cleaner has written names an image; the old site never did."""
    if (figure.attributes["data-image"] or "") not in map(str, work.images):
        del figure.attrs["data-image"]


def _free_picture(heading: LexborNode, _: Work) -> None:
    """A heading made of a picture is that picture."""
    said = heading.text()
    for shown in heading.css("figure"):
        said = said.replace(shown.text(), "", 1)
    if not said.strip() and heading.css_first("img, figure") is not None:
        heading.unwrap()


def _drop_empty(node: LexborNode, _: Work) -> None:
    if is_empty(node):
        node.decompose()


def _link_home(node: LexborNode, work: Work) -> None:
    if local := local_url(work, complete(node.attributes["href"] or "")):
        node.attrs["href"] = local


def _show_background(cover: LexborNode, _: Work) -> None:
    """A cover's picture is a style, and styles do not stay: it becomes a picture before it."""
    found = _BACKGROUND.search(cover.attributes.get("style") or "")
    if found and cover.css_first("img") is None:
        shown = figure(f'<img src="{escape(found[1])}" alt="">')
        replace(cover, shown + (cover.html or ""))


def _rewrite_gallery(node: LexborNode, _: Work) -> None:
    figures = "".join(_figure_of(picture, node) for picture in node.css("img"))
    last = node.last_child
    caption = html_in(node, ".blocks-gallery-caption")
    if not caption and last is not None and last.tag == "figcaption":
        caption = (last.inner_html or "").strip()
    below = f"<p>{caption}</p>" if caption else ""
    replace(node, f'<div class="gallery">{figures}</div>{below}' if figures else below)


def _figure_of(picture: LexborNode, gallery: LexborNode) -> str:
    own = picture.parent
    while own is not None and own.tag not in {"figure", "li", "dl"} and own != gallery:
        own = own.parent
    caption = html_in(own, "figcaption, dd") if own is not None and own != gallery else ""
    return figure(_with_link(picture).html or "", caption=caption)


def _with_link(picture: LexborNode) -> LexborNode:
    """The link around a picture, if it holds only that, else the picture."""
    parent = picture.parent
    if parent is None or parent.tag != "a":
        return picture
    return picture if parent.text().strip() or len(parent.css("img")) > 1 else parent


def _rewrite_captioned(node: LexborNode, _: Work) -> None:
    caption = html_in(node, "dd, .wp-caption-text")
    picture = node.css_first("img")
    shown = _with_link(picture).html or "" if picture else ""
    replace(node, figure(shown, caption=caption) if shown else caption)


def _rewrite_quoted_post(node: LexborNode, work: Work) -> None:
    attributes = node.attributes
    address = attributes.get("data-href") or attributes.get("data-instgrm-permalink") or ""
    put(node, *media_in(work, address))


def _rewrite_frame(node: LexborNode, work: Work) -> None:
    address = _frame_address(node)
    if address:
        put(node, *media_in(work, address))
    else:
        work.say(f"left out: {node.tag} without an address")
        node.decompose()


def _frame_address(node: LexborNode) -> str:
    for part in (node, *node.css("source, embed, iframe, param[name=movie], param[name=src]")):
        attributes = part.attributes
        for name in ("src", "data", "value", *LAZY):
            if (address := attributes.get(name)) and not address.startswith(("about:", "data:")):
                return address
    return ""


_STEPS: tuple[tuple[str, Callable[[LexborNode, Work], None]], ...] = (
    ("[data-image]", _keep_own),
    ("form, noscript, button, input, select, textarea, style, script", _drop),
    ('.wp-block-cover[style*="background-image"]', _show_background),
    ("figure.wp-block-gallery, ul.wp-block-gallery, div.gallery[id]", _rewrite_gallery),
    ("dl.wp-caption, div.wp-caption", _rewrite_captioned),
    (".fb-video[data-href], .fb-post[data-href], [data-instgrm-permalink]", _rewrite_quoted_post),
    ("iframe, object, embed, video, audio", _rewrite_frame),
    ("img", rewrite_picture),
    ("a[href]", _link_home),
    ("h1, h2, h3, h4, h5, h6", _free_picture),
    (_EMPTY, _drop_empty),
)
