"""What an import did, item by item: counted, and named wherever something was left or changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from nejat.wordpress.kinds import ARTICLE
from nejat.wordpress.kinds import KINDS as WORKS

KINDS = (
    *("post", "page"),
    *(name for name in WORKS if name != ARTICLE.name),
    *("attachment", "comment", "topic", "tag", "contributor"),
)
DELETED_HERE = "deleted here since the import"
TOGETHER = "nav_menu_item"
"""Skipped ones are one line for people: there are many, and they have no titles."""


class Outcome(StrEnum):
    """What became of one item."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


class Skip(NamedTuple):
    """An item that was left out, and why."""

    kind: str
    old_id: int | None
    title: str
    reason: str


class Repair(NamedTuple):
    """Something of an item that could not be taken over as it was."""

    kind: str
    old_id: int | None
    what: str


@dataclass
class Report:
    """Outcomes of one batch, or of a whole run."""

    counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)
    skipped: list[Skip] = field(default_factory=list)
    repaired: list[Repair] = field(default_factory=list)
    is_complete: bool = True
    """False when something was lost that nobody can name: a file that is cut off."""

    def count(self, kind: str, outcome: Outcome) -> None:
        self.counts[kind, outcome] += 1

    def skip(self, kind: str, old_id: int | None, title: str, reason: str) -> None:
        self.count(kind, Outcome.SKIPPED)
        self.skipped.append(Skip(kind, old_id, title, reason))

    def repair(self, kind: str, old_id: int | None, what: str) -> None:
        self.repaired.append(Repair(kind, old_id, what))

    def add(self, other: Report) -> None:
        """Take over the outcomes of a batch that was written."""
        self.counts.update(other.counts)
        self.skipped += other.skipped
        self.repaired += other.repaired
        self.is_complete = self.is_complete and other.is_complete

    def totals(self) -> dict[str, dict[str, int]]:
        """For each kind of content how many were read, and how many had which outcome."""
        return {kind: self._totals_of(kind) for kind in KINDS}

    def as_json(self) -> dict[str, Any]:
        """The report as plain values: totals, skipped, repaired."""
        return {
            "totals": self.totals(),
            "skipped": [skip._asdict() for skip in self.skipped],
            "repaired": [repair._asdict() for repair in self.repaired],
        }

    def lines(self) -> Iterator[str]:
        """The report for people."""
        yield f"{'':12}" + "".join(f"{name:>11}" for name in ("read", *Outcome))
        for kind, totals in self.totals().items():
            yield f"{kind:12}" + "".join(f"{number:>11,}" for number in totals.values())
        for (kind, outcome), number in sorted(self.counts.items()):
            if kind not in KINDS:
                yield f"{kind}: {number:,} {outcome}"
        yield from self._skip_lines()
        for repair in self.repaired:
            yield f"repaired {_named(repair.kind, repair.old_id)}: {repair.what}"

    def _skip_lines(self) -> Iterator[str]:
        for skip in self.skipped:
            if skip.kind != TOGETHER:
                yield f"skipped {_named(skip.kind, skip.old_id, skip.title)}: {skip.reason}"
        together = Counter(skip.reason for skip in self.skipped if skip.kind == TOGETHER)
        for reason, number in together.items():
            yield f"skipped {TOGETHER} ({number:,}): {reason}"

    def _totals_of(self, kind: str) -> dict[str, int]:
        outcomes = {str(outcome): self.counts[kind, outcome] for outcome in Outcome}
        return {"read": sum(outcomes.values()), **outcomes}


def _named(kind: str, old_id: int | None, title: str = "") -> str:
    parts = (kind, str(old_id or ""), f"“{title}”" if title else "")
    return " ".join(filter(None, parts))
