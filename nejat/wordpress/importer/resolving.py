"""Answers to the cleaner's questions about the rest of the install, found once a batch."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.core.files.storage import default_storage

from nejat.wordpress.addresses import original_upload, path_below
from nejat.wordpress.cleaner import Picture
from nejat.wordpress.models import ImportRecord, OldAddress
from nejat.wordpress.reader import Item

from .records import find_records
from .session import MOST_IN, Session, host_of, in_batches

# Shortcodes, blocks and classes name pictures in many ways, but always by a number.
_NUMBER = re.compile(r"(?<![\w.])\d{1,18}(?![\w.])|(?<=[-_])\d{1,18}\b", re.ASCII)
_FILE_ADDRESS = re.compile(r"""(?:https?:)?/[^\s"'<>\[\]()=]+\.\w{2,5}\b""")


class BatchResolver:
    """Knows the pictures that the items of a batch may speak of."""

    def __init__(self, session: Session, items: Sequence[Item]) -> None:
        self._session = session
        self._edition = session.options.edition
        ids = {number for item in items for number in _numbers(item)}
        found = find_records("attachment", ids).values() if ids else ()
        self._records = {
            int(record.old_id): record for record in found if record.edition == self._edition
        }
        self._attached = self._find_attached(items)
        self._uploads = self._find_uploads(items)

    def record(self, old_id: int) -> ImportRecord | None:
        """The record of the attachment of that old id."""
        return self._records.get(old_id)

    def attachment(self, old_id: int) -> Picture | None:
        """The picture of that old id."""
        record = self._records.get(old_id)
        return _picture(record) if record else None

    def attached(self, old_id: int) -> Sequence[Picture]:
        """The pictures uploaded to the item of that old id, in their order."""
        return self._attached.get(old_id, ())

    def local_url(self, address: str) -> str | None:
        """Our address of an old upload."""
        if host_of(address) not in self._session.hosts | {""}:
            return None
        return self._uploads.get(path_below(address, self._edition))

    def block(self, old_id: int) -> str | None:
        """The body of the reusable block of that old id."""
        return self._session.blocks.get(old_id)

    def _find_attached(self, items: Sequence[Item]) -> dict[int, list[Picture]]:
        ids = iter([str(item.old_id) for item in items if "gallery" in item.body])
        found: dict[int, list[Picture]] = defaultdict(list)
        for some in in_batches(ids, MOST_IN):
            records = ImportRecord.objects.filter(edition=self._edition, parent__in=some)
            for record in records.order_by("pk"):
                found[int(record.parent)].append(_picture(record))
        return found

    def _find_uploads(self, items: Sequence[Item]) -> dict[str, str]:
        paths = iter({path for item in items for path in _upload_paths(item.body, self._edition)})
        return {
            path: url
            for some in in_batches(paths, MOST_IN)
            for path, url in OldAddress.objects.filter(
                edition=self._edition, path__in=some, object_id=None
            ).values_list("path", "target_path")
        }


def _numbers(item: Item) -> Iterator[int]:
    yield from map(int, _NUMBER.findall(item.body))
    thumbnail = item.first_meta("_thumbnail_id")
    if thumbnail.isdecimal():
        yield int(thumbnail)


def _upload_paths(body: str, edition: str) -> Iterable[str]:
    for address in _FILE_ADDRESS.findall(body):
        path = path_below(address, edition)
        yield path
        yield original_upload(path)


def _picture(record: ImportRecord) -> Picture:
    data = record.data
    local = default_storage.url(data["file"]) if data.get("file") else None
    return Picture(data["address"], data["alt"], data["caption"], local)
