"""What an export says, as plain values.

Every text is as WordPress stored it, except that slugs are decoded from percent-encoding.
Texts that are absent are "", numbers that are absent are 0 (ids) or None where so typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

Meta = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Site:
    """The install a file was exported from; the first record of each file."""

    title: str
    link: str
    base_site_url: str
    base_blog_url: str
    language: str
    version: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """An account that wrote posts. Items name it by `login`."""

    old_id: int
    login: str
    email: str
    name: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A category (taxonomy "category"), tag ("post_tag") or term of any other taxonomy."""

    old_id: int
    taxonomy: str
    slug: str
    name: str
    parent_slug: str = ""
    description: str = ""
    meta: Meta = field(default_factory=dict)
    repairs: tuple[str, ...] = ()


class TermLink(NamedTuple):
    """A term as an item names it."""

    taxonomy: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment. Addresses of machines and browsers are not read: privacy."""

    old_id: int
    author: str
    email: str
    url: str
    date: datetime | None
    body: str
    approved: str
    """"1" shown, "0" held, "spam" or "trash"."""
    type: str
    """"comment", "pingback" or "trackback"."""
    parent_id: int


@dataclass(frozen=True, slots=True)
class Item:
    """A post of any type: post, page, attachment, nav_menu_item, wp_block, custom ones."""

    old_id: int
    post_type: str
    title: str
    slug: str
    link: str
    creator: str
    status: str
    published: datetime | None
    """Aware, UTC. A draft has no UTC date in WordPress: its local one is then read as UTC."""
    modified: datetime | None
    body: str
    excerpt: str
    parent_id: int
    menu_order: int
    password: str
    sticky: bool
    attachment_url: str
    comment_status: str
    terms: tuple[TermLink, ...] = ()
    meta: Meta = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    repairs: tuple[str, ...] = ()

    def first_meta(self, key: str) -> str:
        """The first value stored under `key`, or ""."""
        return self.meta.get(key, [""])[0]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, for the report."""

    what: str
    """"file", "item", "author" or "term"."""
    old_id: int | None
    title: str
    reason: str


Record = Site | Author | Term | Item | Problem
