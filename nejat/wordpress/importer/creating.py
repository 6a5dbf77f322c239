"""Making works of entries that are not here yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType

from articles.models import Article
from media_library.models import PhotoGallery
from nejat.editorial.indexing import index_works
from nejat.editorial.models import Content
from nejat.pages.models import Page
from nejat.wordpress.kinds import PAGE, Kind, kind_of_work
from nejat.wordpress.models import ImportRecord
from publications.models import Publication

from .filling import fill, kept_data, save_edition, written_digest_of
from .links import Links, parents_of_topics
from .menu import Menu
from .placing import Entry
from .publishing import keep_pdf
from .report import Outcome, Report
from .resolving import BatchResolver
from .session import Session
from .showing import lack_of, merge_pictures
from .translations import Translations
from .works import Columns, columns_of

Made = tuple[Entry, Content, Columns]


@dataclass
class Creator:
    """Writes new works, and new editions of works that are here in another one."""

    session: Session
    links: Links
    resolver: BatchResolver
    report: Report

    def create(self, entries: Sequence[Entry]) -> None:
        """Write these entries and their links; each gets its record."""
        if not entries:
            return
        above = parents_of_topics()
        translations, menu = Translations(entries), Menu()
        made: list[Made] = []
        for entry in entries:
            columns = columns_of(entry, self.session, self.resolver)
            work = self._work(entry, columns, translations)
            fill(work, entry, columns, self.session)
            if isinstance(work, Page):
                menu.place(work, entry, columns)
            if isinstance(work, Article) and not work.primary_topic_id:
                work.primary_topic_id = self.links.primary_topic(entry, above)
            self._report(entry, columns)
            made.append((entry, work, columns))
        self._save(made)
        self.links.write([(entry, work) for entry, work, _ in made])
        index_works(work for _, work, _ in made)
        _save_records(made)

    def _work(self, entry: Entry, columns: Columns, translations: Translations) -> Content:
        """The work to write into: of the kind of the entry, or of its translations."""
        kind, note = self._choose(entry, columns)
        work, other = translations.work_for(entry, kind)
        entry.became = kind_of_work(work)
        columns.notes.extend(filter(None, (note if entry.became == kind else "", other)))
        return work

    def _choose(self, entry: Entry, columns: Columns) -> tuple[Kind, str]:
        if entry.kind == "page":
            return PAGE, ""
        kinds = self.session.options.kinds
        return kinds.choose(entry.item, lambda shape: lack_of(shape, columns, self.session))

    def _report(self, entry: Entry, columns: Columns) -> None:
        self.report.count(entry.name, Outcome.CREATED)
        for note in columns.notes:
            self.report.repair(entry.name, entry.item.old_id, note)

    def _save(self, made: Sequence[Made]) -> None:
        _save_works(made)
        for entry, work, columns in made:
            if isinstance(work, PhotoGallery):
                merge_pictures(work, columns, entry.edition)
            if isinstance(work, Publication):
                keep_pdf(work, entry, columns, self.session)


def _save_works(made: Iterable[Made]) -> None:
    new: dict[type[Content], dict[int, Content]] = defaultdict(dict)
    for entry, work, _ in made:
        if work.pk:
            save_edition(work, entry.edition)
        else:
            new[type(work)][id(work)] = work
    for model, rows in new.items():
        model.objects.bulk_create(rows.values())


def _save_records(made: Sequence[Made]) -> None:
    records: list[Any] = []
    for entry, work, columns in made:
        entry.record = ImportRecord(
            edition=entry.edition,
            kind=entry.kind,
            old_id=str(entry.item.old_id),
            group=entry.group,
            content_type=ContentType.objects.get_for_model(work),
            object_id=work.pk,
            digest=entry.digest,
            written=written_digest_of(work, entry.edition),
            data=kept_data(entry, columns),
        )
        records.append(entry.record)
    ImportRecord.objects.bulk_create(records)
