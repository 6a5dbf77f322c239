"""`manage.py rebuild_search_index`: tells the search of every work anew."""

import sys
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand, CommandParser
from django.db import reset_queries
from tqdm import tqdm

from nejat.editorial.commands import require_migrated_database
from nejat.editorial.indexing import index_in_batches
from nejat.editorial.models import Content
from nejat.search.models import IndexedWork


class Command(BaseCommand):
    help = (
        "Tell the search of every work anew: after an upgrade from a version without it, or when "
        "works were written past it. Readers can search meanwhile."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when the search knows of any work"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        if options["if_empty"] and IndexedWork.objects.exists():
            return
        told = sum(map(self._tell_of, _kinds()))
        self.stdout.write(f"The search knows of {told:,} works.")

    def _tell_of(self, kind: type[Content]) -> int:
        """Index the works of a kind and forget those that are gone; return how many there are."""
        told = 0
        with tqdm(desc=kind.__name__, unit="work", disable=not sys.stderr.isatty()) as bar:
            for count in index_in_batches(kind.objects.all()):
                reset_queries()  # in debug mode Django keeps each statement, and with it each text
                bar.update(count)
                told += count
        rows = IndexedWork.objects.filter(content_type=ContentType.objects.get_for_model(kind))
        rows.exclude(object_id__in=kind.objects.values("pk")).delete()
        return told


def _kinds() -> Iterator[type[Content]]:
    return (model for model in apps.get_models() if issubclass(model, Content))
