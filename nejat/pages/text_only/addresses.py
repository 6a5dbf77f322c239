"""The mode in an address: `?text-only`, or `?text-only=2` for the second part of a long page."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from nejat.editions.registry import CODES

PARAMETER = "text-only"
FEED = re.compile(r"/feed(?:/|\.json)$")
MOST_PARTS = 999


def asked_part(query: str) -> int | None:
    """Return the number of the part that a query string asks for; None when it asks for no text.

    What is no number between 1 and `MOST_PARTS` is the first part.
    """
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if name == PARAMETER:
            is_number = value.isascii() and value.isdecimal() and len(value) <= len(str(MOST_PARTS))
            return max(int(value), 1) if is_number else 1
    return None


def in_text(address: str, part: int = 1) -> str:
    """Return the address of a page as text; the first part has no number."""
    parts = urlsplit(address)
    mode = PARAMETER if part == 1 else f"{PARAMETER}={part}"
    return urlunsplit(parts._replace(query="&".join([*_other(parts.query), mode])))


def in_full(address: str) -> str:
    """Return the address of the page itself."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query="&".join(_other(parts.query))))


def is_in_text(address: str) -> bool:
    """Say whether an address names the mode."""
    parts = _split(address)
    return parts is not None and asked_part(parts.query) is not None


def is_page(address: str, home: str) -> bool:
    """Say whether an address leads to a page of the editions; `home` is scheme and host of ours.

    Feeds are none: programs read them, which remember the address.
    """
    parts = _split(address)
    if parts is None:
        return False
    if (parts.scheme or parts.netloc) and not address.startswith(f"{home}/"):
        return False
    if not parts.path:
        return bool(parts.query)
    first = parts.path.lstrip("/").partition("/")[0]
    is_below_edition = first in CODES and not FEED.search(parts.path)
    return is_below_edition or parts.path == "/"


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _other(query: str) -> list[str]:
    pairs = query.split("&")
    return [pair for pair in pairs if pair and pair.partition("=")[0] != PARAMETER]
