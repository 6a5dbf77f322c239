"""Questions to ask of the search's rows."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

LIST_FIELDS = ("content_type", "object_id", "edition", "published_at", "title", "standfirst")


@dataclass(frozen=True)
class Scope:
    """Where to search."""

    edition: str
    in_titles: bool = False
    """Only in titles."""
    is_public: bool = True
    """Only what readers see now; else all states."""
    kinds: Collection[type[models.Model]] = ()
    """Only works of these kinds; with none named, of all."""
    since: datetime | None = None
    until: datetime | None = None
    """Only what was published from the one moment on and before the other."""
    among: tuple[QuerySet, ...] = field(default=())
    """Only works that are in one of these querysets."""

    @property
    def kind_ids(self) -> list[int]:
        """The numbers of the content types of `kinds`, in ascending order."""
        return sorted(ContentType.objects.get_for_model(kind).pk for kind in self.kinds)


class IndexedWorkQuerySet(QuerySet):
    """Works as the search knows them."""

    def of_works(self, kind: type[models.Model], pks: Collection[int]) -> Self:
        """The rows of these works of a kind, in every edition."""
        return self.filter(content_type=ContentType.objects.get_for_model(kind), object_id__in=pks)

    def numbered(self, number: int, kinds: Collection[type[models.Model]]) -> Self:
        """The rows of the works of these kinds that have this number, without their texts."""
        kind_ids = Scope("", kinds=kinds).kind_ids
        return self.filter(content_type__in=kind_ids, object_id=number).only(*LIST_FIELDS)

    def in_scope(self, scope: Scope) -> Self:
        """The rows that a scope names, without their texts."""
        rows = self.filter(edition=scope.edition).only(*LIST_FIELDS)
        if scope.is_public:
            rows = rows.public()
        if scope.kinds:
            rows = rows.filter(content_type__in=scope.kind_ids)
        if scope.since:
            rows = rows.filter(published_at__gte=scope.since)
        if scope.until:
            rows = rows.filter(published_at__lt=scope.until)
        return rows.filter(_among(scope.among)) if scope.among else rows

    def public(self) -> Self:
        """What readers see now; decided here and now, like `published_q` of content."""
        now = timezone.now()
        unexpired = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
        return self.filter(unexpired, is_published=True, published_at__lte=now)


def _among(querysets: tuple[QuerySet, ...]) -> Q:
    condition = Q()
    for works in querysets:
        kind = ContentType.objects.get_for_model(works.model)
        condition |= Q(content_type=kind, object_id__in=works.order_by().values("pk"))
    return condition
