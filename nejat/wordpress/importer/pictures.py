"""The featured picture of a post: of an article its lead picture, of other works their own."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article
from media_library.models import ImageAsset
from nejat.wordpress.reader import Item, in_language

from .images import LENGTHS
from .resolving import BatchResolver
from .texts import cut

NO_FILE = "featured picture has no file among the media: its address is kept ({})"
NOT_THERE = "featured picture is not in the export: attachment {}"
NO_PLACE = "a page has no lead picture: its address is kept ({})"


@dataclass
class FeaturedPicture:
    """A featured picture; without `image` it has only an address, or nothing at all."""

    image: ImageAsset | None = None
    caption: str = ""
    """What the old site wrote below it."""
    address: str = ""
    note: str = ""
    """What to report."""

    def lead(self, article: Article, code: str) -> None:
        """Make it the article's lead picture, unless that has one.

        A caption that is not the image's own in the edition stands on the article, unless one
        stands there already.
        """
        if self.image is None:
            return
        article.lead_image_id = article.lead_image_id or self.image.pk
        is_own = self.caption == (self.image.get_in("caption", code) or "")
        has_one = article.get_in("lead_image_caption", code)
        if article.lead_image_id == self.image.pk and not is_own and not has_one:
            article.set_in(code, lead_image_caption=self.caption)


def featured_picture(item: Item, resolver: BatchResolver, code: str) -> FeaturedPicture:
    """The featured picture that an item names, with its words in the edition of that."""
    named = item.first_meta("_thumbnail_id")
    if not named.isdecimal() or not int(named):
        return FeaturedPicture()
    record = resolver.record(int(named))
    if record is None:
        return FeaturedPicture(note=NOT_THERE.format(named))
    address = record.data["address"]
    if item.post_type == "page":
        return FeaturedPicture(address=address, note=NO_PLACE.format(address))
    image = resolver.image_of(record)
    caption = cut(in_language(record.data["caption"], code), LENGTHS["caption"])
    note = "" if image else NO_FILE.format(address)
    return FeaturedPicture(image, caption, address, note)
