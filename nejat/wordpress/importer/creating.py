"""Making articles and pages of entries that are not here yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.models import Article
from nejat.editorial.columns import column, translated_fields
from nejat.editorial.models import Content
from nejat.pages.models import Page
from nejat.wordpress.models import ImportRecord

from .digests import written_digest
from .links import Links, parents_of_topics
from .menu import Menu
from .pictures import LeadPicture, lead_picture_of
from .placing import Entry
from .records import find_by_group
from .report import Outcome, Report
from .resolving import BatchResolver
from .session import Session
from .terms import MODELS as LABELS
from .works import Columns, columns_of

WORKS: dict[str, type[Content]] = {"post": Article, "page": Page}
WRITTEN = ("title", "slug", "standfirst", "body", "state", "published_at", "seo_title",
           "seo_description")  # fmt: skip
PIN = timedelta(days=30)
PINNED = "was sticky: pinned for 30 days from the import"
GROUP_TAKEN = "its group of translations has a text in this edition already: a work of its own"

Group = tuple[str, str]
"""Kind of the work and its group of translations."""


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
        translations, menu = self._translations(entries), Menu()
        works: list[tuple[Entry, Content]] = []
        data: list[dict[str, Any]] = []
        for entry in entries:
            columns = columns_of(entry, self.session, self.resolver)
            picture = lead_picture_of(entry.item, self.resolver)
            work = translations.work_for(entry, columns)
            fill(work, entry, columns, picture)
            if isinstance(work, Page):
                menu.place(work, entry, columns)
            if isinstance(work, Article) and not work.primary_topic_id:
                work.primary_topic_id = self.links.primary_topic(entry, above)
            self._report(entry, columns, picture)
            works.append((entry, work))
            data.append(kept_data(entry, columns, picture))
        _save(works)
        self.links.write(works)
        _save_records(works, data)

    def _translations(self, entries: Iterable[Entry]) -> _Translations:
        groups: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            if entry.group:
                groups[entry.kind].add(entry.group)
        found = _Translations()
        for kind, names in groups.items():
            found.learn(kind, list(find_by_group(kind, names)))
        return found

    def _report(self, entry: Entry, columns: Columns, picture: LeadPicture) -> None:
        self.report.count(entry.kind, Outcome.CREATED)
        for note in filter(None, (*columns.notes, picture.note)):
            self.report.repair(entry.kind, entry.item.old_id, note)


class _Translations:
    """The works of groups of translations: those here already, and those of this batch."""

    def __init__(self) -> None:
        self._works: dict[Group, Content] = {}
        self._editions: dict[Group, set[str]] = defaultdict(set)
        self._blanks = {kind: model() for kind, model in WORKS.items()}

    def learn(self, kind: str, records: Sequence[ImportRecord]) -> None:
        """Remember the works that these records tell of."""
        rows = WORKS[kind].objects.in_bulk([record.object_id for record in records])
        for record in records:
            if row := rows.get(record.object_id):
                self._works[kind, record.group] = row
                self._editions[kind, record.group].add(record.edition)

    def work_for(self, entry: Entry, columns: Columns) -> Content:
        """The work that the entry is an edition of, or a new one."""
        group = (entry.kind, entry.group)
        if not entry.group:
            return self._new(entry)
        if entry.edition in self._editions[group]:
            columns.notes.append(GROUP_TAKEN)
            return self._new(entry)
        self._editions[group].add(entry.edition)
        return self._works.setdefault(group, self._new(entry))

    def _new(self, entry: Entry) -> Content:
        # Filling in a hundred defaults, each in its language, takes longer than cleaning a body.
        return copy(self._blanks[entry.kind])


def fill(work: Content, entry: Entry, columns: Columns, picture: LeadPicture) -> None:
    """Write into a work what an entry says in its edition, all but its links."""
    item, code = entry.item, entry.edition
    work.set_in(code, **columns.values)
    if isinstance(work, Page):
        work.position = item.menu_order
    if isinstance(work, Article):
        work.comments_open = item.comment_status == "open"
        picture.give(work, code)
        _pin(work, entry, columns)
    work.derive()


def _pin(article: Article, entry: Entry, columns: Columns) -> None:
    """Pin what has become sticky since the last import, unpin what no longer is."""
    is_sticky = entry.item.sticky
    was_sticky = bool(entry.record and entry.record.data.get("sticky"))
    if is_sticky and not was_sticky:
        columns.notes.append(PINNED)
    if is_sticky != was_sticky:
        until = timezone.now() + PIN if is_sticky else None
        article.set_in(entry.edition, pinned_until=until)


def kept_data(entry: Entry, columns: Columns, picture: LeadPicture) -> dict[str, Any]:
    """What has no place in a work: terms of other taxonomies, addresses of missing files."""
    terms: dict[str, list[str]] = defaultdict(list)
    for link in entry.item.terms:
        if link.taxonomy not in LABELS:
            terms[link.taxonomy].append(link.slug)
    is_missing = columns.is_missing_media or bool(picture.address and not picture.file)
    kept = {
        "terms": dict(terms),
        "lead_image": picture.address,
        "missing_media": is_missing,
        "sticky": entry.item.sticky,
    }
    return {name: value for name, value in kept.items() if value}


def save_edition(work: Content, code: str) -> None:
    """Save the columns of one edition of a work that is here already, and what all share."""
    fields = [column(name, code) for name in translated_fields(type(work))]
    if isinstance(work, Page):
        fields += ["position", "place"]
    if isinstance(work, Article):
        fields += ["lead_image", "lead_image_width", "lead_image_height", "primary_topic"]
        fields += ["comments_open"]
    work.save(update_fields=[*fields, "updated_at"])


def _save(works: Iterable[tuple[Entry, Content]]) -> None:
    new: dict[type[Content], dict[int, Content]] = defaultdict(dict)
    for entry, work in works:
        if work.pk:
            save_edition(work, entry.edition)
        else:
            new[type(work)][id(work)] = work
    for model, rows in new.items():
        model.objects.bulk_create(rows.values())


def _save_records(works: Sequence[tuple[Entry, Content]], data: Sequence[dict[str, Any]]) -> None:
    for (entry, work), kept in zip(works, data, strict=True):
        entry.record = ImportRecord(
            edition=entry.edition,
            kind=entry.kind,
            old_id=str(entry.item.old_id),
            group=entry.group,
            content_type=ContentType.objects.get_for_model(work),
            object_id=work.pk,
            digest=entry.digest,
            written=written_digest(work, WRITTEN, entry.edition),
            data=kept,
        )
    ImportRecord.objects.bulk_create(entry.record for entry, _ in works if entry.record)
