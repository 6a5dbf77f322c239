"""Records made from the elements of an export."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .elements import name_of, text_of, texts
from .model import Author, Comment, Item, Meta, Term, TermLink
from .values import moment, number, slug

NO_TYPE = "no post type: read as a post"
NO_STATUS = "no status: read as a draft"
NO_ID = "no id: taken from its address"
NO_DATE = "no readable date"

_ID_IN_ADDRESS = re.compile(r"[?&](?:p|page_id|attachment_id)=(\d{1,18})", re.ASCII)
_TERM_FIELDS = {
    "category": ("category_nicename", "cat_name", "category_parent", "category_description"),
    "tag": ("tag_slug", "tag_name", "", "tag_description"),
    "term": ("term_slug", "term_name", "term_parent", "term_description"),
}
_TAXONOMIES = {"category": "category", "tag": "post_tag"}
_REPEATED = {"category", "wp:postmeta", "wp:comment"}


def author(element: Element, repairs: tuple[str, ...] = ()) -> Author:
    """A `wp:author`."""
    said = texts(element)
    login = said.get("wp:author_login", "")
    return Author(
        old_id=number(said.get("wp:author_id", "")),
        login=login,
        email=said.get("wp:author_email", ""),
        name=said.get("wp:author_display_name", "") or login,
        repairs=repairs,
    )


def term(element: Element, kind: str, repairs: tuple[str, ...] = ()) -> Term:
    """A `wp:category`, `wp:tag` or `wp:term`, by `kind`."""
    said = texts(child for child in element if name_of(child) != "wp:termmeta")
    slug_field, name, parent, description = (
        said.get(f"wp:{field}", "") for field in _TERM_FIELDS[kind]
    )
    return Term(
        old_id=number(said.get("wp:term_id", "")),
        taxonomy=_TAXONOMIES.get(kind) or said.get("wp:term_taxonomy", ""),
        slug=slug(slug_field),
        name=name or slug(slug_field),
        parent_slug=slug(parent),
        description=description,
        meta=_meta(element, "wp:termmeta"),
        repairs=repairs,
    )


def item(element: Element, repairs: tuple[str, ...] = ()) -> Item:
    """An `item`. Its `old_id` is 0 when the export names none."""
    said = texts(child for child in element if name_of(child) not in _REPEATED)
    wp = {name[3:]: text for name, text in said.items() if name.startswith("wp:")}
    published = moment(wp.get("post_date_gmt", ""), wp.get("post_date", ""))
    old_id = number(wp.get("post_id", ""))
    return Item(
        old_id=old_id or _id_in(said.get("guid", "")),
        post_type=wp.get("post_type") or "post",
        title=said.get("title", ""),
        slug=slug(wp.get("post_name", "")),
        link=said.get("link", ""),
        creator=said.get("dc:creator", ""),
        status=wp.get("status") or "draft",
        published=published,
        modified=moment(wp.get("post_modified_gmt", ""), wp.get("post_modified", "")),
        body=said.get("content:encoded", ""),
        excerpt=said.get("excerpt:encoded", ""),
        parent_id=number(wp.get("post_parent", "")),
        menu_order=number(wp.get("menu_order", "")),
        password=wp.get("post_password", ""),
        sticky=wp.get("is_sticky") == "1",
        attachment_url=wp.get("attachment_url", ""),
        comment_status=wp.get("comment_status", ""),
        terms=_term_links(element),
        meta=_meta(element, "wp:postmeta"),
        comments=tuple(map(_comment, element.iterfind("{wp}comment"))),
        repairs=repairs + _repairs(wp, dated=bool(published), named=bool(old_id)),
    )


def _repairs(wp: dict[str, str], *, dated: bool, named: bool) -> tuple[str, ...]:
    missing = (
        (NO_ID, not named),
        (NO_TYPE, not wp.get("post_type")),
        (NO_STATUS, not wp.get("status")),
        (NO_DATE, not dated),
    )
    return tuple(repair for repair, is_missing in missing if is_missing)


def _id_in(address: str) -> int:
    match = _ID_IN_ADDRESS.search(address)
    return int(match[1]) if match else 0


def _term_links(element: Element) -> tuple[TermLink, ...]:
    links = (_term_link(category) for category in element.iterfind("category"))
    return tuple(dict.fromkeys(link for link in links if link.taxonomy))


def _term_link(category: Element) -> TermLink:
    taxonomy = category.get("domain", "")
    name = text_of(category)
    # WXR 1.0 calls tags "tag" here.
    return TermLink(
        "post_tag" if taxonomy == "tag" else taxonomy,
        slug(category.get("nicename", "")) or name,
        name,
    )


def _meta(element: Element, kind: str) -> Meta:
    found: Meta = {}
    for meta in element.iterfind(f"{{wp}}{kind[3:]}"):
        said = texts(meta)
        found.setdefault(said.get("wp:meta_key", ""), []).append(said.get("wp:meta_value", ""))
    found.pop("", None)
    return found


def _comment(element: Element) -> Comment:
    said = _fields(element, "wp:comment_")
    return Comment(
        old_id=number(said.get("id", "")),
        author=said.get("author", ""),
        email=said.get("author_email", ""),
        url=said.get("author_url", ""),
        date=moment(said.get("date_gmt", ""), said.get("date", "")),
        body=said.get("content", ""),
        approved=said.get("approved", ""),
        type=said.get("type", "") or "comment",
        parent_id=number(said.get("parent", "")),
    )


def _fields(children: Iterable[Element], prefix: str) -> dict[str, str]:
    """The texts of children whose name starts so, by the rest of the name."""
    cut = len(prefix)
    return {name[cut:]: text for name, text in texts(children).items() if name.startswith(prefix)}
