"""Own films of the old site: checked, and stored where videos have theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from django.core.files import File
from django.core.files.storage import default_storage

from media_library.models import Video
from media_library.recordings import RefusedRecording, check_video

from .bodies import Body, Film
from .media import Refused, find_file
from .session import Session

NO_FILM = "it has no film here"
REFUSED = "its film is refused: {}"


def find_film(body: Body, session: Session) -> tuple[Film | None, str]:
    """The first film of a body that may be shown; without one, why."""
    reason = ""
    for film in body.films():
        refusal = _refusal(film.name, session) if film.name else ""
        if not refusal:
            return film, ""
        reason = reason or REFUSED.format(refusal)
    return None, reason or NO_FILM


def give_film(video: Video, film: Film, session: Session) -> None:
    """Make a film that of a video; an own one is copied, so that each may go without the other."""
    if film.address or session.options.is_dry_run:
        video.address, video.file.name = film.address, film.name
        return
    with default_storage.open(film.name) as file:
        video.file.save(PurePath(film.name).name, File(file), save=False)
    session.stored.append(video.file.name)


def is_film_of(video: Video, film: Film) -> bool:
    """Whether a video shows this film already: that address, or a file of that size."""
    if film.address:
        return video.address == film.address
    if not video.file or video.file.name == film.name:
        return bool(video.file)
    names = (video.file.name, film.name)
    sizes = {default_storage.size(name) for name in names if default_storage.exists(name)}
    return len(sizes) == 1 and all(map(default_storage.exists, names))


@contextmanager
def files_of_transaction(session: Session) -> Iterator[None]:
    """Around a transaction: when it fails, the files that were stored for it go, too."""
    session.stored.clear()
    try:
        yield
    except BaseException:
        for name in session.stored:
            default_storage.delete(name)
        raise


def _refusal(name: str, session: Session) -> str:
    try:
        with _open(name, session) as file:
            check_video(file, name)
    except (OSError, RefusedRecording, Refused) as error:
        return str(error)
    return ""


def _open(name: str, session: Session) -> File:
    """Open a stored file; a dry run has stored none, and opens that among the media."""
    media = session.options.media
    if session.options.is_dry_run and media and not default_storage.exists(name):
        path = find_file(name, media)
        return File((path or media / name).open("rb"))
    return default_storage.open(name)
