"""Records made from the elements of an export."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
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
_Texts = defaultdict[str, str]


def author(element: Element, repairs: tuple[str, ...] = ()) -> Author:
    """A `wp:author`."""
    said = texts(element)
    login = said["wp:author_login"]
    return Author(
        old_id=number(said["wp:author_id"]),
        login=login,
        email=said["wp:author_email"],
        name=said["wp:author_display_name"] or login,
        repairs=repairs,
    )


def term(element: Element, kind: str, repairs: tuple[str, ...] = ()) -> Term:
    """A `wp:category`, `wp:tag` or `wp:term`, by `kind`."""
    said = texts(child for child in element if name_of(child) != "wp:termmeta")
    slug_field, name, parent, description = (said[f"wp:{field}"] for field in _TERM_FIELDS[kind])
    return Term(
        old_id=number(said["wp:term_id"]),
        taxonomy=_TAXONOMIES.get(kind) or said["wp:term_taxonomy"],
        slug=slug(slug_field),
        name=name or slug(slug_field),
        parent_slug=slug(parent),
        description=description,
        meta=_meta(element, "termmeta"),
        repairs=repairs,
    )


def item(element: Element, repairs: tuple[str, ...] = ()) -> Item:
    """An `item`. Its `old_id` is 0 when the export names none."""
    said = texts(child for child in element if name_of(child) not in _REPEATED)
    return Item(
        old_id=number(said["wp:post_id"]) or _id_in(said["guid"]),
        post_type=said["wp:post_type"] or "post",
        title=said["title"],
        slug=slug(said["wp:post_name"]),
        link=said["link"],
        creator=said["dc:creator"],
        status=said["wp:status"] or "draft",
        published=_published(said),
        modified=moment(said["wp:post_modified_gmt"], said["wp:post_modified"]),
        body=said["content:encoded"],
        excerpt=said["excerpt:encoded"],
        parent_id=number(said["wp:post_parent"]),
        menu_order=number(said["wp:menu_order"]),
        password=said["wp:post_password"],
        sticky=said["wp:is_sticky"] == "1",
        attachment_url=said["wp:attachment_url"],
        comment_status=said["wp:comment_status"],
        terms=_term_links(element),
        meta=_meta(element, "postmeta"),
        comments=tuple(map(_comment, element.iterfind("{wp}comment"))),
        repairs=repairs + _repairs(said),
    )


def _published(said: _Texts) -> datetime | None:
    return moment(said["wp:post_date_gmt"], said["wp:post_date"])


def _repairs(said: _Texts) -> tuple[str, ...]:
    missing = (
        (NO_ID, not number(said["wp:post_id"])),
        (NO_TYPE, not said["wp:post_type"]),
        (NO_STATUS, not said["wp:status"]),
        (NO_DATE, not _published(said)),
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
    for meta in element.iterfind(f"{{wp}}{kind}"):
        said = texts(meta)
        if key := said["wp:meta_key"]:
            found.setdefault(key, []).append(said["wp:meta_value"])
    return found


def _comment(element: Element) -> Comment:
    said = texts(element)
    return Comment(
        old_id=number(said["wp:comment_id"]),
        author=said["wp:comment_author"],
        email=said["wp:comment_author_email"],
        url=said["wp:comment_author_url"],
        date=moment(said["wp:comment_date_gmt"], said["wp:comment_date"]),
        body=said["wp:comment_content"],
        approved=said["wp:comment_approved"],
        type=said["wp:comment_type"] or "comment",
        parent_id=number(said["wp:comment_parent"]),
    )
