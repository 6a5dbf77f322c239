"""The text of a PDF. Runs in a process of its own, and after the file was checked (see `pdf`)."""

import json
import resource
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

from pypdf import PdfReader

from publications.documents.apart import FACTS, TEXT
from publications.documents.cleaning import MOST_TEXT, clean
from publications.documents.ligatures import hide_ligatures
from publications.documents.order import poppler_in_order, pypdf_in_order
from publications.documents.pdf import PLAIN

MOST_SECONDS = 8
MOST_OUTPUT = 6 * MOST_TEXT  # a letter takes two bytes, and Poppler's marks of direction three


def read(path: Path) -> dict[str, Any]:
    """Write the text beside the file, in the order of reading; as far as it comes in the time."""
    plain = path.parent / PLAIN
    source = plain if plain.exists() else path
    hidden: dict[int, str] = {}
    with suppress(Exception):  # without it some words are misspelt
        streams = json.loads((path.parent / FACTS).read_bytes())["streams"]
        hidden = hide_ligatures(source, dict(streams))
    text = _from_poppler(source) if shutil.which("pdftotext") else _from_pypdf(source)
    (path.parent / TEXT).write_text(clean(text.translate(hidden)))
    return {}


def _from_poppler(path: Path) -> str:
    """Return what Poppler's program writes, all or the beginning."""
    output = path.parent / "output"
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_OUTPUT, hard))
    command = ["pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", str(path), str(output)]
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(command, timeout=MOST_SECONDS, check=False)
    text = output.read_bytes() if output.exists() else b""
    return poppler_in_order(text.decode(errors="ignore"))


def _from_pypdf(path: Path) -> str:
    """Return what pypdf reads in the time. Words in a line of Arabic letters may change places."""
    end, pages, length = monotonic() + MOST_SECONDS, list[str](), 0
    for page in PdfReader(path).pages:
        with suppress(Exception):  # a page that pypdf stumbles over is no reason to lose the rest
            pages.append(page.extract_text())
            length += len(pages[-1])
        if monotonic() > end or length > MOST_TEXT:
            break
    return pypdf_in_order("\n".join(pages))
