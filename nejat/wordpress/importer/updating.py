"""Taking over what changed in the source, where nobody has edited the work here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.models import Article
from nejat.editorial.models import Content
from nejat.wordpress.models import ImportRecord

from .creating import WORKS, WRITTEN, fill, kept_data, save_edition
from .digests import written_digest
from .labels import EDITED_HERE
from .links import Links
from .pictures import lead_picture_of
from .placing import Entry
from .report import Outcome, Report
from .resolving import BatchResolver
from .session import Session
from .works import columns_of

DELETED_HERE = "deleted here since the import"


@dataclass
class Updater:
    """Writes works again whose source changed, or whose files have come."""

    session: Session
    links: Links
    resolver: BatchResolver
    report: Report

    def update(self, entries: Sequence[Entry]) -> None:
        """Write these entries, which all have their record, unless edited or deleted here."""
        for kind, model in WORKS.items():
            same = [entry for entry in entries if entry.kind == kind]
            rows = model.objects.in_bulk([_record(entry).object_id for entry in same])
            for entry in same:
                self._update(entry, rows.get(_record(entry).object_id))

    def _update(self, entry: Entry, work: Content | None) -> None:
        record = _record(entry)
        reason = ""
        if work is None:
            reason = DELETED_HERE
        elif written_digest(work, WRITTEN, entry.edition) != record.written:
            reason = EDITED_HERE
        if work and not reason:
            self._write(entry, work)
        elif record.digest == entry.digest:
            self.report.count(entry.kind, Outcome.UNCHANGED)
        else:
            self.report.skip(entry.kind, entry.item.old_id, entry.item.title, reason)

    def _write(self, entry: Entry, work: Content) -> None:
        record, code = _record(entry), entry.edition
        before = (record.digest, record.written, record.data)
        columns = columns_of(entry, self.session, self.resolver)
        picture = lead_picture_of(entry.item, self.resolver)
        columns.values["slug"] = columns.values["slug"] or work.get_in("slug", code)
        columns.values["published_at"] = columns.values["published_at"] or work.get_in(
            "published_at", code
        )
        fill(work, entry, columns, picture)
        record.digest = entry.digest
        record.written = written_digest(work, WRITTEN, code)
        record.data = kept_data(entry, columns, picture)
        if (record.digest, record.written, record.data) == before:
            self.report.count(entry.kind, Outcome.UNCHANGED)
            return
        if isinstance(work, Article):
            self.links.update_primary_topic(entry, work)
        save_edition(work, code)
        self.links.replace(entry, work)
        record.imported_at = timezone.now()
        record.save()
        self.report.count(entry.kind, Outcome.UPDATED)
        for note in filter(None, (*columns.notes, picture.note)):
            self.report.repair(entry.kind, entry.item.old_id, note)


def _record(entry: Entry) -> ImportRecord:
    assert entry.record is not None
    return entry.record
