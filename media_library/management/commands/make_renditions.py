"""`manage.py make_renditions`: makes the renditions that images lack."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from tqdm import tqdm

from media_library.library import make_renditions
from media_library.models import ImageAsset
from nejat.editorial.commands import require_migrated_database

CHUNK = 2
"""Images that a process takes at a time: few, so that all processes end together."""


class Command(BaseCommand):
    help = (
        "Make the renditions that images lack, after an import or when presets have changed. "
        "Interrupted, it goes on where it was. The exit code is 1 when a file is gone or damaged."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, help="all processors unless given"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        waiting = list(ImageAsset.objects.without_renditions().values_list("pk", flat=True))
        if not waiting:
            return
        outcomes = _outcomes(waiting, options["processes"])
        bar = tqdm(outcomes, total=len(waiting), unit="image", disable=not sys.stderr.isatty())
        failures = [failure for failure in bar if failure]
        self.stdout.write(f"Made the renditions of {len(waiting) - len(failures):,} images.")
        for failure in failures:
            self.stderr.write(failure)
        if failures:
            sys.exit(1)


def _outcomes(waiting: list[int], processes: int) -> Iterator[str]:
    """Yield "" for each image that is done, else what went wrong, as they are finished with."""
    if processes < 2:
        yield from map(_make, waiting)
        return
    connections.close_all()  # a process must not share one with another
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        yield from pool.map(_make, waiting, chunksize=CHUNK)


def _make(pk: int) -> str:
    image = ImageAsset.objects.filter(pk=pk).first()
    if image is None:
        return ""  # deleted meanwhile
    try:
        make_renditions(image)
    # What a decoder may raise is written down nowhere, and one picture must not end the run.
    except Exception as error:
        is_same = ImageAsset.objects.filter(pk=pk, file=image.file.name).exists()
        return f"image {pk}, {image.file.name}: {error}" if is_same else ""
    return ""
