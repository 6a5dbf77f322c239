"""The HTML we store for pictures, recordings and embeds. It holds no words of an interface."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape, unescape

from nejat.text import plain_text

from .embeds import canonical, link, shown
from .model import Image, Picture, Work
from .uploads import AUDIO_ENDINGS, VIDEO_ENDINGS, ending, file_name, local_url


def figure(inner: str, *, caption: str = "", kind: str = "") -> str:
    """A figure around `inner`; `caption` is HTML."""
    opening = f'<figure class="{kind}">' if kind else "<figure>"
    return f"{opening}{inner}{_below(caption)}</figure>"


def image_figure(
    work: Work, image: Image, *, caption: str = "", alt: str = "", href: str = ""
) -> str:
    """The figure of an image of ours. It holds no caption that is the image's own anyway.

    `caption` is HTML; what the picture linked to, `href`, is linked from the caption.
    """
    work.images[image.number] = alt or work.images.get(image.number, "")
    if href and "<a" in caption:
        work.say(f"left out: the link around a picture, {href}")
    elif href:
        words = caption.strip() or escape(image.caption or alt or shown(href))
        caption = f'<a href="{escape(href)}">{words}</a>'
    elif caption and "<a" not in caption and plain_text(caption) == image.caption:
        caption = ""
    return f'<figure data-image="{image.number}">{_below(caption)}</figure>'


def media(work: Work, address: str, caption: str = "") -> str:
    """A figure for the film, sound or page at `address`; "" when that is no address."""
    inner, kind = media_in(work, address)
    return figure(inner, caption=caption, kind=kind) if inner else ""


def media_in(work: Work, address: str) -> tuple[str, str]:
    """What stands in such a figure, a player or a link, and the figure's class or ""."""
    address = complete(address)
    if not address.lower().startswith(("http://", "https://", "/")):
        work.say(f"left out: media at {address[:60]}")
        return "", ""
    if embed := canonical(address):
        return link(embed), "embed"
    if tag := _player_tag(address):
        return _player(work, tag, address), ""
    return link(address), ""


def complete(address: str) -> str:
    """An address as an attribute gives it, unescaped and with a scheme."""
    address = unescape(address.strip())
    return f"https:{address}" if address.startswith("//") else address


def picture(work: Work, told: Picture) -> str:
    """A figure of a picture; a link to it while its file is not ours."""
    caption = escape(told.caption)
    if told.image:
        return image_figure(work, told.image, caption=caption)
    work.missing_media[told.address] = None
    inner = link(told.address, told.alt or file_name(told.address))
    return figure(inner, caption=caption, kind="missing-picture")


def gallery(work: Work, pictures: Iterable[Picture]) -> str:
    """A gallery of figures; "" without pictures."""
    figures = "".join(picture(work, told) for told in pictures)
    return f'<div class="gallery">{figures}</div>' if figures else ""


def _below(caption: str) -> str:
    return f"<figcaption>{caption.strip()}</figcaption>" if caption.strip() else ""


def _player_tag(address: str) -> str:
    kind = ending(address)
    return "video" if kind in VIDEO_ENDINGS else "audio" if kind in AUDIO_ENDINGS else ""


def _player(work: Work, tag: str, address: str) -> str:
    local = local_url(work, address)
    if local:
        return f'<{tag} controls preload="none" src="{escape(local)}"></{tag}>'
    work.missing_media[address] = None
    return link(address)
