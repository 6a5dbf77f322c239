"""How files of books and issues come in, and are replaced."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from media_library.intake import Refused
from media_library.library import add_image, delete_images
from media_library.models import ImageAsset
from nejat.editorial.columns import column
from nejat.text import slugify
from publications.documents import Document
from publications.files import PublicationFile

FACTS = ("kind", "pages", "sha256", "text")
LONGEST_ALT_TEXT = ImageAsset._meta.get_field("alt_text").max_length


def keep_document(row: PublicationFile, document: Document, title: str) -> None:
    """Store a document as the file of a row, with what was read in it, and save the row.

    Its first page becomes an image of the library; `title` names the file and the image. The file
    and the first page that the row had before are deleted.
    """
    before, old_cover = row.file.name, row.cover
    row.file.name = stored = _store(document, title)
    row.byte_size = len(document.content)
    for fact in FACTS:
        setattr(row, fact, getattr(document, fact))
    try:
        with transaction.atomic():
            row.cover = _first_page(document, title, row.edition)
            row.save()
            if old_cover and old_cover != row.cover:
                _drop_image(old_cover)
    except Exception:
        default_storage.delete(stored)
        raise
    if before and before != stored:
        transaction.on_commit(lambda: default_storage.delete(before))


def drop_documents(rows: Iterable[PublicationFile]) -> None:
    """Delete the files and first pages of rows that are gone, once that is certain."""
    for row in rows:
        if row.cover:
            _drop_image(row.cover)
        transaction.on_commit(partial(default_storage.delete, row.file.name))


def _store(document: Document, title: str) -> str:
    stem = slugify(title)[:50] or "file"
    month = timezone.now().strftime("%Y/%m")
    path = f"publications/{month}/{stem}-{document.sha256[:10]}{document.extension}"
    return default_storage.save(path, ContentFile(document.content))


def _first_page(document: Document, title: str, code: str) -> ImageAsset | None:
    """Return the image of the first page; None when there is none that can be shown."""
    if document.cover is None:
        return None
    try:
        file = BytesIO(document.cover)
        image = add_image(file, f"{title}.jpg", language=code, is_first_page=True).image
    except Refused:  # a page of an odd shape is no loss
        return None
    if not image.get_in("alt_text", code):
        with translation.override(code):
            words = _("First page: %(title)s") % {"title": title}
        image.set_in(code, alt_text=words[:LONGEST_ALT_TEXT])
        image.save(update_fields=[column("alt_text", code), "updated_at"])
    return image


def _drop_image(image: ImageAsset) -> None:
    with suppress(ProtectedError):  # something else shows it too
        delete_images(ImageAsset.objects.filter(pk=image.pk))
