"""Categories, tags, sources and accounts of the old site as our topics, tags and contributors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType

from articles.models import Topic
from nejat.editorial.columns import column
from nejat.editorial.models import Label
from nejat.text.folding import SLUG_LENGTH
from nejat.wordpress.addresses import normalise
from nejat.wordpress.models import ImportRecord
from nejat.wordpress.reader import Author, Term

from .batches import write_safely
from .digests import written_digest
from .lists import without_lists
from .records import claim, find_by_group, find_records, old_address, save_addresses
from .report import Outcome, Report
from .session import BATCH_SIZE, Session, in_batches
from .terms import (
    ADDRESSES,
    MODELS,
    WRITTEN,
    Source,
    free_addresses,
    label_fields,
    label_key,
    new_label,
    term_digest,
)
from .texts import one_line

NAME_OF_SITE = "the account bears the name of the site, not of a writer"
NAME_IS_EMAIL = "the account has no name but an e-mail address"
EDITED_HERE = "edited here since the import"
ADDRESS_CUT = "address cut at {} characters"

Known = tuple[str, str]
"""Edition and taxonomy/slug."""


@dataclass
class Written(Report):
    """What became of some labels, and the rows they are now."""

    rows: dict[Known, int] = field(default_factory=dict)


class Labels:
    """The labels of an install: imported once, then found by the slugs that items name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._install = session.options.edition
        self._known = _labels_here()
        self._met: set[Known] = set()

    def find(self, edition: str, taxonomy: str, slug: str) -> int | None:
        """The primary key of the label, None when there is none."""
        return self._known.get((edition, label_key(taxonomy, slug)))

    def is_met(self, edition: str, taxonomy: str, slug: str) -> bool:
        """Whether this run has taken the label up, and so counted it, already."""
        return (edition, label_key(taxonomy, slug)) in self._met

    def import_terms(self, terms: Iterable[Term]) -> None:
        """Create and update the labels of these terms, and put topics below their parents."""
        place = self._session.languages.place_term
        sources = []
        for term in terms:
            placement = place(term)
            edition = placement.edition or self._install
            sources.append(Source(term, edition, self._session.group(placement.group)))
        self.import_sources(sources)

    def import_authors(self, authors: Iterable[Author]) -> None:
        """Accounts become contributors, but for those that only stand for the site."""
        terms = []
        for author in authors:
            reason = self._no_contributor(author)
            if reason:
                self._session.report.skip("contributor", author.old_id, author.name, reason)
            else:
                terms.append(Term(author.old_id, "author", author.login, author.name))
        self.import_sources([Source(term, self._install) for term in terms])

    def import_sources(self, sources: Sequence[Source]) -> None:
        """Create and update labels in their editions."""
        claim((source.edition for source in sources), self._session)
        self._met |= {(source.edition, source.key) for source in sources}
        sources = without_lists(sources, self._known, self._session)
        for batch in in_batches(iter(sources), BATCH_SIZE):
            for done in write_safely(batch, self._write, _failed):
                self._session.report.add(done)
                self._known |= done.rows
        self._place_below_parents(sources)

    def _no_contributor(self, author: Author) -> str:
        if one_line(author.name).casefold() == one_line(self._session.site_title).casefold():
            return NAME_OF_SITE
        return NAME_IS_EMAIL if "@" in author.name else ""

    def _write(self, sources: Sequence[Source]) -> Written:
        report = Written()
        by_kind: dict[str, list[Source]] = defaultdict(list)
        for source in sources:
            by_kind[source.kind].append(source)
        for kind, same in by_kind.items():
            records = find_records(kind, (source.key for source in same))
            groups = self._groups(kind, same)
            for source in same:
                record = records.get((source.edition, source.key))
                if record:
                    outcome = self._update(record, source, report)
                else:
                    outcome = self._create(source, groups, report)
                if outcome:
                    report.count(kind, outcome)
        return report

    def _groups(self, kind: str, sources: Sequence[Source]) -> dict[str, int]:
        found = find_by_group(kind, (source.group for source in sources if source.group))
        return {record.group: record.object_id for record in found if record.object_id}

    def _create(self, source: Source, groups: dict[str, int], report: Written) -> Outcome:
        translated = groups.get(source.group) or self._known.get((self._install, source.key))
        label, existed = self._row(source, translated, report.rows)
        fields = label_fields(source, report)
        if not label.get_in("name", source.edition):
            label.set_in(source.edition, **fields)
        label.save()
        if source.group:
            groups[source.group] = label.pk
        self._remember(source, label)
        report.rows[source.edition, source.key] = label.pk
        if not existed and len(source.term.slug) > SLUG_LENGTH:
            report.repair(source.kind, source.term.old_id, ADDRESS_CUT.format(SLUG_LENGTH))
        return Outcome.UNCHANGED if existed else Outcome.CREATED

    def _row(
        self, source: Source, translated: int | None, rows: dict[Known, int]
    ) -> tuple[Label, bool]:
        """The row to write into, with a free address in the edition; whether it was complete."""
        model = MODELS[source.term.taxonomy]
        row = model.objects.filter(pk=translated).first() if translated else None
        if row and row.get_in("slug", source.edition):
            return row, True
        for slug in free_addresses(source):
            same = model.objects.filter(**{column("slug", source.edition): slug}).first()
            if same is None:
                row = row or new_label(source)
                row.set_in(source.edition, slug=slug)
                return row, False
            if row is None and same.pk not in self._taken(source, rows):
                return same, True
        raise LookupError(f"no free address for {source.key}")

    def _taken(self, source: Source, rows: dict[Known, int]) -> set[int]:
        """Labels that another term of the same taxonomy has become in this edition."""
        start = f"{source.term.taxonomy}/"
        return {
            pk
            for (edition, key), pk in (self._known | rows).items()
            if edition == source.edition and key.startswith(start)
        }

    def _remember(self, source: Source, label: Label) -> None:
        term = source.term
        ImportRecord.objects.create(
            edition=source.edition,
            kind=source.kind,
            old_id=source.key,
            group=source.group,
            content_type=ContentType.objects.get_for_model(label),
            object_id=label.pk,
            digest=term_digest(term),
            written=written_digest(label, WRITTEN, source.edition),
            data={"term_id": term.old_id},
        )
        path = normalise(f"{ADDRESSES[term.taxonomy]}/{term.slug}")
        save_addresses([old_address(source.edition, path, label)])

    def _update(self, record: ImportRecord, source: Source, report: Written) -> Outcome | None:
        is_fixed = self._session.options.is_resumed or not source.is_declared
        if is_fixed or record.digest == term_digest(source.term):
            return Outcome.UNCHANGED
        label = MODELS[source.term.taxonomy].objects.filter(pk=record.object_id).first()
        if not label or written_digest(label, WRITTEN, source.edition) != record.written:
            report.skip(source.kind, source.term.old_id, source.term.name, EDITED_HERE)
            return None
        label.set_in(source.edition, **label_fields(source, report))
        label.save()
        record.digest = term_digest(source.term)
        record.written = written_digest(label, WRITTEN, source.edition)
        record.save(update_fields=["digest", "written"])
        report.rows[source.edition, source.key] = label.pk
        return Outcome.UPDATED

    def _place_below_parents(self, sources: Iterable[Source]) -> None:
        """Topics that stand nowhere yet get their parent; it may have come later in the file."""
        above = dict(Topic.objects.values_list("pk", "parent_id"))
        for source in sources:
            own = self._known.get((source.edition, source.key))
            parent = self.find(source.edition, "category", source.term.parent_slug)
            is_topic = source.term.taxonomy == "category"
            if (
                is_topic
                and parent
                and own in above
                and not above[own]
                and own not in lineage(parent, above)
            ):
                above[own] = parent
                Topic.objects.filter(pk=own).update(parent=parent)


def _labels_here() -> dict[Known, int]:
    """The labels of earlier imports, but for those that were deleted here."""
    known: dict[Known, int] = {}
    for model in set(MODELS.values()):
        records = ImportRecord.objects.filter(
            kind=model._meta.model_name, object_id__in=model.objects.values("pk")
        )
        for edition, key, pk in records.values_list("edition", "old_id", "object_id").iterator():
            known[edition, key] = pk
    return known


def lineage(topic: int | None, above: dict[int, int | None]) -> list[int]:
    """A topic and the topics above it, from the lowest; `above` maps each to its parent."""
    found: list[int] = []
    while topic and topic not in found:
        found.append(topic)
        topic = above.get(topic)
    return found


def _failed(source: Source, error: Exception) -> Written:
    report = Written(is_complete=False)
    report.skip(source.kind, source.term.old_id, source.term.name, f"error: {error}")
    return report
