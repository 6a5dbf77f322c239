"""Files of the old site: where they lie, and those of no picture, copied into our storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage

from nejat.wordpress.addresses import path_below
from nejat.wordpress.cleaner import PICTURE_ENDINGS, ending
from nejat.wordpress.reader import Item

PICTURES = PICTURE_ENDINGS | {".jpe", ".jfif", ".tif", ".tiff", ".heic", ".heif", ".svg", ".svgz"}
"""Endings of pictures. Which of these are taken, the gate of the media library says."""
OTHERS = {
    *(".pdf", ".doc", ".docx", ".odt", ".epub", ".txt", ".zip"),
    *(".mp3", ".m4a", ".ogg", ".oga", ".wav", ".mp4", ".m4v", ".webm", ".ogv"),
}
UPLOADS = "wp-content/uploads/"
FILE_ADDRESS = re.compile(r"""(?:https?:)?/[^\s"'<>\[\]()=]+\.\w{2,5}\b""")
"""The address of a file, wherever in a body it stands."""
LONGEST_NAME = 240


class Refused(Exception):
    """The file is not taken over; the message says why."""


def is_picture(name: str) -> bool:
    """Whether a file, or an address of one, is called like a picture."""
    return not PICTURES.isdisjoint({ending(name), PurePosixPath(name).suffix.lower()})


def relative_path(item: Item, edition: str) -> str:
    """The path of an attachment's file below the folder of uploads; "" when nothing tells it."""
    told = item.first_meta("_wp_attached_file")
    if not told or "://" in told:
        return path_in_uploads(item.attachment_url, edition)
    return _tidied(told)


def path_in_uploads(address: str, edition: str) -> str:
    """The path below the folder of uploads of the file at an address, as it is written there."""
    return _tidied(_path_in_address(address, edition))


def find_file(relative: str, folder: Path) -> Path | None:
    """The file of that path in the media folder, if it is there. Raises Refused outside of it."""
    if not relative:
        return None
    folder = folder.resolve()
    for path in _places(relative, folder):
        if not path.resolve().is_relative_to(folder):
            raise Refused("its path leads out of the media folder")
        if path.is_file():
            return path
    return None


def store_file(relative: str, folder: Path, edition: str, *, is_dry_run: bool) -> str:
    """Copy a file from the media folder, and return its name in the storage; "" without one.

    A dry run copies nothing. Raises Refused for a file outside the folder, or of a kind that is
    not published.
    """
    source = find_file(relative, folder)
    if source is None:
        return ""
    if source.suffix.lower() not in OTHERS:
        raise Refused(f"{source.suffix or relative} is not a kind of file that is published")
    return relative if is_dry_run else _copy(source, _storage_name(relative, edition))


def _tidied(path: str) -> str:
    parts = (part for part in path.replace("\\", "/").split("/") if part not in ("", "."))
    return "/".join(parts)


def _path_in_address(address: str, edition: str) -> str:
    # The letter case of a file matters on disk, so only the start is compared folded.
    path = re.sub(r"^(?:https?:)?//[^/]+/", "", address.partition("?")[0])
    _, found, rest = path.partition(UPLOADS)
    return rest if found else path.removeprefix(f"{edition}/") if path_below(address, "") else ""


def _places(relative: str, folder: Path) -> Iterator[Path]:
    """Where the file lies, whether the folder is that of uploads or one above it."""
    for above in ("", "uploads", UPLOADS):
        yield folder / above / relative


def _storage_name(relative: str, edition: str) -> str:
    path = PurePosixPath(f"imports/{edition}/{relative}")
    stem = path.stem[: max(1, LONGEST_NAME - len(str(path.parent)) - len(path.suffix))]
    return str(path.with_name(stem + path.suffix.lower()))


def _copy(source: Path, name: str) -> str:
    if default_storage.exists(name) and default_storage.size(name) == source.stat().st_size:
        return name  # of an import that was interrupted
    with source.open("rb") as file:
        return default_storage.save(name, File(file))
