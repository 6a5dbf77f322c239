"""Answers to the cleaner's questions about the rest of the install, found once a batch."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from django.db.models import Q

from media_library.models import ImageAsset
from nejat.editorial.columns import column, columns, empty_q
from nejat.wordpress.addresses import old_path, original_upload, path_below
from nejat.wordpress.cleaner import Image, Picture
from nejat.wordpress.models import ImportRecord, OldAddress
from nejat.wordpress.reader import Item, in_language

from .images import LENGTHS, image_type
from .media import FILE_ADDRESS, is_picture
from .records import find_records
from .session import MOST_IN, Session, host_of, in_batches
from .texts import cut

# Shortcodes, blocks and classes name pictures in many ways, but always by a number.
_NUMBER = re.compile(r"(?<![\w.])\d{1,18}(?![\w.])|(?<=[-_])\d{1,18}\b", re.ASCII)
_LINKED_PICTURE = re.compile(
    r"""<a\b[^<>]*?\bhref\s*=\s*["']([^"'<>]+)["'][^<>]*>\s*<img\b""", re.I
)


class BatchResolver:
    """Knows the pictures and files that the items of a batch may speak of."""

    def __init__(self, session: Session, items: Sequence[Item]) -> None:
        self.session = session
        self._edition = session.options.edition
        ids = {number for item in items for number in _numbers(item)}
        found = find_records("attachment", ids).values() if ids else ()
        self._records = {
            int(record.old_id): record for record in found if record.edition == self._edition
        }
        self._attached = self._find_attached(items)
        self._files: dict[str, str] = {}
        self._uploads: dict[str, int] = {}
        self._find_uploads(items)
        self._images = self._find_images()

    def in_edition(self, code: str) -> Resolver:
        """The answers for a body of that edition."""
        return Resolver(self, code)

    def record(self, old_id: int) -> ImportRecord | None:
        """The record of the attachment of that old id."""
        return self._records.get(old_id)

    def image_of(self, record: ImportRecord) -> ImageAsset | None:
        """The image that an attachment has become, while it is here."""
        return self._images.get(record.object_id) if record.object_id else None

    def image_at(self, address: str) -> ImageAsset | None:
        """The image that has that address on the old site, of its file or of its page."""
        if self._is_foreign(address):
            return None
        return self._images.get(self._uploads.get(old_path(address, self._edition), 0))

    def file_at(self, address: str) -> str | None:
        """Our address of the file, no image, that has that address on the old site."""
        if self._is_foreign(address):
            return None
        return self._files.get(path_below(address, self._edition))

    def attached(self, old_id: int) -> Sequence[ImportRecord]:
        """The records of the pictures uploaded to the item of that old id, in their order."""
        return self._attached.get(old_id, ())

    def fill_alts(self, alts: Iterable[tuple[int, str]], code: str) -> None:
        """Give images that have no alternative text in an edition the one of a body there."""
        place = column("alt_text", code)
        for number, alt in alts:
            image = self._images[number]
            if alt and not image.is_decorative and not getattr(image, place):
                setattr(image, place, cut(alt, LENGTHS["alt_text"]))
                free = ImageAsset.objects.filter(empty_q(place), pk=number)
                free.update(**{place: getattr(image, place)})

    def _is_foreign(self, address: str) -> bool:
        return host_of(address) not in self.session.hosts | {""}

    def _find_attached(self, items: Sequence[Item]) -> dict[int, list[ImportRecord]]:
        ids = iter([str(item.old_id) for item in items if "gallery" in item.body])
        found: dict[int, list[ImportRecord]] = defaultdict(list)
        for some in in_batches(ids, MOST_IN):
            records = ImportRecord.objects.filter(edition=self._edition, parent__in=some)
            for record in records.order_by("pk"):
                if record.object_id or is_picture(record.data["address"]):
                    found[int(record.parent)].append(record)
        return found

    def _find_uploads(self, items: Sequence[Item]) -> None:
        paths = iter({path for item in items for path in _upload_paths(item.body, self._edition)})
        for some in in_batches(paths, MOST_IN):
            files = Q(object_id=None) | Q(content_type=image_type())
            found = OldAddress.objects.filter(files, edition=self._edition, path__in=some)
            for path, url, image in found.values_list("path", "target_path", "object_id"):
                if image:
                    self._uploads[path] = image
                else:
                    self._files[path] = url

    def _find_images(self) -> dict[int, ImageAsset]:
        attached = [record for records in self._attached.values() for record in records]
        records = [*self._records.values(), *attached]
        keys = {record.object_id for record in records} | set(self._uploads.values())
        words = [*columns("alt_text"), *columns("caption")]
        images = ImageAsset.objects.only("is_decorative", *words)
        some = in_batches(iter(keys - {None}), MOST_IN)
        return {pk: image for batch in some for pk, image in images.in_bulk(batch).items()}


class Resolver:
    """Answers the questions of the cleaner for bodies of one edition."""

    def __init__(self, batch: BatchResolver, code: str) -> None:
        self._batch = batch
        self._code = code

    def attachment(self, old_id: int) -> Picture | None:
        """The picture of that old id."""
        record = self._batch.record(old_id)
        return self._picture(record) if record else None

    def attached(self, old_id: int) -> Sequence[Picture]:
        """The pictures uploaded to the item of that old id, in their order."""
        return [self._picture(record) for record in self._batch.attached(old_id)]

    def image(self, address: str) -> Image | None:
        """Our image of an old upload."""
        return self._told(self._batch.image_at(address))

    def local_url(self, address: str) -> str | None:
        """Our address of an old upload that is no image."""
        return self._batch.file_at(address)

    def block(self, old_id: int) -> str | None:
        """The body of the reusable block of that old id."""
        return self._batch.session.blocks.get(old_id)

    def _picture(self, record: ImportRecord) -> Picture:
        alt, caption = (in_language(record.data[name], self._code) for name in ("alt", "caption"))
        image = self._told(self._batch.image_of(record))
        return Picture(record.data["address"], alt, caption, image)

    def _told(self, image: ImageAsset | None) -> Image | None:
        return Image(image.pk, image.get_in("caption", self._code) or "") if image else None


def _numbers(item: Item) -> Iterator[int]:
    yield from map(int, _NUMBER.findall(item.body))
    thumbnail = item.first_meta("_thumbnail_id")
    if thumbnail.isdecimal():
        yield int(thumbnail)


def _upload_paths(body: str, edition: str) -> Iterable[str]:
    for address in FILE_ADDRESS.findall(body):
        path = path_below(address, edition)
        yield path
        yield original_upload(path)
    for address in _LINKED_PICTURE.findall(body):
        yield old_path(unescape(address), edition)
