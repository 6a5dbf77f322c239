"""Works as the cards of oEmbed, in the current language: https://oembed.com, section 2.3.4."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from media_library.models import ImageAsset, Video
from media_library.presets import preset
from media_library.renditions import Rendition, fallback
from media_library.showing import poster_url
from media_library.works import PictureWork
from nejat.discovery.share.picture import SIZE, picture_of_work
from nejat.editorial.models import Content

Card = dict[str, Any]
AN_HOUR = 60 * 60
PLAIN = (600, 200)
"""Width and height of a card of words."""
FILM = (640, 360)
PICTURES = ("lead", "card", "thumb")
"""Presets, the best first: the smaller ones are crops."""


@dataclass(frozen=True)
class Room:
    """How many pixels a card may take; None for as many as it likes."""

    width: int | None = None
    height: int | None = None

    def holds(self, width: int, height: int) -> bool:
        """Say whether something of that size fits."""
        return width <= (self.width or width) and height <= (self.height or height)

    def fit(self, width: int, height: int) -> tuple[int, int]:
        """Return the size, made smaller in its shape until it fits."""
        scale = min(1, (self.width or width) / width, (self.height or height) / height)
        return max(1, int(width * scale)), max(1, int(height * scale))


def card_of(work: Content, site: str, room: Room) -> Card:
    """Return the card of a public work: a picture, a film of our own, or words about anything."""
    return {
        "version": "1.0",
        "title": work.title,
        "provider_name": _("Nejat Society"),
        "provider_url": urljoin(site, reverse("pages:home")),
        "cache_age": AN_HOUR,
        **_thumbnail(work, site, room),
        **(_photo(work, site, room) or _film(work, site, room) or _words(work, site, room)),
    }


def _photo(work: Content, site: str, room: Room) -> Card | None:
    shown = _fitting(work.picture, room) if isinstance(work, PictureWork) else None
    if shown is None:
        return None
    url = urljoin(site, default_storage.url(shown.name))
    return {"type": "photo", "url": url, "width": shown.width, "height": shown.height}


def _film(work: Content, site: str, room: Room) -> Card | None:
    if not isinstance(work, Video) or not work.file or work.is_graphic:
        return None
    width, height = room.fit(*_film_size(work.picture))
    html = format_html(
        '<video controls preload="none" src="{}" width="{}" height="{}"{}></video>',
        urljoin(site, work.file.url),
        width,
        height,
        _poster(work.picture, site),
    )
    return {"type": "video", "html": html, "width": width, "height": height}


def _film_size(image: ImageAsset | None) -> tuple[int, int]:
    """The shape of a film is that of the picture that stands for it."""
    if image is None or not image.width:
        return FILM
    return FILM[0], max(1, FILM[0] * image.height // image.width)


def _poster(image: ImageAsset | None, site: str) -> SafeString | str:
    if image is None or image.is_graphic:
        return ""
    return format_html(' poster="{}"', urljoin(site, poster_url(image)))


def _words(work: Content, site: str, room: Room) -> Card:
    address = urljoin(site, work.get_absolute_url())
    html = format_html(
        '<blockquote lang="{}" dir="{}" cite="{}"><p><a href="{}">{}</a></p>{}'
        "<footer>{}</footer></blockquote>",
        get_language(),
        "rtl" if get_language_bidi() else "ltr",
        address,
        address,
        work.title,
        format_html("<p>{}</p>", work.standfirst) if work.standfirst else "",
        _("Nejat Society"),
    )
    width, height = min(room.width or PLAIN[0], PLAIN[0]), min(room.height or PLAIN[1], PLAIN[1])
    return {"type": "rich", "html": html, "width": width, "height": height}


def _thumbnail(work: Content, site: str, room: Room) -> Card:
    """The share picture where it fits, else one of the image of the work."""
    if room.holds(*SIZE):
        path, (width, height) = picture_of_work(work).address, SIZE
    elif shown := _fitting(work.picture, room):
        path, width, height = default_storage.url(shown.name), shown.width, shown.height
    else:
        return {}
    url = urljoin(site, path)
    return {"thumbnail_url": url, "thumbnail_width": width, "thumbnail_height": height}


def _fitting(image: ImageAsset | None, room: Room) -> Rendition | None:
    """The best rendition of an image that fits; none of one that readers are warned of."""
    if image is None or image.is_graphic or not image.has_renditions:
        return None
    made = (fallback(image, preset(name)) for name in PICTURES)
    return next((shown for shown in made if room.holds(shown.width, shown.height)), None)
