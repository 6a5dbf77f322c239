"""Books and issues of posts: their cover, their number, and their PDF."""

from __future__ import annotations

from django.db import models

from media_library.models import ImageAsset
from nejat.editorial.columns import column
from nejat.wordpress.cleaner import numbers_in
from publications.keeping import keep_document
from publications.models import Book, Issue, Publication, PublicationFile

from .bodies import Body
from .pdfs import find_pdf
from .placing import Entry
from .records import old_address, save_addresses
from .session import Session
from .texts import one_line
from .works import Columns

NUMBER_TAKEN = "another issue has its number {} in this edition: it has none"
PDF_OF_OURS = "it was given another PDF here, which stays: {}"


def known_pdf(entry: Entry) -> dict[str, str]:
    """By what the PDF is known that an earlier import has taken from this text."""
    return entry.record.data.get("pdf", {}) if entry.record else {}


def give_publication(work: Publication, entry: Entry, columns: Columns, session: Session) -> None:
    """Give a work the cover, number and PDF of a text, and take out of the body what it shows.

    A cover that is there stays. The file of the PDF waits in `columns` until the work is saved.
    """
    body = Body(columns.values["body"])
    featured = columns.picture.image
    work.cover_id = work.cover_id or (featured.pk if featured else body.first_image)
    if body.first_image == work.cover_id:
        body.take_first_image()
    if isinstance(work, Issue):
        _give_number(work, entry, columns)
    _take_pdf(work, entry, columns, session)
    if pdf := columns.pdf:
        body.take_links(lambda href: pdf.is_at(href, entry.edition))
    columns.values["body"] = body.html


def keep_pdf(work: Publication, entry: Entry, columns: Columns, session: Session) -> None:
    """Store the PDF of a text, if it is new, as the file of a saved work in the edition.

    A dry run stores none. Where the old site had a PDF that was no attachment of it, readers find
    the work.
    """
    pdf = columns.pdf
    if pdf is None or pdf.document is None:
        return
    save_addresses([old_address(session.options.edition, pdf.path, work)])
    if session.options.is_dry_run:
        return
    row = _file_of(work, entry.edition) or _new_file(work, entry.edition)
    newest = ImageAsset.objects.aggregate(pk=models.Max("pk"))["pk"] or 0
    keep_document(row, pdf.document, columns.values["title"])
    session.stored.append(row.file.name)
    if row.cover and row.cover.pk > newest:
        session.stored.append(row.cover.file.name)


def _give_number(issue: Issue, entry: Entry, columns: Columns) -> None:
    number, volume = numbers_in(one_line(entry.item.title))
    place = column("number", entry.edition)
    others = Issue.objects.of_series(issue.series).exclude(pk=issue.pk)
    if number and others.filter(**{place: number}).exists():
        columns.notes.append(NUMBER_TAKEN.format(number))
        number = None
    columns.values |= {"number": number, "volume": volume}


def _take_pdf(work: Publication, entry: Entry, columns: Columns, session: Session) -> None:
    """The PDF of a text, unless the work has another file that did not come from there."""
    known = known_pdf(entry)
    # What only its translations make a publication has not been looked at yet.
    pdf = entry.pdf or find_pdf(entry.item, known, session)
    columns.notes += pdf.notes
    columns.is_missing_media = columns.is_missing_media or pdf.is_missing
    row = _file_of(work, entry.edition) if pdf.document else None
    if row and row.sha256 != known.get("sha256"):
        columns.notes.append(PDF_OF_OURS.format(pdf.address))
    elif pdf.address:
        columns.pdf = pdf


def _file_of(work: Publication, code: str) -> PublicationFile | None:
    """The file that a work has in an edition; of a book the PDF, and no sample pages."""
    if not work.pk:
        return None
    files = work.files.filter(edition=code)
    if isinstance(work, Book):
        files = files.filter(kind=PublicationFile.Kind.PDF, is_sample=False)
    return files.first()


def _new_file(work: Publication, code: str) -> PublicationFile:
    model = work._meta.get_field("files").related_model
    return model(**{model.part_of: work}, edition=code)
