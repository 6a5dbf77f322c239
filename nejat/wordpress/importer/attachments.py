"""Attachments: their files when there are any, else their addresses, kept for a later import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.files.storage import default_storage

from nejat.wordpress.addresses import path_below
from nejat.wordpress.cleaner import attachment_keys
from nejat.wordpress.models import ImportRecord, OldAddress
from nejat.wordpress.reader import Item

from .batches import write_safely
from .digests import digest_of
from .media import Refused, relative_path, store_file
from .records import find_records, old_address, save_addresses
from .report import Outcome, Report
from .session import Session, host_of
from .texts import one_line

KIND = "attachment"
NO_FILE = "no file among the media: its address is kept ({})"


class Attachments:
    """Imports attachments; they belong to the edition of the install."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._edition = session.options.edition

    def import_batch(self, items: Sequence[Item]) -> None:
        """Write these attachments and report them."""
        for item in items:
            self._session.hosts.add(host_of(item.attachment_url))
        self._session.hosts.discard("")
        for done in write_safely(items, self._write, _failed):
            self._session.report.add(done)

    def _write(self, items: Sequence[Item]) -> Report:
        report = Report()
        records = find_records(KIND, (item.old_id for item in items))
        addresses: list[OldAddress] = []
        for item in items:
            key = (self._edition, str(item.old_id))
            if item.status in ("trash", "auto-draft"):
                report.skip(KIND, item.old_id, item.title, f"its status is {item.status}")
                continue
            record = records.get(key)
            if record and self._is_done(record, item):
                report.count(KIND, Outcome.UNCHANGED)
                continue
            report.count(KIND, Outcome.UPDATED if record else Outcome.CREATED)
            for repair in item.repairs:
                report.repair(KIND, item.old_id, repair)
            records[key] = self._save(record, item, report)
            addresses += self._addresses(item, records[key])
        save_addresses(addresses)
        return report

    def _is_done(self, record: ImportRecord, item: Item) -> bool:
        if self._session.options.is_resumed:
            return True
        is_awaited = self._session.options.media and not record.data.get("file")
        return record.digest == _digest(item) and not (is_awaited and self._file(item, Report()))

    def _save(self, record: ImportRecord | None, item: Item, report: Report) -> ImportRecord:
        record = record or ImportRecord(edition=self._edition, kind=KIND, old_id=str(item.old_id))
        file = self._file(item, report)
        if not file:
            report.repair(KIND, item.old_id, NO_FILE.format(item.attachment_url))
        record.parent = str(item.parent_id or "")
        record.digest = _digest(item)
        record.data = {
            "address": item.attachment_url,
            "title": one_line(item.title),
            "alt": one_line(item.first_meta("_wp_attachment_image_alt")),
            "caption": one_line(item.excerpt),
            **(file or {}),
        }
        record.save()
        return record

    def _file(self, item: Item, report: Report) -> dict[str, Any]:
        """What is known of the file in our storage; empty when there is none."""
        options = self._session.options
        if not options.media:
            return {}
        relative = relative_path(item, self._edition)
        try:
            file = store_file(relative, options.media, self._edition, is_dry_run=options.is_dry_run)
        except Refused as error:
            report.repair(KIND, item.old_id, f"file refused: {error}")
            return {}
        return {"file": file.name, "width": file.width, "height": file.height} if file else {}

    def _addresses(self, item: Item, record: ImportRecord) -> list[OldAddress]:
        if not record.data.get("file"):
            return []
        url = default_storage.url(record.data["file"])
        upload = path_below(item.attachment_url, self._edition)
        page = path_below(item.link, self._edition)
        paths = dict.fromkeys((*attachment_keys(upload), page, f"posts/{item.old_id}"))
        return [old_address(self._edition, path, url) for path in paths]


def _digest(item: Item) -> str:
    alt = item.first_meta("_wp_attachment_image_alt")
    return digest_of(item.title, item.attachment_url, item.excerpt, item.parent_id, alt)


def _failed(item: Item, error: Exception) -> Report:
    report = Report(is_complete=False)
    report.skip(KIND, item.old_id, item.title, f"error: {error}")
    return report
