"""The archive by year and month, in the calendar of each edition."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import compress

from django.db.models import Count, Exists, Max, Min, Q
from django.http import Http404
from django.utils import timezone

from articles.models import Article
from articles.querysets import ArticleQuerySet
from nejat.editions.calendars import Month, month_bounds, month_of
from nejat.editions.registry import Edition
from nejat.editorial.columns import column


@dataclass(frozen=True)
class MonthCount:
    """A month and how many articles were published in it."""

    month: Month
    count: int


def articles_of(month: Month, edition: Edition) -> ArticleQuerySet:
    """Return the public articles of a month; raise Http404 for a month that does not exist."""
    start, end = _moments(month, edition)
    return Article.objects.published(edition.code).between(start, end, edition.code)


def months_beside(month: Month, edition: Edition) -> tuple[Month | None, Month | None]:
    """Return the nearest months before and after that hold articles; two queries."""
    start, end = _moments(month, edition)
    published_at = column("published_at", edition.code)
    moments = Article.objects.published(edition.code).values_list(published_at, flat=True)
    before = moments.filter(**{f"{published_at}__lt": start}).order_by(f"-{published_at}").first()
    after = moments.filter(**{f"{published_at}__gte": end}).order_by(published_at).first()
    earlier, later = (
        month_of(timezone.localdate(moment), edition) if moment else None
        for moment in (before, after)
    )
    return earlier, later


def years(edition: Edition) -> list[int]:
    """Return the years that hold articles, newest first; two queries."""
    published_at = column("published_at", edition.code)
    public = Article.objects.published(edition.code)
    span = public.order_by().aggregate(first=Min(published_at), last=Max(published_at))
    if span["first"] is None:
        return []
    first, last = (
        month_of(timezone.localdate(span[end]), edition).year for end in ("first", "last")
    )
    candidates = range(last, first - 1, -1)
    held = [Exists(public.between(*_year(year, edition), edition.code)) for year in candidates]
    found = public.newest_first(edition.code).values_list(*held).first()
    return list(compress(candidates, found or ()))


def months(year: int, edition: Edition) -> list[MonthCount]:
    """Return the months of a year that hold articles, in order; one query."""
    published_at = column("published_at", edition.code)
    bounds = {number: _moments(Month(year, number), edition) for number in range(1, 13)}
    counts = {
        f"month_{number}": Count(
            "pk", filter=Q(**{f"{published_at}__gte": start, f"{published_at}__lt": end})
        )
        for number, (start, end) in bounds.items()
    }
    of_year = Article.objects.published(edition.code).between(*_year(year, edition), edition.code)
    found = of_year.order_by().aggregate(**counts)
    return [
        MonthCount(Month(year, number), count)
        for number in bounds
        if (count := found[f"month_{number}"])
    ]


def _moments(month: Month, edition: Edition) -> tuple[datetime, datetime]:
    try:
        start, end = month_bounds(month, edition)
        return _midnight(start), _midnight(end)
    except (ValueError, OverflowError) as error:
        raise Http404("There is no such month.") from error


def _year(year: int, edition: Edition) -> tuple[datetime, datetime]:
    return _moments(Month(year, 1), edition)[0], _moments(Month(year, 12), edition)[1]


def _midnight(day: date) -> datetime:
    """The beginning of a day here, in UTC as databases compare it."""
    return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)
