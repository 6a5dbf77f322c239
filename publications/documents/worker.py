"""Reads one file under limits: `python -m publications.documents.worker TASK FOLDER`.

Ends with 0 when `apart.FACTS` in the folder says what was found, or what the objection is.
"""

import json
import resource
import sys
from pathlib import Path

from publications.documents import epub, pdf, pdf_text
from publications.documents.apart import DOCUMENT, FACTS, MOST_MEMORY, MOST_SECONDS
from publications.documents.refusals import Objection

TASKS = {"pdf": pdf.read, "pdf-text": pdf_text.read, "epub": epub.read}
MOST_WRITTEN = 512 * 1024 * 1024


def main(task: str, folder: Path) -> None:
    """Carry out the task; whatever the readers stumble over is an objection, too."""
    limit(resource.RLIMIT_AS, MOST_MEMORY)
    limit(resource.RLIMIT_CPU, MOST_SECONDS)
    limit(resource.RLIMIT_FSIZE, MOST_WRITTEN)
    limit(resource.RLIMIT_CORE, 0)
    try:
        found = TASKS[task](folder / DOCUMENT)
    except Objection as objection:
        found = {"objection": objection.key, "values": objection.values}
    except MemoryError:
        found = {"objection": "TOO_COSTLY", "values": {}}
    except Exception:  # what hostile bytes make of a parser is written down nowhere
        found = {"objection": "DAMAGED", "values": {}}
    (folder / FACTS).write_text(json.dumps(found))


def limit(which: int, most: int) -> None:
    """Lower a limit of this process and of those it starts, where the system has it."""
    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(which, (most, most))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
