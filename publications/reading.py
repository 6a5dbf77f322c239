"""What the pages of books and issues show around them."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, Subquery

from nejat.editorial.columns import column
from nejat.paging import neighbours
from publications.inside import entries_in
from publications.models import Book, Issue
from publications.querysets import BookQuerySet
from publications.series import SERIES


def issue_context(issue: Issue, code: str) -> dict[str, Any]:
    """Return all that the page of an issue shows; two queries."""
    public = Issue.objects.of_series(issue.series).published(code)
    newer, older = neighbours(public.for_link(code), column("published_at", code), issue)
    return {
        "work": issue,
        "entries": entries_in(issue, code),
        "newer": newer,
        "older": older,
        "switch_fallback": issue.of_series.view("list"),
    }


def book_context(book: Book, code: str) -> dict[str, Any]:
    """Return all that the page of a book shows; four queries."""
    names = [column(field, code) for field in ("name", "slug")]
    credits = book.credits.select_related("contributor").only(
        "book_id", "role", "contributor__kind", *(f"contributor__{name}" for name in names)
    )
    named = [credit for credit in credits if credit.contributor.name]
    public = Book.objects.published(code)
    newer, older = neighbours(public.for_link(code), column("published_at", code), book)
    return {
        "work": book,
        "credits": named,
        "reviews": book.reviews.published(code).newest_first(code).for_link(code),
        "shops": book.shops.all(),
        "newer": newer,
        "older": older,
        "switch_fallback": "publications:book_list",
    }


def latest_issues(code: str) -> list[Issue]:
    """Return the newest public issue of each series in the edition; two queries."""
    public = Issue.objects.published(code).newest_first(code)
    newest = (public.of_series(series.code).values("pk")[:1] for series in SERIES)
    chosen = reduce(or_, (Q(pk=Subquery(found)) for found in newest))
    return list(Issue.objects.filter(chosen).newest_first(code).for_card(code))


def held_by_books(books: BookQuerySet) -> tuple[list[int], list[str]]:
    """Return the years and the languages in which there are `books`; one query."""
    rows = list(books.order_by().values_list("year", "languages").distinct())
    years = sorted({year for year, _ in rows if year}, reverse=True)
    return years, sorted({code for _, codes in rows for code in codes})
