"""Share pictures as values: what one shows follows from a work, its address from what it shows."""

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from media_library.models import ImageAsset
from media_library.presets import preset
from media_library.renditions import fallback
from nejat.editions.registry import Edition, get_edition
from nejat.editorial.models import Content

SIZE = (1200, 630)
"""In pixels: the shape that the large networks agree on."""
SITE = "site"
"""Stands for the kind of work in the address of the picture that is of no work."""
TEMPLATE = Path(__file__).with_name("share.typ").read_bytes()


@dataclass(frozen=True)
class SharePicture:
    """A title over the image of its work, or on a plain ground."""

    edition: Edition
    title: str
    site: str
    """The name of the site, in the language of the edition like the title."""
    kind: str = SITE
    pk: int = 0
    ground: str = ""
    """The name in the storage of the picture below the title."""
    is_upright: bool = False
    """Whether that stands whole beside the title, as a cover does."""

    @cached_property
    def key(self) -> str:
        """What stands for all that is drawn: another one for another title, image or design."""
        known = json.dumps([self.edition.code, self.title, self.ground, self.site])
        return blake2b(known.encode() + TEMPLATE, digest_size=8).hexdigest()

    @property
    def address(self) -> str:
        """The path at which it is drawn when it is asked for the first time."""
        arguments = [self.kind, self.pk, self.edition.code, self.key]
        return reverse("discovery:share_picture", args=arguments)

    @property
    def name(self) -> str:
        """Its name in the storage."""
        return f"{folder_of(self.kind, self.pk)}/{self.edition.code}-{self.key}.jpg"


def folder_of(kind: str, pk: int) -> str:
    """Return where the storage keeps the pictures of a work, one an edition."""
    return f"share/{kind}/{pk}"


def picture_of_work(work: Content) -> SharePicture:
    """Return the share picture of a work in the current language."""
    ground, is_upright = _ground(work.picture)
    return SharePicture(
        edition=get_edition(get_language() or ""),
        title=work.title,
        site=_("Nejat Society"),
        kind=work._meta.model_name,
        pk=work.pk,
        ground=ground,
        is_upright=is_upright,
    )


def picture_of_site() -> SharePicture:
    """Return the share picture, in the current language, of pages that are no works."""
    name = _("Nejat Society")
    return SharePicture(edition=get_edition(get_language() or ""), title=name, site=name)


def _ground(image: ImageAsset | None) -> tuple[str, bool]:
    """The rendition that stands below the title, if it is made and may be shown unasked."""
    if image is None or image.is_graphic:
        return "", False
    is_upright = image.height > image.width
    chosen = preset("portrait" if is_upright else "share")
    made = fallback(image, chosen).name if image.has_renditions_in(chosen) else ""
    return made, is_upright and bool(made)
