"""Posts and pages, a batch at a time: found again or cleaned and written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from nejat.wordpress.kinds import Kind, kind_of
from nejat.wordpress.models import ImportRecord
from nejat.wordpress.reader import Item

from .batches import write_safely
from .comments import Under, import_comments, skip_comments
from .creating import Creator
from .digests import digest_of
from .films import files_of_transaction
from .links import Links
from .pdfs import find_pdf
from .placing import Entry, entries_of
from .publishing import known_pdf
from .records import claim, find_records, model_of, results_here
from .report import Outcome, Report
from .resolving import BatchResolver
from .session import Session
from .updating import Updater

TEXTS = ("post", "page")
NOT_TAKEN_OVER = ("trash", "auto-draft")

STATUS = "its status is {}"
UNKNOWN_LANGUAGE = "its language is not among the editions: {}"
NOT_A_TEXT = "it is a {}, not a text"
POST_SKIPPED = "its post was skipped"
POST_DELETED = "its post was deleted here"
_SEEN_META = (
    "_thumbnail_id",
    "_yoast_wpseo_title",
    "_yoast_wpseo_metadesc",
    "_yoast_wpseo_primary_category",
)


class Posts:
    """Imports posts as works of their kinds and pages as pages, with their comments."""

    def __init__(self, session: Session, links: Links) -> None:
        self._session = session
        self._links = links

    def import_batch(self, items: Sequence[Item]) -> None:
        """Write these items and report them; what is no text is skipped."""
        report = self._session.report
        entries = [entry for item in items for entry in self._taken_over(item, report)]
        claim((entry.edition for entry in entries), self._session)
        self._links.ensure_labels(entries)
        while entries:
            first, entries = _without_repeats(entries)
            for done in self._write_in_turn(first):
                report.add(done)

    def _taken_over(self, item: Item, report: Report) -> list[Entry]:
        reason = reason_to_skip(item)
        entries, foreign = ([], []) if reason else entries_of(item, self._session)
        reasons = [reason] if reason else [UNKNOWN_LANGUAGE.format(code) for code in foreign]
        for reason in reasons:
            report.skip(item.post_type, item.old_id, item.title, reason)
        if not entries:
            skip_comments(item, POST_SKIPPED, report)
        return entries

    def _write_in_turn(self, entries: Sequence[Entry]) -> Iterator[Report]:
        """Write the entries in their order, many at once, but publications one by one."""
        self._find_again(entries)
        for is_publication, some in groupby(entries, self._is_publication):
            if is_publication:
                for entry in some:
                    yield from self._write_publication(entry)
            else:
                yield from write_safely(list(some), self._write, _failed)

    def _is_publication(self, entry: Entry) -> bool:
        if entry.became:
            return entry.became.is_publication
        return entry.kind == "post" and self._session.options.kinds.may_be_publication(entry.item)

    def _write_publication(self, entry: Entry) -> Iterator[Report]:
        """Write one entry, whose PDF is read before the transaction.

        That takes its time, and would keep others from writing; and it is let go before the next
        one is read, for it may be large.
        """
        try:
            if self._is_due(entry):
                entry.pdf = find_pdf(entry.item, known_pdf(entry), self._session)
        except Exception as error:
            yield _failed(entry, error)
            return
        yield from write_safely([entry], self._write, _failed)
        entry.pdf = None

    def _write(self, entries: Sequence[Entry]) -> Report:
        with files_of_transaction(self._session):
            return self._write_all(entries)

    def _write_all(self, entries: Sequence[Entry]) -> Report:
        report = Report()
        is_resumed = self._session.options.is_resumed
        new: list[Entry] = []
        changed: list[Entry] = []
        self._find_again(entries)
        for entry in entries:
            if entry.record is None:
                new.append(entry)
            elif not self._is_due(entry):
                report.count(entry.name, Outcome.UNCHANGED)
            else:
                changed.append(entry)
        resolver = BatchResolver(self._session, [entry.item for entry in (*new, *changed)])
        Creator(self._session, self._links, resolver, report).create(new)
        Updater(self._session, self._links, resolver, report).update(changed)
        import_comments(_with_their_works(entries, report), report, is_resumed=is_resumed)
        return report

    def _find_again(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            entry.digest = entry.digest or _digest(entry.item)
        for kind in TEXTS:
            same = [entry for entry in entries if entry.kind == kind]
            records = find_records(kind, (entry.item.old_id for entry in same))
            for entry in same:
                entry.record = records.get(entry.key)
                entry.became = _kind_of(entry.record) if entry.record else None

    def _is_due(self, entry: Entry) -> bool:
        """Whether it is new, its source changed, or files may have come that were missing."""
        record, options = entry.record, self._session.options
        if record is None or options.is_resumed:
            return record is None
        is_awaited = options.media and record.data.get("missing_media")
        return bool(is_awaited or record.digest != entry.digest)


def reason_to_skip(item: Item) -> str:
    """Why an item becomes no work; "" when it does."""
    if item.post_type not in TEXTS:
        return NOT_A_TEXT.format(item.post_type)
    return STATUS.format(item.status) if item.status in NOT_TAKEN_OVER else ""


def _kind_of(record: ImportRecord) -> Kind:
    return kind_of(model_of(record), record.data.get("series", ""))


def _without_repeats(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Each key once, and what is left: the export may hold an item twice."""
    first: dict[tuple[str, str, str], Entry] = {}
    rest = []
    for entry in entries:
        if first.setdefault((entry.kind, *entry.key), entry) is not entry:
            rest.append(entry)
    return list(first.values()), rest


def _with_their_works(entries: Sequence[Entry], report: Report) -> list[Under]:
    """The entries that have comments, each with its work, while that is here."""
    commented = [(entry, entry.record) for entry in entries if entry.item.comments and entry.record]
    here = results_here(record for _, record in commented)
    found = []
    for entry, record in commented:
        if (entry.model, record.object_id) in here:
            found.append(Under(entry, record.content_type_id, record.object_id))
        else:
            skip_comments(entry.item, POST_DELETED, report)
    return found


def _digest(item: Item) -> str:
    texts = (item.title, item.slug, item.link, item.body, item.excerpt, item.creator)
    facts = (item.status, item.published, item.password, item.terms)
    places = (item.sticky, item.comment_status, item.menu_order)
    metas = [item.first_meta(key) for key in _SEEN_META]
    old_slugs = item.meta.get("_wp_old_slug", [])
    return digest_of(*texts, *facts, *places, metas, old_slugs)


def _failed(entry: Entry, error: Exception) -> Report:
    report = Report(is_complete=False)
    report.skip(entry.name, entry.item.old_id, entry.item.title, f"error: {error}")
    skip_comments(entry.item, POST_SKIPPED, report)
    return report
