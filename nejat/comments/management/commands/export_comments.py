"""`manage.py export_comments ADDRESS`: everything that comments hold about an address."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.comments.held import held_about


class Command(BaseCommand):
    help = "Write everything that comments hold about an e-mail address, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        held = held_about(options["address"])
        self.stdout.write(json.dumps(held, ensure_ascii=False, indent=2))
