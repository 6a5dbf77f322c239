"""`manage.py read_bounces FILE…`: learns from returned mails whom nothing reaches."""

import sys
from collections import Counter
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nejat.subscriptions.bounces import note_bounces, read_mails


class Command(BaseCommand):
    help = (
        "Read returned mails (delivery status notifications) and stop sending to addresses that do "
        "not exist. Reading them again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="a mail, an mbox, a Maildir; - reads one"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        counts: Counter[str] = Counter()
        for name in options["files"]:
            try:
                counts += _read_standard_input() if name == "-" else _read(Path(name))
            except OSError as error:
                raise CommandError(f"{name} cannot be read: {error}") from error
        for what, number in sorted(counts.items()):
            self.stdout.write(f"{what}: {number:,}")


def _read(path: Path) -> Counter[str]:
    return note_bounces(read_mails(path))


def _read_standard_input() -> Counter[str]:
    """Keep what comes in a file, for an mbox is read back and forth."""
    with NamedTemporaryFile() as file:
        file.write(sys.stdin.buffer.read())
        file.flush()
        return _read(Path(file.name))
