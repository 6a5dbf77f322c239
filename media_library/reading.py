"""What a media work's page shows around it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from media_library.kinds import KINDS, Kind
from media_library.models import GalleryPicture, MediaWork, PhotoGallery, Video
from media_library.querysets import image_columns
from nejat.editions.registry import EDITIONS
from nejat.editorial.columns import column
from nejat.paging import neighbours
from nejat.tags.models import Tag

RELATED = 4


def work_context(work: MediaWork, kind: Kind, code: str) -> dict[str, Any]:
    """Return all that the work's page shows; at most six queries, one more for a gallery."""
    public = kind.model.objects.published(code)
    newer, older = neighbours(public.for_link(code), column("published_at", code), work)
    tags = list(work.tags.all().in_edition(code).only_in(code, "name", "slug"))
    context = {
        "work": work,
        "tags": tags,
        "newer": newer,
        "older": older,
        "related": _related(work, tags, code),
        "switch_fallback": kind.view("list"),
    }
    if isinstance(work, PhotoGallery):
        context["pictures"] = pictures_of([work], code)[work.pk]
    if isinstance(work, Video):
        context["subtitles"] = subtitles_of(work)
    return context


def pictures_of(galleries: Iterable[PhotoGallery], code: str) -> dict[int, list[GalleryPicture]]:
    """Return the pictures of galleries in their order, by the gallery; one query for all."""
    rows = GalleryPicture.objects.filter(gallery__in=galleries).select_related("image")
    fields = ("gallery_id", "position", column("caption", code), *image_columns(code, "image__"))
    pictures = defaultdict(list)
    for row in rows.only(*fields):
        pictures[row.gallery_id].append(row)
    return pictures


def subtitles_of(video: Video) -> list[tuple[Any, str]]:
    """Return the editions in whose language the film has subtitles, with the addresses."""
    files = ((edition, video.get_in("subtitles", edition.code)) for edition in EDITIONS)
    return [(edition, file.url) for edition, file in files if file]


def tagged_media(tag: Tag, code: str) -> list[tuple[Kind, list[MediaWork]]]:
    """Return the newest works of each kind that carry the tag; one query a kind."""
    found = [(kind, _newest_tagged(kind, tag, code)) for kind in KINDS]
    return [(kind, works) for kind, works in found if works]


def _newest_tagged(kind: Kind, tag: Tag, code: str) -> list[MediaWork]:
    public = kind.model.objects.published(code).sharing_tags([tag]).newest_first(code)
    return list(public.for_link(code)[:RELATED])


def _related(work: MediaWork, tags: list[Tag], code: str) -> list[MediaWork]:
    """The newest with a tag in common, then the newest of the kind."""
    public = type(work).objects.published(code).exclude(pk=work.pk).newest_first(code)
    public = public.for_link(code)
    alike = list(public.sharing_tags(tags)[:RELATED]) if tags else []
    if len(alike) == RELATED:
        return alike
    others = public.exclude(pk__in=[other.pk for other in alike])
    return [*alike, *others[: RELATED - len(alike)]]
