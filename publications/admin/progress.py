"""Where an issue stands in each edition: what its desk shows above the form."""

from dataclasses import dataclass

from nejat.editions.registry import EDITIONS, Edition
from nejat.editorial.states import Phase
from publications.inside import sheet_of
from publications.making import is_outdated
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
    is_file_older: bool
    """Whether its words were changed after the PDF was made here."""
    page: str
    """The path of its page, which staff see before readers do."""

    @property
    def gives_old_file(self) -> bool:
        """Whether readers get, now or when the time comes, a PDF with former words."""
        return self.is_file_older and self.phase in (Phase.PUBLISHED, Phase.SCHEDULED)

    @property
    def may_be_sent(self) -> bool:
        """Whether readers see it now, and something in it."""
        return self.phase == Phase.PUBLISHED and self.entry_count > 0

    @property
    def exists(self) -> bool:
        """Whether there is anything to be shown."""
        return self.phase != Phase.ABSENT


def progress_of(issue: Issue) -> list[Progress]:
    """Return where the issue stands in each edition; six queries, and one for a cover."""
    files, count = {file.edition: file for file in issue.files.all()}, issue.entries.count()
    return [_progress(issue, edition, files.get(edition.code), count) for edition in EDITIONS]


def _progress(issue: Issue, edition: Edition, file: IssueFile | None, count: int) -> Progress:
    sheet = sheet_of(issue, edition.code)
    return Progress(
        edition=edition,
        phase=issue.phase_in(edition.code),
        entry_count=len(sheet.entries),
        entries_in_all=count,
        without_teaser=sum(not entry.teaser for entry in sheet.entries),
        file=file,
        is_file_older=file is not None and is_outdated(file, sheet),
        page=issue.url_in(edition.code),
    )
