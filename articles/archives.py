"""The archive by year and month, in the calendar of each edition."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Article
from articles.querysets import ArticleQuerySet
from nejat.editions.calendars import Month, month_of
from nejat.editions.registry import Edition
from nejat.editorial.archives import month_moments, year_moments
from nejat.editorial.columns import column


@dataclass(frozen=True)
class MonthCount:
    """A month and how many articles were published in it."""

    month: Month
    count: int


def articles_of(month: Month, edition: Edition) -> ArticleQuerySet:
    """Return the public articles of a month; raise Http404 for a month that does not exist."""
    start, end = month_moments(month, edition)
    return Article.objects.published(edition.code).between(start, end, edition.code)


def months_beside(month: Month, edition: Edition) -> tuple[Month | None, Month | None]:
    """Return the nearest months before and after that hold articles; two queries."""
    start, end = month_moments(month, edition)
    published_at = column("published_at", edition.code)
    moments = Article.objects.published(edition.code).values_list(published_at, flat=True)
    before = moments.filter(**{f"{published_at}__lt": start}).order_by(f"-{published_at}").first()
    after = moments.filter(**{f"{published_at}__gte": end}).order_by(published_at).first()
    earlier, later = (
        month_of(timezone.localdate(moment), edition) if moment else None
        for moment in (before, after)
    )
    return earlier, later


def months(year: int, edition: Edition) -> list[MonthCount]:
    """Return the months of a year that hold articles, in order; one query."""
    published_at = column("published_at", edition.code)
    bounds = {number: month_moments(Month(year, number), edition) for number in range(1, 13)}
    counts = {
        f"month_{number}": Count(
            "pk", filter=Q(**{f"{published_at}__gte": start, f"{published_at}__lt": end})
        )
        for number, (start, end) in bounds.items()
    }
    of_year = Article.objects.published(edition.code).between(
        *year_moments(year, edition), edition.code
    )
    found = of_year.order_by().aggregate(**counts)
    return [
        MonthCount(Month(year, number), count)
        for number in bounds
        if (count := found[f"month_{number}"])
    ]
