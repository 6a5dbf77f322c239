"""The archive that an EPUB is, opened only when it will not blow up."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

from publications.documents.refusals import Objection

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 500 * MEGABYTE
MOST_OF_ONE = 100 * MEGABYTE
MOST_ENTRIES = 10_000
MOST_RATIO = 100  # text becomes a tenth, a white picture a fiftieth
SMALL = 10 * MEGABYTE  # whatever the ratio
IS_ENCRYPTED = 0x1


def open_archive(path: Path) -> ZipFile:
    """Return the archive; raise Objection for a bomb, a password or names that lead outside.

    `zipfile` unpacks no more of an entry than its directory says, so what that says is enough.
    """
    archive = ZipFile(path)
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or any(entry.file_size > MOST_OF_ONE for entry in entries):
        raise Objection("UNPACKED", megabytes=MOST_UNPACKED // MEGABYTE)
    if len(entries) > MOST_ENTRIES or unpacked > max(SMALL, MOST_RATIO * path.stat().st_size):
        raise Objection("TOO_COSTLY")
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise Objection("LOCKED")
    if any(_leads_outside(entry) for entry in entries):
        raise Objection("DAMAGED")
    return archive


def _leads_outside(entry: ZipInfo) -> bool:
    name = entry.filename
    return name.startswith("/") or "\\" in name or ".." in name.split("/")
