"""Addresses of uploaded files, whose many forms mean one file."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from .model import Image, Work

VIDEO_ENDINGS = {".mp4", ".m4v", ".webm", ".ogv", ".mov", ".flv", ".wmv", ".avi", ".mpg"}
AUDIO_ENDINGS = {".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".wma"}
PICTURE_ENDINGS = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp"}

_SAME_FOLDER = re.compile(r"(?<=/)(?:\./)+")
_VARIANT = re.compile(r"(?:-\d{2,5}x\d{2,5}|-scaled|-rotated)+(?=\.\w{2,5}$)")
_SHRUNK = re.compile(r"(?:-scaled|-rotated)(?=\.\w{2,5}$)")
_SCHEME = re.compile(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)


def upload_forms(address: str) -> tuple[str, ...]:
    """The forms under which the file may be known: as written, tidied, and its original.

    Tidied is without a query and the odd `/./`; the original is also without `-300x200`, `-scaled`.
    """
    tidied = _SAME_FOLDER.sub("", re.split(r"[?#]", address)[0])
    return tuple(dict.fromkeys((address, tidied, _VARIANT.sub("", tidied))))


def upload_key(address: str) -> str:
    """One key for an upload's address on any scheme, with or without www, encoded or not."""
    tidied = _SAME_FOLDER.sub("", re.split(r"[?#]", address)[0])
    return unquote(_SCHEME.sub("", tidied))


def attachment_keys(address: str) -> tuple[str, ...]:
    """The keys under which an attachment of that address is asked for.

    WordPress shrinks big pictures to `-scaled` and names the sizes after the original. Sizes are
    not folded here: `map-600x400.jpg` may be a picture's own name.
    """
    key = upload_key(address)
    return tuple(dict.fromkeys((key, _SHRUNK.sub("", key))))


def local_url(work: Work, address: str) -> str | None:
    """Our address of an old file, whichever form it is asked in."""
    if address in work.ours:
        return address
    found = (work.resolve.local_url(form) for form in upload_forms(address))
    local = next(filter(None, found), None)
    if local:
        work.ours.add(local)
    return local


def our_image(work: Work, address: str) -> Image | None:
    """Our image of an old file, whichever form it is asked in."""
    return next(filter(None, map(work.resolve.image, upload_forms(address))), None)


def file_name(address: str) -> str:
    """The readable name of the file at an address, or the address when it has none."""
    return unquote(PurePosixPath(_path(address)).name) or address


def ending(address: str) -> str:
    """ ".mp4", ".jpg" or ""."""
    return PurePosixPath(_path(address)).suffix.lower()


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return address
