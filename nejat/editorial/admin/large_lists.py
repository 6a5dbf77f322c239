"""Lists of the admin that stay quick in an archive of any size: they never count it."""

from functools import cached_property
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Max, QuerySet
from django.http import HttpRequest

from nejat.audit.admin import AuditedAdmin
from nejat.editorial.admin.inputs import DeskInputs

LOOK_AHEAD = 2000


class EstimatingPaginator(Paginator):
    """Counts the 2,000 rows from `start` on; if there are more, the number is an estimate.

    For a whole table that is its highest id, and so it is where the list `is_whole` but for a few
    rows. For a filtered list it is what was seen so far, and grows as one pages on, so that every
    row can be reached.
    """

    def __init__(self, *args: Any, start: int = 0, is_whole: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.start, self.is_whole = start, is_whole

    @cached_property
    def count(self) -> int:
        """The number of rows, exact when the end is near."""
        rows = self.object_list.order_by()
        limit = self.start + LOOK_AHEAD
        seen = len(rows.values_list("pk", flat=True)[: limit + 1])
        if seen <= limit or (rows.query.where and not self.is_whole):
            return min(seen, limit)
        return rows.aggregate(highest=Max("pk"))["highest"]


class LargeListAdmin(DeskInputs, AuditedAdmin):
    """Admin of a model that may have a hundred thousand rows."""

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # they count every row

    def get_paginator(
        self, request: HttpRequest, queryset: QuerySet, per_page: int, *args: Any, **kwargs: Any
    ) -> EstimatingPaginator:
        page = request.GET.get("p", "")
        start = (int(page) - 1) * per_page if page.isdecimal() and len(page) < 7 else 0
        return EstimatingPaginator(queryset, per_page, *args, start=max(start, 0), **kwargs)
