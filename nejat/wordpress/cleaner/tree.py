"""Rewriting of a body's elements: pictures, recordings, frames, galleries and links."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .embeds import link
from .figures import complete, figure, media_in
from .model import Work
from .uploads import PICTURE_ENDINGS, ending, file_name, local_url

_EMPTY = (
    "figcaption, figure, span, strong, em, b, i, a, p, h1, h2, h3, h4, h5, h6, ul, ol, dl,"
    " blockquote, section, center, div"
)
_CONTENT = "img, video, audio, hr, table, iframe"
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
_OLD_ID = re.compile(r"\bwp-image-(\d{1,18})\b")
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


def _free_picture(heading: LexborNode, _: Work) -> None:
    """A heading made of a picture is that picture."""
    said = heading.text()
    for shown in heading.css("figure"):
        said = said.replace(shown.text(), "", 1)
    if not said.strip() and heading.css_first("img, figure") is not None:
        heading.unwrap()


def _drop_empty(node: LexborNode, _: Work) -> None:
    if not node.text().strip() and node.css_first(_CONTENT) is None:
        node.decompose()


def _link_home(node: LexborNode, work: Work) -> None:
    if local := local_url(work, complete(node.attributes["href"] or "")):
        node.attrs["href"] = local


def _replace(node: LexborNode, html: str) -> None:
    fragment = LexborHTMLParser(f"<body>{html}</body>").body
    for child in list(fragment.iter(include_text=True)) if fragment else ():
        node.insert_before(child)
    node.decompose()


def _around(node: LexborNode, tag: str) -> LexborNode | None:
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent


def _html_in(node: LexborNode, selector: str) -> str:
    found = node.css_first(selector)
    return (found.inner_html or "").strip() if found else ""


def _show_background(cover: LexborNode, _: Work) -> None:
    """A cover's picture is a style, and styles do not stay: it becomes a picture before it."""
    found = _BACKGROUND.search(cover.attributes.get("style") or "")
    if found and cover.css_first("img") is None:
        shown = figure(f'<img src="{escape(found[1])}" alt="">')
        _replace(cover, shown + (cover.html or ""))


def _rewrite_gallery(node: LexborNode, _: Work) -> None:
    figures = "".join(_figure_of(picture, node) for picture in node.css("img"))
    last = node.last_child
    caption = _html_in(node, ".blocks-gallery-caption")
    if not caption and last is not None and last.tag == "figcaption":
        caption = (last.inner_html or "").strip()
    below = f"<p>{caption}</p>" if caption else ""
    _replace(node, f'<div class="gallery">{figures}</div>{below}' if figures else below)


def _figure_of(picture: LexborNode, gallery: LexborNode) -> str:
    own = picture.parent
    while own is not None and own.tag not in {"figure", "li", "dl"} and own != gallery:
        own = own.parent
    caption = _html_in(own, "figcaption, dd") if own is not None and own != gallery else ""
    return figure(_with_link(picture).html or "", caption=caption)


def _with_link(picture: LexborNode) -> LexborNode:
    """The link around a picture, if it holds only that, else the picture."""
    parent = picture.parent
    if parent is None or parent.tag != "a":
        return picture
    return picture if parent.text().strip() or len(parent.css("img")) > 1 else parent


def _rewrite_captioned(node: LexborNode, _: Work) -> None:
    caption = _html_in(node, "dd, .wp-caption-text")
    picture = node.css_first("img")
    shown = _with_link(picture).html or "" if picture else ""
    _replace(node, figure(shown, caption=caption) if shown else caption)


def _rewrite_quoted_post(node: LexborNode, work: Work) -> None:
    attributes = node.attributes
    address = attributes.get("data-href") or attributes.get("data-instgrm-permalink") or ""
    _put(node, *media_in(work, address))


def _rewrite_frame(node: LexborNode, work: Work) -> None:
    address = _frame_address(node)
    if address:
        _put(node, *media_in(work, address))
    else:
        work.say(f"left out: {node.tag} without an address")
        node.decompose()


def _put(node: LexborNode, inner: str, kind: str) -> None:
    """`inner` in the place of `node`, in the figure around it or in one of its own."""
    around = _around(node, "figure")
    if around is None:
        _replace(node, figure(inner, kind=kind) if inner else "")
        return
    if kind:
        around.attrs["class"] = kind
    _replace(node, inner)


def _frame_address(node: LexborNode) -> str:
    for part in (node, *node.css("source, embed, iframe, param[name=movie], param[name=src]")):
        attributes = part.attributes
        for name in ("src", "data", "value", *_LAZY):
            if (address := attributes.get(name)) and not address.startswith(("about:", "data:")):
                return address
    return ""


def _rewrite_picture(node: LexborNode, work: Work) -> None:
    alt = node.attributes.get("alt") or ""
    address = _picture_address(node)
    if _is_sign(node, address):
        node.replace_with(alt)
    elif not address:
        work.say("left out: a picture without an address")
        node.decompose()
    elif local := _local_picture(node, address, work):
        shown = LexborHTMLParser(f'<img src="{escape(local)}" alt="{escape(alt)}">')
        node.replace_with(shown.css_first("img") or alt)
    else:
        work.missing_media[address] = None
        _link_picture(node, link(address, alt or file_name(address)), work)


def _link_picture(node: LexborNode, inner: str, work: Work) -> None:
    """A link for a picture that is not ours, behind the link it may stand in."""
    outer = _around(node, "a")
    if outer is not None:
        node.decompose()
        outer.insert_after(outer.parser.create_node("span"))
        node = outer.next or outer
        _say_lost_link(outer, work)
    _put(node, inner, "missing-picture")


def _say_lost_link(outer: LexborNode, work: Work) -> None:
    href = outer.attributes.get("href") or ""
    is_empty = not outer.text().strip() and outer.css_first("img") is None
    if is_empty and href and ending(href) not in PICTURE_ENDINGS:
        work.say(f"left out: the link around a missing picture, {href}")


def _picture_address(node: LexborNode) -> str:
    for name in ("src", *_LAZY):
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


def _local_picture(node: LexborNode, address: str, work: Work) -> str | None:
    old_id = _OLD_ID.search(node.attributes.get("class") or "")
    known = work.resolve.attachment(int(old_id[1])) if old_id else None
    return local_url(work, address) or (known.local_url if known else None)


_STEPS: tuple[tuple[str, Callable[[LexborNode, Work], None]], ...] = (
    ("form, noscript, button, input, select, textarea, style, script", _drop),
    ('.wp-block-cover[style*="background-image"]', _show_background),
    ("figure.wp-block-gallery, ul.wp-block-gallery, div.gallery[id]", _rewrite_gallery),
    ("dl.wp-caption, div.wp-caption", _rewrite_captioned),
    (".fb-video[data-href], .fb-post[data-href], [data-instgrm-permalink]", _rewrite_quoted_post),
    ("iframe, object, embed, video, audio", _rewrite_frame),
    ("img", _rewrite_picture),
    ("a[href]", _link_home),
    ("h1, h2, h3, h4, h5, h6", _free_picture),
    (_EMPTY, _drop_empty),
)
