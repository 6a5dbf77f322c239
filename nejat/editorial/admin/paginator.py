"""Pages of the admin's lists, which never count a large archive."""

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Max

EXACT_UP_TO = 2000


class EstimatingPaginator(Paginator):
    """Counts exactly up to 2,000 rows; above that the highest id stands for the number.

    A filtered list longer than that shows its first 2,000 rows: narrow it further.
    """

    @cached_property
    def count(self) -> int:
        """The number of rows, or an estimate that is never too small for an unfiltered list."""
        rows = self.object_list.order_by()
        seen = len(rows.values_list("pk", flat=True)[: EXACT_UP_TO + 1])
        if seen <= EXACT_UP_TO:
            return seen
        if rows.query.where:
            return EXACT_UP_TO
        return rows.aggregate(highest=Max("pk"))["highest"]
