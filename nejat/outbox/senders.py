"""What a command that sends mails does for its process: be alone, stop well, keep what it knows."""

import fcntl
import signal
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import IO

from django.conf import settings
from django.db import connection

NUMBER = 0x6E656A61  # any number that nobody else locks in the database


@contextmanager
def only_sender(command: str) -> Iterator[bool]:
    """Hold the lock of a command inside the block; the value is False when another process does.

    PostgreSQL keeps it for the connection, so that it holds on all machines; beside SQLite the
    kernel keeps it for a file in DATA_DIR. Both let go when the process ends, however it ends.
    """
    lock = _database_lock if connection.vendor == "postgresql" else _file_lock
    with lock(command) as taken:
        yield taken


@contextmanager
def told_to_stop() -> Iterator[Event]:
    """Give an event that is set by Ctrl-C and by a system that shuts down.

    So the mail in hand is brought to its end, and leaves no doubt.
    """
    stopping = Event()
    asked = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda *_: stopping.set()) for number in asked}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def keep_what_is_committed() -> None:
    """Let SQLite write every commit to the disk: a power cut must not undo "being sent"."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=FULL")


@contextmanager
def _database_lock(command: str) -> Iterator[bool]:
    key = [NUMBER, zlib.crc32(command.encode()) - 2**31]  # two signed numbers of 32 bits
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", key)
        taken = cursor.fetchone()[0]
        try:
            yield taken
        finally:
            if taken:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", key)


@contextmanager
def _file_lock(command: str) -> Iterator[bool]:
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.DATA_DIR / f"{command}.lock").open("a") as file:
        yield _lock_file(file)


def _lock_file(file: IO[str]) -> bool:
    """Lock an open file until it is closed; False when it is locked."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
