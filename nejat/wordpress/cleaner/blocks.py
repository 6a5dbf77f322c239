"""Gutenberg's block comments, taken out with their meaning kept.

The form of a block comment: https://developer.wordpress.org/block-editor/explanations/architecture/
"""

from __future__ import annotations

import json
import re
from typing import Any

from .figures import media
from .model import Work

MAX_DEPTH = 5
"""How deep reusable blocks may hold each other."""

_BLOCK = re.compile(
    r"<!--\s+(?P<closing>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+"
    r"(?P<json>\{.*?\}\s+)?(?P<void>/)?-->",
    re.DOTALL,
)
# WordPress fills these when a page is asked for; what they hold is a recipe, no text.
_DYNAMIC_NAMES = (
    "archives calendar categories comments comments-query-loop latest-comments latest-posts"
    " loginout navigation page-list post-comments post-template query query-no-results"
    " query-pagination rss search social-links tag-cloud template-part"
)
_DYNAMIC = set(_DYNAMIC_NAMES.split())
_EMBED_FIGURE = re.compile(
    r"<figure\b[^<>]*\bwp-block-embed\b[^<>]*>(.*?)</figure>", re.DOTALL | re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_CAPTION = re.compile(r"<figcaption\b[^<>]*>(.*?)</figcaption>", re.DOTALL | re.IGNORECASE)


def has_blocks(text: str) -> bool:
    """Whether the body was written in the block editor, where line breaks mean nothing."""
    return bool(_BLOCK.search(text))


def render_blocks(text: str, work: Work, depth: int = 0) -> str:
    """The body without block comments; what dynamic blocks would have shown is left out."""
    parts = []
    position = 0
    while block := _BLOCK.search(text, position):
        parts.append(text[position : block.start()])
        position = block.end()
        if block["void"]:
            parts.append(_void(block, work, depth))
        elif not block["closing"] and block["name"] in _DYNAMIC:
            work.say(f"block left out: {block['name']}")
            position = _end(text, block)
    parts.append(text[position:])
    return _EMBED_FIGURE.sub(lambda match: _embed(match, work), "".join(parts))


def _end(text: str, opening: re.Match[str]) -> int:
    """Where the block that starts at `opening` ends; where it starts when it has no end."""
    open_blocks = 1
    for block in _BLOCK.finditer(text, opening.end()):
        if block["name"] == opening["name"] and not block["void"]:
            open_blocks += -1 if block["closing"] else 1
            if not open_blocks:
                return block.end()
    return opening.end()


def _void(block: re.Match[str], work: Work, depth: int) -> str:
    name, settings = block["name"], _settings(block)
    if name == "block":
        return _reusable(settings.get("ref"), work, depth)
    address = settings.get("url")
    if (name == "embed" or name.startswith("core-embed/")) and isinstance(address, str):
        return media(work, address)
    if name not in {"more", "nextpage", "spacer"}:
        work.say(f"block left out: {name}")
    return ""


def _settings(block: re.Match[str]) -> dict[str, Any]:
    try:
        return dict(json.loads(block["json"] or "{}"))
    except (ValueError, RecursionError):
        return {}


def _reusable(old_id: object, work: Work, depth: int) -> str:
    body = work.resolve.block(old_id) if isinstance(old_id, int) and depth < MAX_DEPTH else None
    if body is None:
        work.say(f"reusable block missing: {old_id}")
        return ""
    return render_blocks(body, work, depth + 1)


def _embed(match: re.Match[str], work: Work) -> str:
    address = _ADDRESS.search(_CAPTION.sub("", match[1]))
    if not address:
        return match[0]
    caption = _CAPTION.search(match[1])
    return media(work, address[0], caption[1] if caption else "")
