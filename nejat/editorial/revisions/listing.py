"""The list of revisions of a row: what each of them changed, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nejat.editions.registry import Edition, get_edition
from nejat.editorial.columns import columns, translated_fields
from nejat.editorial.revisions.recording import FIRST, RESTORED, kept_fields, revisions_of
from nejat.editorial.revisions.values import by_part, label_of
from nejat.editorial.states import State
from nejat.staff.models import name_of

PAGE_SIZE = 50
KINDS = {
    "+": gettext_lazy("Created"),
    "~": gettext_lazy("Changed"),
    "-": gettext_lazy("Deleted"),
}
"""The library has these words in few languages."""
LISTED = (
    *("history_id", "history_date", "history_type", "history_change_reason", "changed"),
    *("history_user__username", "history_user__first_name", "history_user__last_name"),
)


@dataclass(frozen=True)
class Changes:
    """What a revision changed in one edition, or in what all share: its fields and its state."""

    edition: Edition | None
    labels: list[str]
    states: tuple[str, str] | None = None
    """The state before and after, in words."""


@dataclass(frozen=True)
class Line:
    """One revision and the one before it, which is None where there is none."""

    revision: models.Model
    former: models.Model | None
    is_newest: bool

    @property
    def by(self) -> str:
        """Who saved it; nobody's name where it was a command, or where the account is gone."""
        return name_of(self.revision.history_user)

    @property
    def kind(self) -> str:
        """What kind of a change it was."""
        reason = self.revision.history_change_reason or ""
        if reason == FIRST:
            return _("As it stood before")
        if reason.startswith(RESTORED):
            return _("Restored")
        return str(KINDS[self.revision.history_type])

    @property
    def restored_from(self) -> datetime | None:
        """The moment of the revision that was brought back by this one."""
        word, _space, moment = (self.revision.history_change_reason or "").partition(" ")
        return datetime.fromisoformat(moment) if word == RESTORED else None

    @property
    def changes(self) -> Iterator[Changes]:
        """What it changed, edition by edition."""
        names = set(self.revision.changed)
        fields = [f for f in kept_fields(self.revision.instance_type) if f.name in names]
        for code, inside in by_part(fields):
            labels = [label_of(field) for field in inside if field.name != f"state_{code}"]
            yield Changes(get_edition(code) if code else None, labels, self._states(code))

    def _states(self, code: str) -> tuple[str, str] | None:
        name = f"state_{code}"
        if self.former is None or name not in self.revision.changed:
            return None
        before, after = (
            State(getattr(one, name) or State.DRAFT).label for one in (self.former, self.revision)
        )
        return before, after


@dataclass(frozen=True)
class Page:
    """The lines of a page, and the number below which the next page begins, if there is one."""

    lines: list[Line]
    next_before: int | None


def list_revisions(row: models.Model, before: str = "") -> Page:
    """Return a page of the revisions of a row, newest first: one query, whatever their number."""
    kind = type(row)
    states = columns("state") if "state" in translated_fields(kind) else []
    rows = revisions_of(kind, row.pk).select_related("history_user").only(*LISTED, *states)
    is_later = before.isdecimal() and len(before) < 10
    if is_later:
        rows = rows.filter(history_id__lt=int(before))
    found = list(rows[: PAGE_SIZE + 1])
    shown, formers = found[:PAGE_SIZE], [*found[1:], None]
    lines = [
        Line(one, former, is_newest=not (place or is_later))
        for place, (one, former) in enumerate(zip(shown, formers, strict=False))
    ]
    return Page(lines, shown[-1].history_id if len(found) > PAGE_SIZE else None)
