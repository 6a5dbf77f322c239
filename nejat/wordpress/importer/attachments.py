"""Attachments: images of the library, other files; without a file its address, kept for later."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.storage import default_storage
from django.db.models import Q

from media_library.models import ImageAsset
from nejat.wordpress.addresses import path_below
from nejat.wordpress.cleaner import attachment_keys
from nejat.wordpress.models import ImportRecord, OldAddress
from nejat.wordpress.reader import Item

from .batches import write_safely
from .digests import digest_of
from .images import ALT, Taken, fill_words, image_type, take_file, words_of
from .media import is_picture
from .records import find_records, old_address, save_addresses
from .report import DELETED_HERE, Outcome, Report
from .session import Session, host_of
from .texts import one_line

KIND = "attachment"
THROWN_AWAY = ("trash", "auto-draft")
NO_FILE = "no file among the media: its address is kept ({})"


class Attachments:
    """Imports attachments; they belong to the edition of the install."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._edition = session.options.edition
        self._taken: dict[int, Taken] = {}

    def import_batch(self, items: Sequence[Item]) -> None:
        """Write these attachments and report them.

        Files are read before the transaction: it would keep others from writing for too long.
        """
        for item in items:
            self._session.hosts.add(host_of(item.attachment_url))
        self._session.hosts.discard("")
        records = find_records(KIND, (item.old_id for item in items))
        readable = [item for item in items if self._take(item, records.get(self._key(item)))]
        for done in write_safely(readable, self._write, _failed):
            self._session.report.add(done)

    def _key(self, item: Item) -> tuple[str, str]:
        return self._edition, str(item.old_id)

    def _take(self, item: Item, record: ImportRecord | None) -> bool:
        """Take the file of an attachment that needs one; False, and reported, where that fails."""
        if item.old_id in self._taken or not self._needs_file(item, record):
            return True
        try:
            taken = self._taken[item.old_id] = take_file(item, self._session.options)
            if taken.image and taken.is_new:
                fill_words(taken.image.pk, words_of(item, self._session), is_new=True)
        except Exception as error:
            self._session.report.add(_failed(item, error))
            return False
        return True

    def _needs_file(self, item: Item, record: ImportRecord | None) -> bool:
        """Whether it is new, has no file yet, or has another one by now."""
        if item.status in THROWN_AWAY or (record and self._session.options.is_resumed):
            return False
        if record is None:
            return True
        file = record.data.get("file", "")
        has_file = record.object_id or (file and not is_picture(file))
        is_same = record.data.get("address") == item.attachment_url
        return not has_file or not (is_same or _is_deleted(record))

    def _write(self, items: Sequence[Item]) -> Report:
        report = Report()
        records = find_records(KIND, (item.old_id for item in items))
        addresses: list[OldAddress] = []
        for item in items:
            record = records.get(self._key(item))
            taken = self._taken.get(item.old_id, Taken())
            if item.status in THROWN_AWAY:
                report.skip(KIND, item.old_id, item.title, f"its status is {item.status}")
            elif record and self._is_done(record, item, taken):
                report.count(KIND, Outcome.UNCHANGED)
            elif record and _is_deleted(record):
                report.skip(KIND, item.old_id, item.title, DELETED_HERE)
            else:
                records[self._key(item)] = self._save(record, item, taken, report)
                addresses += self._addresses(item, records[self._key(item)])
        save_addresses(addresses)
        return report

    def _is_done(self, record: ImportRecord, item: Item, taken: Taken) -> bool:
        if self._session.options.is_resumed:
            return True
        has_new_file = (taken.image and taken.image.pk != record.object_id) or (
            taken.file and taken.file != record.data.get("file")
        )
        return record.digest == _digest(item) and not has_new_file

    def _save(
        self, record: ImportRecord | None, item: Item, taken: Taken, report: Report
    ) -> ImportRecord:
        report.count(KIND, Outcome.UPDATED if record else Outcome.CREATED)
        record = record or ImportRecord(edition=self._edition, kind=KIND, old_id=str(item.old_id))
        for note in (*item.repairs, *taken.notes):
            report.repair(KIND, item.old_id, note)
        self._lead_elsewhere(item, record, taken)
        _fill(record, item, taken)
        if not record.object_id and not record.data.get("file"):
            report.repair(KIND, item.old_id, NO_FILE.format(item.attachment_url))
        record.save()
        if record.object_id and not taken.is_new:
            fill_words(record.object_id, words_of(item, self._session))
        return record

    def _lead_elsewhere(self, item: Item, record: ImportRecord, taken: Taken) -> None:
        """Forget where its old addresses lead, when there is another file or image now."""
        if record.pk and (taken.image or taken.file):
            files = Q(object_id=None) | Q(content_type=image_type())
            paths = self._paths(item)
            OldAddress.objects.filter(files, edition=self._edition, path__in=paths).delete()

    def _addresses(self, item: Item, record: ImportRecord) -> list[OldAddress]:
        file = record.data.get("file")
        if not record.object_id and not file:
            return []
        image = ImageAsset(pk=record.object_id)
        target = image if record.object_id else default_storage.url(file)
        return [old_address(self._edition, path, target) for path in self._paths(item)]

    def _paths(self, item: Item) -> list[str]:
        upload = path_below(item.attachment_url, self._edition)
        page = path_below(item.link, self._edition)
        return list(dict.fromkeys((*attachment_keys(upload), page, f"posts/{item.old_id}")))


def _fill(record: ImportRecord, item: Item, taken: Taken) -> None:
    file = taken.file or record.data.get("file", "")
    if taken.image:
        record.content_type, record.object_id = image_type(), taken.image.pk
    record.parent = str(item.parent_id or "")
    record.digest = _digest(item)
    record.data = {
        "address": item.attachment_url,
        "title": one_line(item.title),
        "alt": one_line(item.first_meta(ALT)),
        "caption": one_line(item.excerpt),
    }
    if file and not record.object_id:
        record.data["file"] = file


def _is_deleted(record: ImportRecord) -> bool:
    """Whether somebody has deleted the image here."""
    image = record.object_id
    return bool(image) and not ImageAsset.objects.filter(pk=image).exists()


def _digest(item: Item) -> str:
    alt = item.first_meta(ALT)
    return digest_of(item.title, item.attachment_url, item.excerpt, item.parent_id, alt)


def _failed(item: Item, error: Exception) -> Report:
    report = Report(is_complete=False)
    report.skip(KIND, item.old_id, item.title, f"error: {error}")
    return report
