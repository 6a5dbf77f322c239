"""Opening an export: plain, gzipped or zipped, without trusting its size."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import IO, Protocol, cast

# XML of posts packs 5 to 20 times; only a bomb packs better than this beyond the first gigabyte.
MAX_RATIO = 200
ALWAYS_ALLOWED = 1 << 30

DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile)
"""What reading from a damaged archive raises."""


class ExportError(Exception):
    """The file cannot be used as an export at all; the message says why."""


class ByteStream(Protocol):
    """What the reader needs of a stream."""

    def read(self, size: int, /) -> bytes: ...


class BoundedStream:
    """A stream that refuses to unpack to more than its packed size can honestly hold."""

    def __init__(self, stream: BufferedIOBase, packed_size: int) -> None:
        self._stream = stream
        self._left = max(ALWAYS_ALLOWED, packed_size * MAX_RATIO)

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; raises ExportError beyond the bound."""
        # Of a damaged archive, read() would also lose what comes before the damage.
        block = self._stream.read1(size)
        self._left -= len(block)
        if self._left < 0:
            raise ExportError("it unpacks to far more than an export of its size can hold")
        return block


def export_files(path: Path) -> Iterator[tuple[str, ByteStream]]:
    """The XML files of the export at `path`, each as (name, stream of bytes).

    The kind is told by the first bytes, not by the name. Each stream must be read before the next
    is asked for. Raises ExportError when the file is missing, empty or an unusable archive.
    """
    with _opened(path) as file:
        start = file.read(4)
        file.seek(0)
        if not start:
            raise ExportError(f"{path.name} is empty")
        if start.startswith(b"PK"):
            yield from _zipped(file, path.name)
        elif start.startswith(b"\x1f\x8b"):
            with gzip.open(file) as unpacked:
                yield path.name, BoundedStream(unpacked, path.stat().st_size)
        else:
            yield path.name, file


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise ExportError(f"{path.name} cannot be opened: {error.strerror}") from error


def _zipped(file: IO[bytes], name: str) -> Iterator[tuple[str, ByteStream]]:
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise ExportError(f"{name} is not a readable zip file: {error}") from error
    with archive:
        members = sorted(filter(_is_export, archive.infolist()), key=lambda member: member.filename)
        if not members:
            raise ExportError(f"{name} holds no .xml file")
        for member in members:
            with _unpacked(archive, member) as stream:
                yield member.filename, BoundedStream(stream, member.compress_size)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BufferedIOBase:
    try:
        return cast(BufferedIOBase, archive.open(member))
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
        raise ExportError(f"{member.filename} cannot be unpacked: {error}") from error


def _is_export(member: zipfile.ZipInfo) -> bool:
    path = Path(member.filename)
    hidden = path.name.startswith(".") or path.parts[0] == "__MACOSX"
    return path.suffix.lower() == ".xml" and not hidden
