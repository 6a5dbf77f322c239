"""Rewriting of pictures: ours become figures that name their image, others links."""

from __future__ import annotations

import re
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .embeds import link
from .figures import complete, figure, image_figure
from .model import Image, Work
from .nodes import around, behind, html_in, is_empty, lifted, replace
from .uploads import (
    PICTURE_ENDINGS,
    ending,
    file_name,
    local_url,
    our_image,
    upload_forms,
)

LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
"""Attributes by which themes keep the address of what is loaded late."""

_OLD_ID = re.compile(r"\bwp-image-(\d{1,18})\b")
_ATTACHMENT_PAGE = re.compile(r"\bwp-att-\d")
_WEB = re.compile(r"(?:https?:/)?/", re.IGNORECASE)


def rewrite_picture(node: LexborNode, work: Work) -> None:
    """An `<img>` as what we can show of it."""
    alt = (node.attributes.get("alt") or "").strip()
    address = _address(node)
    if _is_sign(node, address):
        node.replace_with(alt)
    elif not address:
        work.say("left out: a picture without an address")
        node.decompose()
    elif image := _image(node, address, work):
        _show(node, image, alt, work)
    elif local := local_url(work, address):
        shown = LexborHTMLParser(f'<img src="{escape(local)}" alt="{escape(alt)}">')
        node.replace_with(shown.css_first("img") or alt)
    else:
        work.missing_media[address] = None
        _link(node, link(address, alt or file_name(address)), work)


def put(node: LexborNode, inner: str, kind: str) -> None:
    """`inner` in the place of a node, in the figure around it or in one of its own."""
    outer = around(node, "figure")
    if outer is None:
        replace(node, figure(inner, kind=kind) if inner else "")
        return
    if kind:
        outer.attrs["class"] = kind
    replace(node, inner)


def _show(node: LexborNode, image: Image, alt: str, work: Work) -> None:
    """The figure of the image, in place of the figure around it when that is of this one alone."""
    href = _href(node, image, work)
    outer = around(node, "figure")
    if outer is None:
        replace(lifted(node), image_figure(work, image, alt=alt, href=href))
    elif around(node, "figcaption") or len(outer.css("img, [data-image]")) > 1:
        replace(lifted(behind(node, outer)), image_figure(work, image, alt=alt, href=href))
    else:
        caption = html_in(outer, "figcaption")
        shown = image_figure(work, image, caption=caption, alt=alt, href=href)
        shown += _beside(node, outer)
        replace(lifted(outer), shown)


def _beside(node: LexborNode, outer: LexborNode) -> str:
    """What a figure holds besides a picture and its caption."""
    node.decompose()
    for caption in outer.css("figcaption"):
        caption.decompose()
    return "" if is_empty(outer) else (outer.inner_html or "")


def _href(node: LexborNode, image: Image, work: Work) -> str:
    """Where the link around a picture leads, unless to the picture itself or its page; else ""."""
    outer = around(node, "a")
    if outer is None or outer.text().strip():
        return ""
    attributes = outer.attributes
    href = complete(attributes.get("href") or "")
    if not _WEB.match(href) or _ATTACHMENT_PAGE.search(attributes.get("rel") or ""):
        return ""
    target = our_image(work, href)
    is_itself = target.number == image.number if target else _same_file(href, _address(node))
    return "" if is_itself else href


def _same_file(first: str, second: str) -> bool:
    """Whether two addresses name one file, in whatever size and on whatever host."""
    names = {file_name(upload_forms(address)[-1]) for address in (first, second)}
    return len(names) == 1


def _link(node: LexborNode, inner: str, work: Work) -> None:
    """A link for a picture that is not ours, behind the link it may stand in."""
    outer = around(node, "a")
    if outer is not None:
        node.decompose()
        outer.insert_after(outer.parser.create_node("span"))
        node = outer.next or outer
        _say_lost_link(outer, work)
    put(node, inner, "missing-picture")


def _say_lost_link(outer: LexborNode, work: Work) -> None:
    href = outer.attributes.get("href") or ""
    if is_empty(outer) and href and ending(href) not in PICTURE_ENDINGS:
        work.say(f"left out: the link around a missing picture, {href}")


def _address(node: LexborNode) -> str:
    for name in ("src", *LAZY):
        address = node.attributes.get(name)
        if address and not address.startswith("data:"):
            return complete(address)
    return ""


def _is_sign(node: LexborNode, address: str) -> bool:
    """Whether it is an emoji drawn as a picture, or a pixel that counts readers."""
    attributes = node.attributes
    classes = (attributes.get("class") or "").split()
    is_pixel = attributes.get("width") == attributes.get("height") == "1"
    return is_pixel or bool({"wp-smiley", "emoji"} & set(classes)) or "//s.w.org/" in address


def _image(node: LexborNode, address: str, work: Work) -> Image | None:
    """By its address, else by the number that WordPress writes into its class."""
    if image := our_image(work, address):
        return image
    old_id = _OLD_ID.search(node.attributes.get("class") or "")
    known = work.resolve.attachment(int(old_id[1])) if old_id else None
    return known.image if known else None
