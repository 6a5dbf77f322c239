"""`manage.py export_messages ADDRESS`: every message from an address."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from nejat.contact.held import held_about


class Command(BaseCommand):
    help = "Write every message from an e-mail address, and the mails about it, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        held = held_about(options["address"])
        self.stdout.write(json.dumps(held, ensure_ascii=False, indent=2))
