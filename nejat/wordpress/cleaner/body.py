"""The way of a body from what WordPress stored to what we store."""

from __future__ import annotations

import re

from nejat.text import clean_html, plain_text

from .blocks import has_blocks, render_blocks
from .embeds import canonical, link
from .figures import media
from .model import CleanBody, Resolve, Work
from .paragraphs import paragraphs, settled
from .shortcodes import render_shortcodes
from .tree import rewrite
from .uploads import AUDIO_ENDINGS, VIDEO_ENDINGS, ending

NOTHING_GIVEN = "the body is empty in the export"
NOTHING_LEFT = "nothing is left of the body"

_BREAK = re.compile(r"<!--\s*(?:more\b.*?|nextpage|noteaser)\s*-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->|<!--", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b([^<>]*)>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_SCRIPT_ADDRESS = re.compile(r"""\b(src|data-telegram-post)\s*=\s*["']([^"']+)""")
_LONE_ADDRESS = re.compile(
    r"^[ \t]*(?:<p\b[^<>]*>\s*)?(https?://[^\s<>\"]+)(?:\s*</p>)?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SEEN = re.compile(r"<(?:img|video|audio|hr|table|figure data-image)\b")


def clean_body(item_body: str, resolve: Resolve, *, old_id: int = 0) -> CleanBody:
    """A body of any age as HTML of our allow-list, with what had to be left out.

    `old_id` is the item's, for galleries that mean "all pictures of this post". The HTML loads
    nothing from other hosts. When it is empty, the repairs say why.
    """
    work = Work(resolve, old_id)
    text = item_body.replace("\r\n", "\n").replace("\r", "\n")
    in_blocks = has_blocks(text)
    text = _without_comments(render_blocks(text, work))
    text = _SCRIPT.sub(lambda match: _script(match, work), text)
    text = render_shortcodes(text, work)
    text = _LONE_ADDRESS.sub(lambda match: _lone_address(match[1], work), text)
    html = rewrite(paragraphs(text, breaks=not in_blocks), work)
    html = clean_html(settled(html)).strip()
    if not _shows_anything(html):
        html = ""
        work.say(NOTHING_LEFT if item_body.strip() else NOTHING_GIVEN)
    return CleanBody(
        html,
        tuple(work.repairs),
        tuple(work.unknown_shortcodes),
        tuple(work.missing_media),
        tuple(work.images.items()),
    )


def _without_comments(text: str) -> str:
    return _COMMENT.sub("", _CDATA.sub(r"\1", _BREAK.sub("\n\n", text)))


def _script(match: re.Match[str], work: Work) -> str:
    """Scripts go, but those that draw a video leave it behind."""
    given = dict(_SCRIPT_ADDRESS.findall(match[2]))
    post = given.get("data-telegram-post")
    address = f"https://t.me/{post}" if post else given.get("src", "")
    return f"\n\n{media(work, address)}\n\n" if canonical(address) else ""


def _lone_address(address: str, work: Work) -> str:
    """An address alone on a line is an embed in WordPress; of an unknown site, a link."""
    is_media = canonical(address) or ending(address) in VIDEO_ENDINGS | AUDIO_ENDINGS
    return f"\n\n{media(work, address)}\n\n" if is_media else link(address)


def _shows_anything(html: str) -> bool:
    return bool(plain_text(html) or _SEEN.search(html))
