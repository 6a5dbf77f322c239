"""The database in memory and the files of the site as they stood, to go back to in a moment."""

import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection


class Snapshot:
    """What a database and, where given, a folder of files hold now; for SQLite in memory alone."""

    def __init__(self, files: Path | None = None) -> None:
        connection.ensure_connection()
        self._kept = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(self._kept)
        self._files = files

    def close(self) -> None:
        """Let go of what was kept."""
        self._kept.close()

    def restore(self) -> None:
        """Put the database back, and copies of the files into MEDIA_ROOT."""
        connection.ensure_connection()
        self._kept.backup(connection.connection)
        if self._files:
            shutil.copytree(self._files, settings.MEDIA_ROOT, dirs_exist_ok=True)
