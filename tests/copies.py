"""Copies of the site with a database, a folder and a mail server of their own, run as programs."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

from tests.mail_server import MailServer

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120
"""Seconds until a test gives up waiting for a program."""
SERVER = os.environ.get("DATABASE_URL", "")


@dataclass
class Copy:
    """A site of its own: a database, a folder, a mail server, and senders that are programs."""

    url: str
    folder: Path
    server: MailServer
    command: str
    """The command that sends."""
    states_query: str
    """What names each address and where the mail to it stands."""
    sender: subprocess.Popen | None = None

    @contextmanager
    def sending(self, *options: str) -> Iterator[subprocess.Popen]:
        """Start a sender, which is `sender` from then on; it does not outlive the block."""
        command = [sys.executable, "manage.py", self.command, *options]
        out = subprocess.PIPE
        with subprocess.Popen(command, cwd=ROOT, env=self.environment(), stdout=out) as sender:
            self.sender = sender
            try:
                yield sender
            finally:
                sender.kill()

    def run(self, *options: str) -> str:
        """Run a sender to its end; return what it said."""
        with self.sending(*options) as sender:
            said, _ = sender.communicate(timeout=PATIENCE)
        assert sender.returncode == 0
        return said.decode()

    def prepare(self, module: str, *arguments: str) -> None:
        """Fill its database by a module that is run as a program."""
        command = [sys.executable, "-m", module, *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment(), check=True, timeout=PATIENCE)

    def states(self) -> dict[str, str]:
        """Return where the mail to each address stands."""
        return dict(query(self.url, self.states_query))

    def count(self) -> Counter[str]:
        """Return how many mails stand where."""
        return Counter(self.states().values())

    def environment(self) -> dict[str, str]:
        """Return what the programs are told."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return kept | {
            "DATABASE_URL": self.url,
            "DATA_DIR": str(self.folder),
            "SECRET_KEY": "only-for-tests",
            "EMAIL_URL": self.server.url,
            "MAIL_FROM": "news@example.org",
            "SITE_ADDRESS": "https://example.org",
            "DJANGO_SETTINGS_MODULE": "nejat.settings",
            "PYTHONIOENCODING": "utf-8",
        }


def query(url: str, statement: str) -> list[tuple]:
    """Run a statement in the database of an address; return its rows."""
    if url.startswith("sqlite"):
        path = url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as database:
            return database.execute(statement).fetchall()
    with psycopg.connect(url, autocommit=True) as database:
        found = database.execute(statement)
        return found.fetchall() if found.description else []


@contextmanager
def new_database(folder: Path, template: str = "") -> Iterator[str]:
    """Give the address of a new database, a copy of `template`, where DATABASE_URL says."""
    if not SERVER:
        file = folder / "db.sqlite3"
        if template:
            shutil.copy(template.removeprefix("sqlite:///"), file)
        yield f"sqlite:///{file}"
        return
    name = f"test_killed_{uuid4().hex}"
    servers_own = urlsplit(SERVER)._replace(path="/postgres").geturl()
    of = f" TEMPLATE {template.rpartition('/')[2]}" if template else ""
    query(servers_own, f"CREATE DATABASE {name}{of}")
    try:
        yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
    finally:
        query(servers_own, f"DROP DATABASE {name} WITH (FORCE)")


def signal_at(number: int, copy: Copy, sent: signal.Signals) -> Callable[[str], None]:
    """Return what a server does to signal the sender when it is asked for the `number`th time."""
    seen = count(1)

    def act(address: str) -> None:
        if next(seen) == number:
            copy.sender.send_signal(sent)

    return act


def wait_until(condition: Callable[[], bool]) -> None:
    """Return when the condition holds; fail when it does not in time."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
