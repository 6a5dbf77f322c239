"""The PDF of a post: where the old site had it, and what the gate for documents says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote

from django.core.files.storage import default_storage

from media_library.intake.fingerprints import sha256_of
from nejat.wordpress.addresses import path_below
from nejat.wordpress.cleaner import ending
from nejat.wordpress.models import ImportRecord, OldAddress
from nejat.wordpress.reader import Item
from publications.documents import Document, read_document
from publications.documents import Refused as RefusedDocument

from .media import FILE_ADDRESS, Refused, find_file, path_in_uploads
from .session import Session, host_of

MISSING = "no PDF among the media: {}"
REFUSED = "its PDF is refused ({}): {}"
NO_PDF = "it is called a PDF, but is none"


@dataclass
class Pdf:
    """The PDF of a post; without `address`, it has none that could be taken."""

    address: str = ""
    """Where it was on the old site."""
    path: str = ""
    """The path of that address, below the edition of the install."""
    url: str = ""
    """Our address of the attachment that it was; "" when it was none."""
    sha256: str = ""
    document: Document | None = None
    """What was read in it; None where it is the one that an earlier import has taken."""
    notes: list[str] = field(default_factory=list)
    is_missing: bool = False
    """Whether one of its files is not here, or may not be taken as it is."""

    @property
    def kept(self) -> dict[str, str]:
        """What a later import knows it by."""
        return {"address": self.address, "sha256": self.sha256}

    def is_at(self, href: str, edition: str) -> bool:
        """Whether a link in a body of that edition leads to it."""
        return href != "" and (href == self.url or path_below(href, edition) == self.path)


def find_pdf(item: Item, known: Mapping[str, str], session: Session) -> Pdf:
    """The first PDF of our own that a post links to, else the first that is attached to it.

    One that is missing or refused leaves its place to the next. The one that an earlier import
    has taken, `known`, is not read again.
    """
    pdf = Pdf()
    for address in _addresses(item, session):
        try:
            _read(address, pdf, known, session)
        except FileNotFoundError:
            pdf.notes.append(MISSING.format(address))
        except (OSError, Refused, RefusedDocument) as error:
            pdf.notes.append(REFUSED.format(address, error))
        else:
            return pdf
        pdf.is_missing = True
    return pdf


def _addresses(item: Item, session: Session) -> Iterator[str]:
    linked = next((a for a in FILE_ADDRESS.findall(item.body) if _is_ours(a, session)), "")
    if linked:
        yield linked
    edition = session.options.edition
    attached = ImportRecord.objects.filter(
        kind="attachment", edition=edition, parent=str(item.old_id)
    )
    for data in attached.order_by("pk").values_list("data", flat=True):
        address = data["address"]
        if _is_pdf(address) and path_below(address, edition) != path_below(linked, edition):
            yield address


def _is_ours(address: str, session: Session) -> bool:
    return _is_pdf(address) and host_of(address) in session.hosts | {""}


def _is_pdf(address: str) -> bool:
    return ending(address) == ".pdf"


def _read(address: str, pdf: Pdf, known: Mapping[str, str], session: Session) -> None:
    """Fill in what there is to say of the PDF at an address.

    Raises FileNotFoundError when it is not here, and OSError, media.Refused or intake.Refused
    when it cannot be taken.
    """
    path = path_below(address, session.options.edition)
    url = _url_of(path, session)
    try:
        with _open(address, url, session) as file:
            sha256 = sha256_of(file)
            if sha256 != known.get("sha256"):
                pdf.document = _checked(read_document(file, PurePosixPath(path).name))
    except FileNotFoundError:
        if address != known.get("address"):
            raise
        sha256 = known["sha256"]  # taken before; this run was given no files
    pdf.address, pdf.path, pdf.url, pdf.sha256 = address, path, url, sha256


def _checked(document: Document) -> Document:
    if document.kind != "pdf":
        raise Refused(NO_PDF)
    return document


def _url_of(path: str, session: Session) -> str:
    """Our address of the attachment that was at a path of the old site; "" without one."""
    files = OldAddress.objects.filter(edition=session.options.edition, path=path, content_type=None)
    return files.values_list("target_path", flat=True).first() or ""


def _open(address: str, url: str, session: Session) -> BinaryIO:
    """Open the file among the media, else the copy that an earlier run has stored.

    So a file that was refused may be mended where it lies.
    """
    options = session.options
    relative = unquote(path_in_uploads(address, options.edition))
    path = find_file(relative, options.media) if options.media else None
    if path:
        return path.open("rb")
    if not url:
        raise FileNotFoundError(address)
    return default_storage.open(unquote(url.removeprefix(default_storage.url(""))))
