"""Videos and posts of other sites, as links. Which sites these are, the media library knows."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import unquote

from media_library.providers import canonical

__all__ = ["canonical", "link", "shown"]

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def shown(address: str) -> str:
    """An address as readers are shown it: without scheme, percent signs and closing slash."""
    return unquote(_SCHEME.sub("", address)).rstrip("/")


def link(address: str, text: str = "") -> str:
    """HTML of a link, whose text is the address unless given."""
    return f'<a href="{escape(address)}">{escape(text or shown(address))}</a>'
