"""Feeds of works with a picture; articles and publications build on it. The feeds of media."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import urljoin

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString

from media_library.kinds import Kind
from media_library.models import MediaWork
from media_library.showing import bodies_html, figure_html, graphic_sign, poster_url
from nejat.editorial.columns import column
from nejat.editorial.feed_formats import Enclosure
from nejat.editorial.feeds import FeedOf, WorkFeed
from nejat.editorial.models import Content
from nejat.files import SHOWN
from nejat.tags.models import Tag, TaggedItem


class IllustratedFeed(WorkFeed):
    """Works with a text and a picture, each whole in its entry."""

    def contents(self, works: Sequence[Content], asked: FeedOf) -> dict[int, str]:
        """The picture, then the text; one query for the pictures in all of the texts."""
        bodies = bodies_html([work.body for work in works], plain=True)
        return {
            work.pk: self._figure(work) + body for work, body in zip(works, bodies, strict=True)
        }

    def image(self, work: Content, asked: FeedOf) -> Enclosure | None:
        """The picture as wide as a column; none that needs a warning."""
        image = work.picture
        if image is None or image.is_graphic or not image.file:
            return None
        return enclosure(poster_url(image), asked)

    def caption(self, work: Content) -> str:
        """Return the words below the picture, when they are not those of the image."""
        return ""

    def _figure(self, work: Content) -> SafeString:
        image, words = work.picture, self.caption(work)
        if image is None:
            return SafeString()
        caption = format_html("<figcaption>{}</figcaption>", words) if words else SafeString()
        return figure_html(image, caption, plain=True)


class MediaFeed(IllustratedFeed):
    """The newest works of a kind."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.model = kind.model
        self.path = f"media/{kind.path}"

    def title(self, asked: FeedOf) -> str:
        return str(self.kind.title)

    def link(self, asked: FeedOf) -> str:
        return reverse(self.kind.view("list"))

    def contents(self, works: Sequence[MediaWork], asked: FeedOf) -> dict[int, str]:
        """The picture, the text, then what is written in a drawing."""
        shown = super().contents(works, asked)
        written = {work.pk: getattr(work, "words", "") for work in works}
        return {
            pk: content + (linebreaks(written[pk], autoescape=True) if written[pk] else "")
            for pk, content in shown.items()
        }

    def tags(self, works: Sequence[Content], asked: FeedOf) -> dict[int, tuple[str, ...]]:
        return tags_of(works, asked)

    def enclosures(self, work: MediaWork, asked: FeedOf) -> tuple[Enclosure, ...]:
        """A film of our own, unless it needs a warning."""
        file = getattr(work, "file", None)
        return (enclosure(file.url, asked),) if file and not work.is_graphic else ()

    def _figure(self, work: MediaWork) -> SafeString:
        """The picture; of a graphic film the sign alone."""
        if getattr(work, "is_graphic", False):
            return format_html('<figure class="picture">{}</figure>', graphic_sign())
        return super()._figure(work)


def tags_of(works: Sequence[Content], asked: FeedOf) -> dict[int, tuple[str, ...]]:
    """Return the tags of works of one kind by their numbers, as the edition names them."""
    if not works:
        return {}
    code = asked.edition.code
    rows = TaggedItem.objects.filter(
        content_type=ContentType.objects.get_for_model(works[0]),
        object_id__in=[work.pk for work in works],
        tag__in=Tag.objects.in_edition(code).values("pk"),
    )
    found = defaultdict(list)
    for pk, name in rows.order_by("pk").values_list("object_id", column("tag__name", code)):
        found[pk].append(name)
    return {pk: tuple(names) for pk, names in found.items()}


def enclosure(address: str, asked: FeedOf) -> Enclosure:
    """Return a file of ours as a feed names it, by its address."""
    kind = SHOWN.get(PurePosixPath(address).suffix.lower(), "application/octet-stream")
    return Enclosure(urljoin(asked.site, address), kind)
