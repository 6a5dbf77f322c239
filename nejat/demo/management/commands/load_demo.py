"""`manage.py load_demo`: sample content in the four editions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from articles.models import Article
from nejat.demo.loading import DemoLoader
from nejat.editorial.commands import require_migrated_database
from nejat.pages.models import Page
from publications.typesetting import CannotTypeset


class Command(BaseCommand):
    help = "Load the sample content into a database that holds no articles and pages yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing, and say nothing, when there is content already",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrated_database()
        if Article.objects.exists() or Page.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("There is content already; sample content needs an empty site.")
        loader = DemoLoader()
        with transaction.atomic():
            loader.load()
            self._make_files(loader)
        articles, media = len(loader.articles), loader.media.work_count
        issues, books = len(loader.issues.issues), len(loader.books.books)
        self.stdout.write(
            f"Loaded {articles} sample articles, {media} media works,"
            f" {issues} issues and {books} books."
        )

    def _make_files(self, loader: DemoLoader) -> None:
        try:
            loader.make_files()
        except CannotTypeset as reason:
            self.stderr.write(f"The sample issues have no PDFs: {reason}")
