"""What was published in which year and month of an edition's calendar."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from itertools import compress
from typing import TypeVar

from django.db.models import Exists, Subquery
from django.http import Http404
from django.utils import timezone

from nejat.editions.calendars import Month, month_bounds, month_of
from nejat.editions.registry import Edition
from nejat.editorial.columns import column
from nejat.editorial.querysets import ContentQuerySet

Span = TypeVar("Span", int, Month)


def years(works: ContentQuerySet, edition: Edition) -> list[int]:
    """Return the years that hold public ones of `works`, newest first; two queries."""
    return _held(works, edition, _years_between, year_moments)


def months(works: ContentQuerySet, edition: Edition) -> list[Month]:
    """Return the months that hold public ones of `works`, newest first; two queries."""
    return _held(works, edition, _months_between, month_moments)


def month_moments(month: Month, edition: Edition) -> tuple[datetime, datetime]:
    """Return when a month begins and ends; raise Http404 for one that does not exist."""
    try:
        start, end = month_bounds(month, edition)
        return _midnight(start), _midnight(end)
    except (ValueError, OverflowError) as error:
        raise Http404("There is no such month.") from error


def year_moments(year: int, edition: Edition) -> tuple[datetime, datetime]:
    """Return when a year begins and ends; raise Http404 for one that does not exist."""
    return (
        month_moments(Month(year, 1), edition)[0],
        month_moments(Month(year, 12), edition)[1],
    )


def _held(
    works: ContentQuerySet,
    edition: Edition,
    between: Callable[[Month, Month], list[Span]],
    moments: Callable[[Span, Edition], tuple[datetime, datetime]],
) -> list[Span]:
    """Which of the years or months from the first work to the last hold some."""
    code, published_at = edition.code, column("published_at", edition.code)
    newest = works.published(code).newest_first(code)
    oldest = works.published(code).order_by(published_at).values(published_at)[:1]
    span = newest.values_list(Subquery(oldest), published_at).first()
    if span is None:
        return []
    first, last = (month_of(timezone.localdate(moment), edition) for moment in span)
    candidates = between(first, last)
    # The span comes before "until now": SQLite seeks by the first end that it reads.
    spans = (works.between(*moments(one, edition), code) for one in candidates)
    found = newest.values_list(*(Exists(span.published(code)) for span in spans)).first()
    return list(compress(candidates, found or ()))


def _years_between(first: Month, last: Month) -> list[int]:
    return list(range(last.year, first.year - 1, -1))


def _months_between(first: Month, last: Month) -> list[Month]:
    found = [first]
    while found[-1] < last:
        found.append(found[-1].next())
    return found[::-1]


def _midnight(day: date) -> datetime:
    """The beginning of a day here, in UTC as databases compare it."""
    return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)
