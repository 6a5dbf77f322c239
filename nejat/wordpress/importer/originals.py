"""Of which file a picture of the old site is taken: the one that all others were made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from media_library import intake
from nejat.wordpress.reader import Item, unserialize

from .media import find_file

METADATA = "_wp_attachment_metadata"
# WordPress keeps what it made smaller or turned beside the original, under these names.
_SHRUNK = re.compile(r"(?:-scaled|-rotated)+(?=\.\w{2,5}$)")
_EDITED = re.compile(r"-e\d{10,14}(?=[-.])", re.ASCII)
_SIZED = re.compile(r"-(\d{2,5})x(\d{2,5})(?=\.\w{2,5}$)", re.ASCII)


def files_of(item: Item, relative: str, folder: Path) -> Iterator[Path]:
    """The files of an attachment that are in the media folder, the original first, its own last.

    `relative` is the path of its own. Raises media.Refused for a path out of the folder.
    """
    own = find_file(relative, folder)
    for name in dict.fromkeys((*_originals(item, relative, own), relative)):
        if path := find_file(name, folder):
            yield path


def _originals(item: Item, relative: str, own: Path | None) -> Iterator[str]:
    named = _named_original(item)
    if named and not _EDITED.search(relative):  # what an editor has cut off stays off
        yield str(PurePosixPath(relative).with_name(named))
    size = _SIZED.search(relative)
    bare = _SIZED.sub("", relative) if size and _is_of_size(own, size) else relative
    for name in (_SHRUNK.sub("", bare), bare):
        if name != relative:
            yield name


def _named_original(item: Item) -> str:
    metadata = item.first_meta(METADATA)
    told = unserialize(metadata) if "original_image" in metadata else None
    named = told.get("original_image") if isinstance(told, dict) else None
    return PurePosixPath(named).name if isinstance(named, str) else ""


def _is_of_size(path: Path | None, size: re.Match[str]) -> bool:
    """Whether a file has the size in its name: a picture may be called like that by its maker."""
    if path is None:
        return True
    try:
        with path.open("rb") as file:
            picture = intake.read_picture(file, path.name)
    except intake.Refused:
        return True
    return (picture.width, picture.height) == (int(size[1]), int(size[2]))
