"""Media works of posts: what they show is taken out of the body and given to them."""

from __future__ import annotations

from collections.abc import Collection

from media_library.models import GalleryPicture, MediaWork, PhotoGallery, Video
from nejat.editorial.columns import column

from .bodies import Body
from .films import find_film, give_film, is_film_of
from .images import LENGTHS
from .session import Session
from .texts import cut
from .works import Columns

NO_PICTURE = "it has no picture here"
NO_GALLERY = "it has neither a gallery nor two pictures here"


def lack_of(shape: str, columns: Columns, session: Session) -> str:
    """Why a text has no "picture", "gallery" or "film"; "" when it has one."""
    body = Body(columns.values["body"])
    if shape == "film":
        return find_film(body, session)[1]
    if shape == "gallery":
        return "" if body.has_gallery else NO_GALLERY
    return "" if columns.picture.image or body.first_image else NO_PICTURE


def give_shown(work: MediaWork, columns: Columns, session: Session) -> None:
    """Give a work what it shows, where it shows nothing yet, and take that out of the body.

    What it shows already leaves the body of another edition or of a newer export, too; all else
    stays there. The pictures of a gallery wait in `columns` until the gallery is saved.
    """
    body = Body(columns.values["body"])
    if isinstance(work, PhotoGallery):
        columns.gallery = body.take_gallery() if body.has_gallery else []
    elif isinstance(work, Video):
        _give_film(work, body, session)
        _give_image(work, columns, None)
    else:
        _give_image(work, columns, body.first_image)
        if body.first_image == work.image_id:
            body.take_first_image()
    columns.values["body"] = body.html


def merge_pictures(
    gallery: PhotoGallery, columns: Columns, code: str, known: Collection[int] = ()
) -> None:
    """Add the pictures of a text to a saved gallery, behind those it has.

    Captions that are there stay. Of the pictures of earlier imports, `known`, those that are not
    there were taken away here, and do not come back.
    """
    rows = {row.image_id: row for row in gallery.gallery_pictures.all()}
    here, position = set(rows), max((row.position for row in rows.values()), default=-1)
    for number, caption in columns.gallery:
        if number not in rows and number in known:
            continue
        if number not in rows:
            position += 1
            rows[number] = GalleryPicture(gallery=gallery, image_id=number, position=position)
        if caption and not rows[number].get_in("caption", code):
            rows[number].set_in(code, caption=cut(caption, LENGTHS["caption"]))
    GalleryPicture.objects.bulk_create(row for pk, row in rows.items() if pk not in here)
    GalleryPicture.objects.bulk_update([rows[pk] for pk in here], [column("caption", code)])
    gallery.count_pictures()


def _give_image(work: MediaWork, columns: Columns, first: int | None) -> None:
    featured = columns.picture.image
    work.image_id = work.image_id or (featured.pk if featured else first)


def _give_film(video: Video, body: Body, session: Session) -> None:
    film, _ = find_film(body, session)
    if film and not video.address and not video.file:
        give_film(video, film, session)
    elif film and not is_film_of(video, film):
        return
    if film:
        body.take_film(film)
