"""`manage.py ping_hubs`: tells the hub which feeds changed."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nejat.discovery.websub import HubRefused, HubUnreachable, feeds_due, ping
from nejat.editorial.commands import require_migrated_database


class Command(BaseCommand):
    help = (
        "Tell the hub (WEBSUB_HUB) of the feeds that changed since it was told last. Run it every "
        "few minutes: it finds what was scheduled, too. The exit code is 1 when the hub did not "
        "take all of it; the next run tells it again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.WEBSUB_HUB:
            self.stdout.write("WEBSUB_HUB is not set: there is no hub to tell.")
            return
        if not settings.SITE_ADDRESS:
            raise CommandError("SITE_ADDRESS is not set, so the hub could not find the feeds.")
        require_migrated_database()
        told, refused = self._tell()
        self.stdout.write(f"The hub was told of {told:,} feeds.")
        if refused:
            raise CommandError(f"It did not take {refused:,}; the next run tells it again.")

    def _tell(self) -> tuple[int, int]:
        """Return how many feeds the hub was told of, and how many it did not take."""
        told = refused = 0
        for due in list(feeds_due()):
            try:
                ping(due)
                told += 1
            except HubRefused as reason:
                refused += 1
                self.stderr.write(f"{due.address}: {reason}.")
            except HubUnreachable as reason:
                raise CommandError(
                    f"The hub was told of {told:,} feeds, then it could not be reached: {reason}. "
                    "The next run goes on."
                ) from reason
        return told, refused
