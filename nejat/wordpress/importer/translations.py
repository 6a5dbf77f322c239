"""The works that translations of one text share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy

from nejat.editorial.models import Content
from nejat.wordpress.kinds import Kind, kind_of_work
from nejat.wordpress.models import ImportRecord

from .placing import Entry
from .records import find_by_group, model_of, results_of

GROUP_TAKEN = "its group of translations has a text in this edition already: a work of its own"
OTHER_KIND = "a {} by itself, but its translations are a {}: one with them"

Group = tuple[str, str]
"""Kind of the record and its group of translations."""


class Translations:
    """The works of groups of translations: those here already, and those of this batch."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._works: dict[Group, Content] = {}
        self._editions: dict[Group, set[str]] = defaultdict(set)
        self._blanks: dict[Kind, Content] = {}
        groups: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            if entry.group:
                groups[entry.kind].add(entry.group)
        for kind, names in groups.items():
            self._learn(kind, list(find_by_group(kind, names)))

    def work_for(self, entry: Entry, kind: Kind) -> tuple[Content, str]:
        """The work that the entry is an edition of, or a new one of that kind; what to report.

        The first of its translations has decided of which kind the work is.
        """
        group = (entry.kind, entry.group)
        if not entry.group:
            return self._new(kind), ""
        if entry.edition in self._editions[group]:
            return self._new(kind), GROUP_TAKEN
        self._editions[group].add(entry.edition)
        work = self._works.setdefault(group, self._new(kind))
        decided = kind_of_work(work)
        return work, "" if decided == kind else OTHER_KIND.format(kind.name, decided.name)

    def _learn(self, kind: str, records: Sequence[ImportRecord]) -> None:
        rows = results_of(records)
        for record in records:
            row = rows.get((model_of(record), record.object_id))
            if row and not row.is_trashed:
                self._works[kind, record.group] = row
                self._editions[kind, record.group].add(record.edition)

    def _new(self, kind: Kind) -> Content:
        # Filling in a hundred defaults, each in its language, takes longer than cleaning a body.
        if kind not in self._blanks:
            self._blanks[kind] = kind.new()
        return copy(self._blanks[kind])
