"""Counting of missing addresses, within bounds."""

from typing import Self

from django.db.models import F, QuerySet
from django.utils import timezone

from nejat.editions.addresses import edition_of

MOST_ADDRESSES = 10_000
"""Rows that are kept, those aside that staff ignore."""
GIVING_WAY = 100


class MissingAddressQuerySet(QuerySet):
    """Addresses that were asked for and lead nowhere."""

    def open(self) -> Self:
        """Those about which nobody has decided."""
        return self.filter(is_ignored=False)

    def count_hit(self, path: str, referrer: str) -> None:
        """Count one request for a normal path. Two in the same moment count as two."""
        hit = {"hits": F("hits") + 1, "last_seen_at": timezone.now()}
        if referrer:
            hit["referrer"] = referrer
        if self.filter(path=path).update(**hit):
            return
        self.make_room()
        self.bulk_create([self.model(edition=edition_of(path), path=path)], ignore_conflicts=True)
        self.filter(path=path).update(**hit)

    def make_room(self) -> None:
        """When the table is full, drop those that were asked for least and longest ago."""
        if self.open().count() >= MOST_ADDRESSES:
            least = self.open().order_by("hits", "last_seen_at", "pk")
            self.filter(pk__in=least.values("pk")[:GIVING_WAY]).delete()
