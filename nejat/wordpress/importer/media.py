"""Files of the old site, copied into our storage when they are what they claim to be."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage
from PIL import Image

from nejat.wordpress.addresses import path_below
from nejat.wordpress.reader import Item

PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".gif": "GIF", ".webp": "WEBP"}
OTHERS = {
    *(".pdf", ".doc", ".docx", ".odt", ".epub", ".txt", ".zip"),
    *(".mp3", ".m4a", ".ogg", ".oga", ".wav", ".mp4", ".m4v", ".webm", ".ogv"),
}
UPLOADS = "wp-content/uploads/"
MOST_PIXELS = 100_000_000
LONGEST_NAME = 240


class Refused(Exception):
    """The file is not taken over; the message says why."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in our storage; width and height, in pixels, of pictures."""

    name: str
    width: int | None = None
    height: int | None = None


def relative_path(item: Item, edition: str) -> str:
    """The path of an attachment's file below the folder of uploads; "" when nothing tells it."""
    told = item.first_meta("_wp_attached_file")
    if not told or "://" in told:
        told = _path_in_address(item.attachment_url, edition)
    parts = (part for part in told.replace("\\", "/").split("/") if part not in ("", "."))
    return "/".join(parts)


def store_file(relative: str, folder: Path, edition: str, *, is_dry_run: bool) -> StoredFile | None:
    """Copy a file from the media folder into the storage; None when it is not there.

    A dry run checks the file and copies nothing. Raises Refused for a file outside the folder, of
    a kind that is not published, or damaged.
    """
    source = _find(relative, folder)
    if source is None:
        return None
    ending = source.suffix.lower()
    if ending not in OTHERS and ending not in PICTURES:
        raise Refused(f"{ending or relative} is not a kind of file that is published")
    width, height = _size(source) if ending in PICTURES else (None, None)
    name = relative if is_dry_run else _copy(source, _storage_name(relative, edition))
    return StoredFile(name, width, height)


def _path_in_address(address: str, edition: str) -> str:
    # The letter case of a file matters on disk, so only the start is compared folded.
    path = re.sub(r"^(?:https?:)?//[^/]+/", "", address.partition("?")[0])
    _, found, rest = path.partition(UPLOADS)
    return rest if found else path.removeprefix(f"{edition}/") if path_below(address, "") else ""


def _find(relative: str, folder: Path) -> Path | None:
    if not relative:
        return None
    folder = folder.resolve()
    for path in _places(relative, folder):
        if not path.resolve().is_relative_to(folder):
            raise Refused("its path leads out of the media folder")
        if path.is_file():
            return path
    return None


def _places(relative: str, folder: Path) -> Iterator[Path]:
    """Where the file lies, whether the folder is that of uploads or one above it."""
    for above in ("", "uploads", UPLOADS):
        yield folder / above / relative


def _size(path: Path) -> tuple[int, int]:
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            if picture.format != PICTURES[path.suffix.lower()]:
                raise Refused(f"it is {picture.format}, not what its name says")
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("the picture is larger than any camera makes them")
            picture.verify()
            return picture.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(f"the picture is damaged: {error}") from error


def _storage_name(relative: str, edition: str) -> str:
    path = PurePosixPath(f"imports/{edition}/{relative}")
    stem = path.stem[: max(1, LONGEST_NAME - len(str(path.parent)) - len(path.suffix))]
    return str(path.with_name(stem + path.suffix.lower()))


def _copy(source: Path, name: str) -> str:
    if default_storage.exists(name) and default_storage.size(name) == source.stat().st_size:
        return name  # of an import that was interrupted
    with source.open("rb") as file:
        return default_storage.save(name, File(file))
