"""The gate: what is taken, how large it may be, and who reads it."""

import hashlib
import json
import re
from io import SEEK_END
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from publications.documents.apart import DOCUMENT, FACTS, run_apart
from publications.documents.document import Document
from publications.documents.refusals import refused

MEGABYTE = 1024 * 1024
MOST_BYTES = 200 * MEGABYTE
LONGEST_NAME = 100

# How a file of each kind begins. A PDF must do so with its first byte, though many programs look
# for its mark further on: what stands before it could be a file of another kind. An EPUB begins
# with an entry that has a fixed name, no extra field and no compression (OCF 3.3, 4.3).
PDF = re.compile(rb"%PDF-[12]\.\d")
EPUB = re.compile(
    rb"PK\x03\x04.{4}\x00\x00.{16}\x08\x00\x00\x00mimetypeapplication/epub\+zip\s{0,2}PK", re.S
)


def read_document(file: BinaryIO, name: str) -> Document:
    """Return the PDF or EPUB in an uploaded file; raise Refused, with a sentence, for all else.

    Processes of their own read the file, with little time and memory: see `apart`.
    """
    content = _content(file)
    kind = _kind(content, name)
    with TemporaryDirectory(prefix="document-") as path:
        folder = Path(path)
        (folder / DOCUMENT).write_bytes(content)
        facts = _facts(folder, kind)
        if kind == "pdf":  # without its text it is still a document
            run_apart("pdf-text", folder)
        return Document(
            kind=kind,
            extension=f".{kind}",
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            pages=facts["pages"],
            text=_bytes(folder / "text").decode(errors="ignore"),
            cover=_bytes(folder / "cover") or None,
            title=facts["title"],
        )


def _content(file: BinaryIO) -> bytes:
    file.seek(0, SEEK_END)
    if file.tell() > MOST_BYTES:
        raise refused("TOO_HEAVY", megabytes=MOST_BYTES // MEGABYTE)
    file.seek(0)
    content = file.read(MOST_BYTES)
    if not content:
        raise refused("EMPTY")
    return content


def _kind(content: bytes, name: str) -> str:
    if PDF.match(content):
        return "pdf"
    if EPUB.match(content):
        return "epub"
    raise refused("OTHER_KIND", name=PurePath(name).name[-LONGEST_NAME:])


def _facts(folder: Path, kind: str) -> dict[str, Any]:
    """Return what the reader found; raise Refused where it objected, gave up or was stopped."""
    if not run_apart(kind, folder):
        raise refused("TOO_COSTLY")
    facts: dict[str, Any] = json.loads((folder / FACTS).read_bytes())
    if objection := facts.get("objection"):
        raise refused(objection, **facts["values"])
    return facts


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
