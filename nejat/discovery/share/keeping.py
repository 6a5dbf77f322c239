"""Share pictures in the storage: each is drawn once."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from nejat.discovery.share.drawing import draw
from nejat.discovery.share.picture import SharePicture, folder_of


def is_kept(picture: SharePicture) -> bool:
    """Say whether it was drawn before."""
    return default_storage.exists(picture.name)


def keep(picture: SharePicture) -> None:
    """Draw it, unless it is kept, in place of what showed its work before.

    Other drawings on this machine wait until this one is done, for a tenth of a second.
    """
    with _one_at_a_time():
        if not is_kept(picture):
            content = draw(picture)
            forget(picture.kind, picture.pk, picture.edition.code)
            default_storage.save(picture.name, ContentFile(content))


def forget(kind: str, pk: int, code: str) -> None:
    """Delete what is kept of a work in an edition."""
    folder = folder_of(kind, pk)
    try:
        _folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        if name.startswith(f"{code}-"):
            default_storage.delete(f"{folder}/{name}")


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (settings.DATA_DIR / "share.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
