"""Where an issue stands in each edition: what its desk shows above the form."""

from dataclasses import dataclass
from datetime import datetime

from nejat.editions.registry import EDITIONS, Edition
from nejat.editorial.states import Phase
from publications.inside import entries_in
from publications.models import Issue, IssueFile


@dataclass(frozen=True)
class Progress:
    """An issue in one edition."""

    edition: Edition
    phase: Phase
    entry_count: int
    """Entries that readers of the edition will see."""
    entries_in_all: int
    without_teaser: int
    file: IssueFile | None
    changed_at: datetime
    page: str
    """The path of its page, which staff see before readers do."""

    @property
    def is_file_older(self) -> bool:
        """Whether the issue was changed after its PDF was made here."""
        return bool(self.file and self.file.made_at and self.file.made_at < self.changed_at)

    @property
    def may_be_sent(self) -> bool:
        """Whether readers see it now, and something in it."""
        return self.phase == Phase.PUBLISHED and self.entry_count > 0

    @property
    def exists(self) -> bool:
        """Whether there is anything to be shown."""
        return self.phase != Phase.ABSENT


def progress_of(issue: Issue) -> list[Progress]:
    """Return where the issue stands in each edition; six queries."""
    files, count = {file.edition: file for file in issue.files.all()}, issue.entries.count()
    return [_progress(issue, edition, files.get(edition.code), count) for edition in EDITIONS]


def _progress(issue: Issue, edition: Edition, file: IssueFile | None, count: int) -> Progress:
    entries = entries_in(issue, edition.code)
    return Progress(
        edition=edition,
        phase=issue.phase_in(edition.code),
        entry_count=len(entries),
        entries_in_all=count,
        without_teaser=sum(not entry.teaser for entry in entries),
        file=file,
        changed_at=issue.updated_at,
        page=issue.url_in(edition.code),
    )
