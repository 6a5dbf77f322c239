"""Feeds as feed readers read them: Atom by its elements, JSON Feed by what its version requires."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from django.test import Client
from selectolax.lexbor import LexborHTMLParser

ATOM = "{http://www.w3.org/2005/Atom}"

# https://www.jsonfeed.org/version/1.1/: the members we use, and the types of their values.
FEED = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "language": str,
    "authors": list,
    "items": list,
}
ITEM = {
    "id": str,
    "url": str,
    "title": str,
    "content_html": str,
    "date_published": str,
    "date_modified": str,
    "language": str,
}
MAY_BE = {
    "hubs": list,
    "summary": str,
    "image": str,
    "authors": list,
    "tags": list,
    "attachments": list,
}


def read_atom(client: Client, address: str) -> ET.Element:
    """Return the feed at an address, which must be a whole one."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(response.content)
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, (address, name)
        datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
    return feed


def read_json(client: Client, address: str) -> dict[str, Any]:
    """Return the feed at an address, which must have all that the format requires."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    _check(feed, FEED)
    for item in feed["items"]:
        _check(item, ITEM)
        for moment in (item["date_published"], item["date_modified"]):
            assert datetime.fromisoformat(moment).tzinfo is not None
        for file in item.get("attachments", []):
            assert {"url", "mime_type"} <= file.keys()
        for author in item.get("authors", []):
            assert author["name"]
    return feed


def relative_addresses(html: str) -> list[str]:
    """Return the addresses in an entry that lead nowhere when they are read elsewhere."""
    tree = LexborHTMLParser(html, is_fragment=True)
    found = [
        node.attributes[name] or ""
        for name in ("href", "src", "poster", "srcset")
        for node in tree.css(f"[{name}]")
    ]
    return [address for address in found if not urlsplit(address).scheme]


def _check(thing: dict[str, Any], required: dict[str, type]) -> None:
    assert required.keys() <= thing.keys() <= {*required, *MAY_BE}
    for name, value in thing.items():
        assert isinstance(value, ({**MAY_BE, **required})[name]), name
