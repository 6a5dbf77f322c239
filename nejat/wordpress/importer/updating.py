"""Taking over what changed in the source, where nobody has edited the work here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.models import Article
from media_library.models import PhotoGallery
from nejat.editorial.indexing import index_works
from nejat.editorial.models import Content
from nejat.wordpress.models import ImportRecord
from publications.models import Publication

from .filling import fill, kept_data, save_edition, written_digest_of
from .labels import EDITED_HERE
from .links import Links
from .placing import Entry
from .publishing import keep_pdf
from .records import results_of
from .report import DELETED_HERE, Outcome, Report
from .resolving import BatchResolver
from .session import Session
from .showing import merge_pictures
from .works import columns_of


@dataclass
class Updater:
    """Writes works again whose source changed, or whose files have come."""

    session: Session
    links: Links
    resolver: BatchResolver
    report: Report

    def update(self, entries: Sequence[Entry]) -> None:
        """Write these entries, which all have their record, unless edited or deleted here."""
        rows = results_of(map(_record, entries))
        for entry in entries:
            self._update(entry, rows.get((entry.model, _record(entry).object_id)))

    def _update(self, entry: Entry, work: Content | None) -> None:
        record = _record(entry)
        reason = ""
        if work is None or work.is_trashed:
            reason = DELETED_HERE
        elif written_digest_of(work, entry.edition) != record.written:
            reason = EDITED_HERE
        if work and not reason:
            self._write(entry, work)
        elif record.digest == entry.digest:
            self.report.count(entry.name, Outcome.UNCHANGED)
        else:
            self.report.skip(entry.name, entry.item.old_id, entry.item.title, reason)

    def _write(self, entry: Entry, work: Content) -> None:
        record, code = _record(entry), entry.edition
        before = (record.digest, record.written, record.data)
        columns = columns_of(entry, self.session, self.resolver)
        columns.values["slug"] = columns.values["slug"] or work.get_in("slug", code)
        columns.values["published_at"] = columns.values["published_at"] or work.get_in(
            "published_at", code
        )
        fill(work, entry, columns, self.session)
        known = record.data.get("pictures", [])
        record.digest = entry.digest
        record.data = kept_data(entry, columns)
        record.written = written_digest_of(work, code)
        if (record.digest, record.written, record.data) == before:
            self.report.count(entry.name, Outcome.UNCHANGED)
            return
        self._save(entry, work)
        if isinstance(work, PhotoGallery):
            merge_pictures(work, columns, code, known)
        if isinstance(work, Publication):
            keep_pdf(work, entry, columns, self.session)
        self.report.count(entry.name, Outcome.UPDATED)
        for note in columns.notes:
            self.report.repair(entry.name, entry.item.old_id, note)

    def _save(self, entry: Entry, work: Content) -> None:
        if isinstance(work, Article):
            self.links.update_primary_topic(entry, work)
        save_edition(work, entry.edition)
        self.links.replace(entry, work)
        index_works([work])  # with the bylines of today
        record = _record(entry)
        record.imported_at = timezone.now()
        record.save()


def _record(entry: Entry) -> ImportRecord:
    assert entry.record is not None
    return entry.record
