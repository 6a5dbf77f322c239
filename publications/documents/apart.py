"""Processes that read a file for us, so that what breaks or blows up there is not the site.

A process is started afresh and never forked from ours: a fork of a server with threads may hang.
It is given a folder and nothing else: the environment, with its secrets, stays behind.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

# Names in the folder: the file as it came, what its reader found, its cover and its text.
DOCUMENT, FACTS, COVER, TEXT = "document", "facts.json", "cover", "text"

MOST_SECONDS = 15
"""After which a process is stopped."""
MOST_MEMORY = 768 * 1024 * 1024
"""Bytes of address space that a process may have."""


def run_apart(task: str, folder: Path) -> bool:
    """Run a task of `worker` on the folder; False where it broke, or had to be stopped."""
    command = [sys.executable, "-m", "publications.documents.worker", task, str(folder)]
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LC_ALL": "C.UTF-8",
        "TMPDIR": str(folder),
    }
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command,
        env=environment,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,  # so that what it starts can be stopped with it
    ) as process:
        try:
            return process.wait(MOST_SECONDS) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False
