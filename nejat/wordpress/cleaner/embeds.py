"""Videos and posts of other sites: the many addresses of one, made canonical."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import parse_qs, unquote, urlsplit

_HOST = re.compile(r"^(?:https?:)?//(?:(?:www|m|mobile|web|[a-z]{2}-[a-z]{2})\.)?", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_YOUTUBE = "https://www.youtube.com/watch?v={}"
# What follows the host, and the address to show. Read from the share and embed codes of each.
_PROVIDERS = tuple(
    (re.compile(pattern, re.IGNORECASE), address)
    for pattern, address in (
        (r"youtube(?:-nocookie)?\.com/(?:embed/videoseries|playlist)\?(?:.*&)?list=([\w-]+)",
         "https://www.youtube.com/playlist?list={}"),
        (r"youtube(?:-nocookie)?\.com/(?:embed|shorts|live|v|e)/([\w-]{6,})", _YOUTUBE),
        (r"youtube(?:-nocookie)?\.com/watch/?\?(?:.*&)?v=([\w-]{6,})", _YOUTUBE),
        (r"youtu\.be/([\w-]{6,})", _YOUTUBE),
        (r"aparat\.com/(?:v|embed|video/video/embed/videohash)/(\w+)",
         "https://www.aparat.com/v/{}"),
        (r"(?:player\.)?vimeo\.com/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/)?(\d+)",
         "https://vimeo.com/{}"),
        (r"facebook\.com/([\w.-]+/(?:videos|posts)/[\w./-]+)", "https://www.facebook.com/{}"),
        (r"facebook\.com/(?:watch/?|video\.php)\?(?:.*&)?v=(\d+)",
         "https://www.facebook.com/watch/?v={}"),
        (r"facebook\.com/(reel/\d+)", "https://www.facebook.com/{}"),
        (r"fb\.watch/([\w-]+)", "https://fb.watch/{}/"),
        (r"instagram\.com/(?:[\w.]+/)?((?:p|reel|tv)/[\w-]+)", "https://www.instagram.com/{}/"),
        (r"(?:t|telegram)\.me/(?:s/)?([a-z]\w{3,}/\d+)", "https://t.me/{}"),
    )
)  # fmt: skip
_FACEBOOK_PLUGIN = re.compile(r"facebook\.com/(?:v[\d.]+/)?plugins/(?:video|post)\.php", re.I)


def canonical(address: str) -> str | None:
    """The one address of a video or post of a provider we can show; None for all others.

    Providers: YouTube, Aparat, Vimeo, Facebook, Instagram, Telegram.
    """
    place = _HOST.sub("", unescape(address.strip()))
    if _FACEBOOK_PLUGIN.match(place):
        inner = parse_qs(urlsplit(f"//{place}").query).get("href", [""])[0]
        return None if _FACEBOOK_PLUGIN.search(inner) else canonical(inner)
    for pattern, template in _PROVIDERS:
        if match := pattern.match(place):
            return template.format(match[1])
    return None


def shown(address: str) -> str:
    """An address as readers are shown it: without scheme, percent signs and closing slash."""
    return unquote(_SCHEME.sub("", address)).rstrip("/")


def link(address: str, text: str = "") -> str:
    """HTML of a link, whose text is the address unless given."""
    return f'<a href="{escape(address)}">{escape(text or shown(address))}</a>'
