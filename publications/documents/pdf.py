"""What is in a PDF beside its text. Runs in a process of its own (see `apart`)."""

from contextlib import closing
from pathlib import Path
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, raw

from publications.documents.apart import COVER
from publications.documents.cleaning import clean_title
from publications.documents.dangers import check
from publications.documents.drawing import LONG_SIDE, as_cover
from publications.documents.refusals import Objection

MOST_PAGES = 3000
PLAIN = "plain"
"""In the folder: the file as PDFium writes it, where only PDFium could read it."""


def read(path: Path) -> dict[str, Any]:
    """Return pages, title and the streams that say what signs mean; write the cover beside.

    Raises Objection for a file that cannot be opened, is too long or could act on a reader.
    """
    with closing(_open(path)) as document:
        if len(document) > MOST_PAGES:
            raise Objection("TOO_LONG", pages=MOST_PAGES)
        _ask_pdfium(document)
        streams = _check(path, document)
        (path.parent / COVER).write_bytes(_first_page(document))
        return {
            "pages": len(document),
            "title": clean_title(document.get_metadata_value("Title")),
            "streams": sorted(streams.items()),
        }


def _open(path: Path) -> PdfDocument:
    """Return the document; one that has a password against changes only opens without it."""
    try:
        return PdfDocument(path)
    except PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Objection("LOCKED" if locked else "DAMAGED") from error


def _ask_pdfium(document: PdfDocument) -> None:
    """Raise Objection for what PDFium finds: it reads broken files otherwise than pypdf does."""
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        raise Objection("SCRIPT")
    if raw.FPDFDoc_GetAttachmentCount(document) > 0:
        raise Objection("ATTACHMENT")
    if document.get_formtype() in {raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND}:
        raise Objection("FORM")


def _check(path: Path, document: PdfDocument) -> dict[int, int]:
    """Check all objects of the file, or of PDFium's copy where pypdf cannot read them itself: in
    an encrypted file, or one whose table of objects is broken.
    """
    if raw.FPDF_GetSecurityHandlerRevision(document) < 0:  # it is not encrypted
        try:
            return check(path, strict=True)
        except Objection:
            raise
        except Exception:  # pypdf raises whatever it stumbles over
            pass
    plain = path.parent / PLAIN
    document.save(plain, flags=raw.FPDF_REMOVE_SECURITY)
    return check(plain, strict=False)


def _first_page(document: PdfDocument) -> bytes:
    """Return page 1 as a JPEG; as many pixels however large the page says it is."""
    page = document[0]
    scale = LONG_SIDE / max(page.get_size())
    return as_cover(page.render(scale=scale).to_pil())
