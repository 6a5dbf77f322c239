"""`manage.py load_demo`: sample content in the four editions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from articles.models import Article
from nejat.demo.loading import DemoLoader
from nejat.editorial.commands import require_migrated_database
from nejat.pages.models import Page


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
        articles, media = len(loader.articles), loader.media.work_count
        self.stdout.write(f"Loaded {articles} sample articles and {media} media works.")
