"""An issue made into a PDF: its words and pictures gathered, set, and kept as its file."""

from io import BytesIO

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation

from media_library.models import ImageAsset
from media_library.presets import preset
from media_library.renditions import fallback
from publications.documents import read_document
from publications.inside import sheet_of
from publications.keeping import keep_document
from publications.models import Issue, IssueFile
from publications.sheets import Sheet
from publications.typesetting import typeset


def make_pdf(issue: Issue, code: str, site: str = "") -> IssueFile:
    """Set the issue in the edition and keep the PDF as its file there, in place of a former one.

    Raises typesetting.CannotTypeset.
    """
    title, sheet = issue.get_in("title", code), sheet_of(issue, code)
    document = read_document(BytesIO(_set(issue, sheet, site)), f"{title}.pdf")
    with transaction.atomic():  # whoever makes it at the same moment waits for the row
        row, _ = IssueFile.objects.select_for_update().get_or_create(issue=issue, edition=code)
        row.made_at, row.made_of = timezone.now(), fingerprint(issue, sheet)
        keep_document(row, document, title)
    return row


def issue_pdf(issue: Issue, code: str, site: str = "") -> bytes:
    """Return the issue in the edition as a PDF; `site` is put before paths of ours in links.

    Raises typesetting.CannotTypeset.
    """
    return _set(issue, sheet_of(issue, code), site)


def is_outdated(file: IssueFile, sheet: Sheet) -> bool:
    """Say whether a PDF was made here of other words or pictures than the issue has there now.

    Of one that does not say what it was made of, the last change of the issue decides.
    """
    if file.made_at is None:
        return False
    if not file.made_of:
        return file.made_at < file.issue.updated_at
    return file.made_of != fingerprint(file.issue, sheet)


def fingerprint(issue: Issue, sheet: Sheet) -> str:
    """Return what stands for all that a PDF of the issue shows in the edition of its sheet."""
    return sheet.fingerprint(issue.cover.key if issue.cover else "")


def _set(issue: Issue, sheet: Sheet, site: str) -> bytes:
    cover = _content(issue.cover, "lead") if issue.cover else None
    with translation.override(sheet.edition.code):
        return typeset(sheet, _pictures(sheet), cover, site_address=site)


def _pictures(sheet: Sheet) -> dict[int, bytes]:
    """The pictures of the entries, by the index of the entry; none for those without."""
    found = {
        index: _content(entry.image, "card")
        for index, entry in enumerate(sheet.entries)
        if entry.image
    }
    return {index: content for index, content in found.items() if content}


def _content(image: ImageAsset, name: str) -> bytes | None:
    """The JPEG of a preset, or the original while it is not made; None when the file is gone."""
    chosen = preset(name)
    is_made = image.has_renditions_in(chosen)
    file = fallback(image, chosen).name if is_made else image.file.name
    try:
        with default_storage.open(file) as stored:
            return stored.read()
    except (FileNotFoundError, ValueError):  # an image may have lost its file, or never had one
        return None
