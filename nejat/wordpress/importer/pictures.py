"""The featured picture of a post as the lead picture of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from articles.models import Article
from nejat.wordpress.reader import Item

from .resolving import BatchResolver
from .texts import cut

NO_FILE = "featured picture has no file among the media: its address is kept ({})"
NOT_THERE = "featured picture is not in the export: attachment {}"
NO_PLACE = "a page has no lead picture: its address is kept ({})"
ALT_LENGTH, CAPTION_LENGTH = 300, 500


@dataclass
class LeadPicture:
    """A featured picture; without `file` it has only an address, or nothing at all."""

    file: dict[str, Any] = field(default_factory=dict)
    """Fields of the article: the picture and its size."""
    texts: dict[str, str] = field(default_factory=dict)
    """Translated fields."""
    address: str = ""
    note: str = ""
    """What to report."""

    def give(self, article: Article, code: str) -> None:
        """Make it the article's, unless that has one; its words are those of the edition."""
        if self.file and not article.lead_image:
            # As when a row is loaded: with its size known, the file need not be opened.
            article.__dict__.pop("lead_image")
            for name, value in self.file.items():
                setattr(article, name, value)
        if self.file and article.lead_image.name == self.file["lead_image"]:
            article.set_in(code, **self.texts)


def lead_picture_of(item: Item, resolver: BatchResolver) -> LeadPicture:
    """The featured picture that an item names."""
    named = item.first_meta("_thumbnail_id")
    if not named.isdecimal() or not int(named):
        return LeadPicture()
    record = resolver.record(int(named))
    if record is None:
        return LeadPicture(note=NOT_THERE.format(named))
    data = record.data
    address = data["address"]
    if item.post_type == "page":
        return LeadPicture(address=address, note=NO_PLACE.format(address))
    if not data.get("width"):
        return LeadPicture(address=address, note=NO_FILE.format(address))
    size = {"lead_image_width": data["width"], "lead_image_height": data["height"]}
    texts = {
        "lead_image_alt": cut(data["alt"], ALT_LENGTH),
        "lead_image_caption": cut(data["caption"], CAPTION_LENGTH),
    }
    return LeadPicture({"lead_image": data["file"], **size}, texts, address)
