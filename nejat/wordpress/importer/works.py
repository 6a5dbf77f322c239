"""One item as the columns of a work in one edition."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nejat.editorial.states import State
from nejat.text import first_words
from nejat.wordpress.addresses import path_below
from nejat.wordpress.cleaner import CleanBody, clean_body, plain_excerpt, seo_title
from nejat.wordpress.reader import Item

from .pdfs import Pdf
from .pictures import FeaturedPicture, featured_picture
from .placing import Entry
from .resolving import BatchResolver
from .session import Session, host_of
from .texts import address_part, cut, one_line

STATES = {
    "publish": State.PUBLISHED,
    "future": State.PUBLISHED,
    "draft": State.DRAFT,
    "pending": State.IN_REVIEW,
    "private": State.IN_REVIEW,
}
NOT_TAKEN_OVER = ("trash", "auto-draft")
TITLE_LENGTH, SEO_TITLE_LENGTH, SEO_DESCRIPTION_LENGTH = 300, 120, 320

TITLE_FROM_BODY = "no title: made from its first words, “{}”"
TITLE_FROM_ID = "neither title nor text: called “{}”"
TITLE_CUT = "title cut at {} characters"
SEO_CUT = "title or description for search engines cut"
PASSWORD = "protected by a password: in review, not published"
UNKNOWN_STATUS = "unknown status “{}”: a draft"
UNKNOWN_SHORTCODE = "unknown shortcode left out: [{}]"
MISSING_MEDIA = "no file among the media, shown as a link: {}"

_LINK = re.compile(r'(<a\b[^>]*?\bhref=")(https?://[^"]*)', re.IGNORECASE)


@dataclass
class Columns:
    """What an item says in its edition, ready to be written."""

    values: dict[str, Any]
    """Translated fields."""
    notes: list[str] = field(default_factory=list)
    """Repairs, for the report."""
    picture: FeaturedPicture = field(default_factory=FeaturedPicture)
    gallery: list[tuple[int, str]] = field(default_factory=list)
    """Numbers and captions of the images that are to join a photo gallery."""
    pdf: Pdf | None = None
    """The PDF that a publication has from this text, now or since an earlier import."""
    is_missing_media: bool = False


def columns_of(entry: Entry, session: Session, resolver: BatchResolver) -> Columns:
    """Clean an item: its title, body, dates, state and texts for search engines."""
    item, code = entry.item, entry.edition
    cleaned = clean_body(item.body, resolver.in_edition(code), old_id=item.old_id)
    resolver.fill_alts(cleaned.alts, code)
    picture = featured_picture(item, resolver, code)
    notes = _notes(item, cleaned)
    title = _title(item, cleaned.html, notes)
    state = _state(item, notes)
    values = {
        "title": title,
        "slug": address_part(item.slug),
        "standfirst": _standfirst(item.excerpt),
        "body": with_own_links(cleaned.html, session.hosts, code),
        "state": state,
        "published_at": _published_at(item, state),
        **_seo(item, title, session.site_title, notes),
    }
    if picture.note:
        notes.append(picture.note)
    is_missing = bool(cleaned.missing_media or (picture.address and not picture.image))
    return Columns(values, notes, picture, is_missing_media=is_missing)


def _notes(item: Item, cleaned: CleanBody) -> list[str]:
    return [
        *item.repairs,
        *cleaned.repairs,
        *(UNKNOWN_SHORTCODE.format(name) for name in cleaned.unknown_shortcodes),
        *(MISSING_MEDIA.format(address) for address in cleaned.missing_media),
    ]


def with_own_links(html: str, hosts: set[str], edition: str) -> str:
    """The body with links to the old install as paths of this site, which answers for them."""

    def own(match: re.Match[str]) -> str:
        address = match[2]
        if host_of(address) not in hosts:
            return match[0]
        path = re.sub(r"^https?://[^/?#]*", "", address) or "/"
        is_below = path_below(address, edition) != path_below(address, "")
        below = path if is_below or path.strip("/") == edition else f"/{edition}{_rooted(path)}"
        return match[1] + below

    return _LINK.sub(own, html)


def _rooted(path: str) -> str:
    return path if path.startswith("/") else f"/{path}"


def _title(item: Item, html: str, notes: list[str]) -> str:
    title = one_line(item.title)
    if len(title) > TITLE_LENGTH:
        notes.append(TITLE_CUT.format(TITLE_LENGTH))
    if title:
        return cut(title, TITLE_LENGTH)
    words = cut(first_words(html), TITLE_LENGTH)
    title = words or f"№ {item.old_id}"
    notes.append((TITLE_FROM_BODY if words else TITLE_FROM_ID).format(title))
    return title


def _state(item: Item, notes: list[str]) -> State:
    if item.password:
        notes.append(PASSWORD)
        return State.DRAFT if item.status == "draft" else State.IN_REVIEW
    if item.status not in STATES:
        notes.append(UNKNOWN_STATUS.format(item.status))
    return STATES.get(item.status, State.DRAFT)


def _published_at(item: Item, state: State) -> datetime | None:
    """The date it had; a draft, or what never was published, gets its date when it is."""
    return None if state == State.DRAFT or item.status == "pending" else item.published


def _standfirst(excerpt: str) -> str:
    return one_line(excerpt) if not re.search(r"[<&\[]", excerpt) else plain_excerpt(excerpt)


def _seo(item: Item, title: str, sitename: str, notes: list[str]) -> dict[str, str]:
    texts = {
        name: seo_title(one_line(item.first_meta(key)), title, sitename)
        for name, key in (
            ("seo_title", "_yoast_wpseo_title"),
            ("seo_description", "_yoast_wpseo_metadesc"),
        )
    }
    lengths = {"seo_title": SEO_TITLE_LENGTH, "seo_description": SEO_DESCRIPTION_LENGTH}
    if any(len(text) > lengths[name] for name, text in texts.items()):
        notes.append(SEO_CUT)
    return {name: cut(text, lengths[name]) for name, text in texts.items()}
