"""Feeds as files: the same entries as Atom (RFC 4287) and as JSON Feed 1.1."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

from nejat.text.printing import printable

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Author:
    """Who wrote a work; the address is absolute, or "" when there is none."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Enclosure:
    """A file that comes with a work, at an absolute address; its size may not be known."""

    address: str
    media_type: str
    byte_size: int | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A work in a feed. `summary` is plain text, `content` HTML; all addresses are absolute."""

    id: str
    address: str
    title: str
    summary: str
    content: str
    published_at: datetime
    updated_at: datetime
    image: Enclosure | None = None
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Channel:
    """The feed itself. `home` is the page it follows, `address` its own; both absolute."""

    title: str
    home: str
    address: str
    language: str
    publisher: Author
    updated_at: datetime
    hub: str = ""
    """Where readers can ask to be told of what is new (WebSub), or ""."""


@dataclass(frozen=True)
class Format:
    """A form in which a feed is written."""

    media_type: str
    write: Callable[[Channel, Iterable[Entry]], bytes]


# --- Atom ------------------------------------------------------------------------------------


def write_atom(channel: Channel, entries: Iterable[Entry]) -> bytes:
    """Return the feed as Atom."""
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": channel.language})
    _add(feed, "id", channel.home)
    _add(feed, "title", channel.title)
    _add(feed, "updated", _written(channel.updated_at))
    _add(feed, "link", rel="alternate", type="text/html", href=channel.home)
    _add(feed, "link", rel="self", type="application/atom+xml", href=channel.address)
    if channel.hub:
        _add(feed, "link", rel="hub", href=channel.hub)
    _add_author(feed, channel.publisher)
    for entry in entries:
        _add_entry(feed, entry)
    return ET.tostring(feed, encoding="utf-8", xml_declaration=True)


def _add_entry(feed: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    _add(element, "published", _written(entry.published_at))
    _add(element, "updated", _written(entry.updated_at))
    for author in entry.authors:
        _add_author(element, author)
    for tag in entry.tags:
        _add(element, "category", term=tag)
    for file in (entry.image, *entry.enclosures):
        if file:
            size = {} if file.byte_size is None else {"length": str(file.byte_size)}
            _add(element, "link", rel="enclosure", type=file.media_type, href=file.address, **size)
    if entry.summary:
        _add(element, "summary", entry.summary)
    _add(element, "content", entry.content, type="html")


def _add_author(parent: ET.Element, author: Author) -> None:
    element = ET.SubElement(parent, "author")
    _add(element, "name", author.name)
    if author.address:
        _add(element, "uri", author.address)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    known = {key: printable(value) for key, value in attributes.items()}
    ET.SubElement(parent, name, known).text = printable(text)


# --- JSON ------------------------------------------------------------------------------------


def write_json(channel: Channel, entries: Iterable[Entry]) -> bytes:
    """Return the feed as JSON Feed."""
    feed = {
        "version": JSON_FEED,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "language": channel.language,
        "authors": [_named(channel.publisher)],
        "hubs": [{"type": "WebSub", "url": channel.hub}] if channel.hub else [],
        "items": [_item(entry, channel.language) for entry in entries],
    }
    known = {name: value for name, value in feed.items() if value or name == "items"}
    return json.dumps(known, ensure_ascii=False).encode()


def _item(entry: Entry, language: str) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "image": entry.image.address if entry.image else "",
        "date_published": _written(entry.published_at),
        "date_modified": _written(entry.updated_at),
        "authors": [_named(author) for author in entry.authors],
        "tags": list(entry.tags),
        "language": language,
        "attachments": [_attached(file) for file in entry.enclosures],
    }
    return {name: value for name, value in item.items() if value}


def _named(author: Author) -> dict[str, str]:
    return {"name": author.name, **({"url": author.address} if author.address else {})}


def _attached(file: Enclosure) -> dict[str, Any]:
    size = {} if file.byte_size is None else {"size_in_bytes": file.byte_size}
    return {"url": file.address, "mime_type": file.media_type, **size}


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


ATOM_FORMAT = Format("application/atom+xml; charset=utf-8", write_atom)
JSON_FORMAT = Format("application/feed+json; charset=utf-8", write_json)
