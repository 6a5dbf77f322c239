"""Readers' pages of books, of the newsletter and of Pars Brief."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nejat.editorial.archives import year_moments, years
from nejat.editorial.columns import column
from nejat.editorial.reading import correct_address, find_readable, render_work
from nejat.paging import keyset_page
from publications.languages import language_name
from publications.linked_data import book_data, issue_data
from publications.models import Book, Issue
from publications.querysets import BookQuerySet
from publications.reading import book_context, held_by_books, issue_context
from publications.series import IssueSeries

PAGE_SIZE = 12


def book_list(request: HttpRequest) -> HttpResponse:
    """The books of the edition, newest first; all, or those of a year or in a language."""
    code = request.edition.code
    public = Book.objects.published(code)
    years_held, languages = held_by_books(public)
    asked = {
        "year": _one_of(request, "year", [str(year) for year in years_held]),
        "language": _one_of(request, "language", languages),
    }
    found = _filtered(public, asked).for_card(code)
    kept = {name: value for name, value in asked.items() if value}
    context = {
        "title": _("Books"),
        "page": keyset_page(found, column("published_at", code), request.GET, size=PAGE_SIZE),
        "years": years_held,
        "languages": sorted((language_name(held), held) for held in languages),
        "asked": asked,
        "keep": f"{urlencode(kept)}&" if kept else "",
        "page_type": "CollectionPage",
    }
    return render(request, "publications/book_list.html", context)


def book_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """One book; its address is corrected when the slug in it is not today's."""
    code = request.edition.code
    book = find_readable(request, Book.objects.filter(pk=pk).for_page(code))
    if book is None:
        raise Http404("No such book in this edition.")
    if slug != (book.slug or "-"):
        return correct_address(request, book)
    context = book_context(book, code)
    return render_work(request, book, "publications/book_detail.html", context, book_data)


def issue_list(request: HttpRequest, series: IssueSeries) -> HttpResponse:
    """The issues of a series, newest first, and the years in which there are some."""
    code = request.edition.code
    issues = Issue.objects.of_series(series.code)
    public = issues.published(code).for_card(code)
    context = {
        "series": series,
        "title": series.title,
        "page": keyset_page(public, column("published_at", code), request.GET, size=PAGE_SIZE),
        "page_type": "CollectionPage",
        "years": years(issues, request.edition),
    }
    return render(request, "publications/issue_list.html", context)


def issue_year(request: HttpRequest, series: IssueSeries, year: int) -> HttpResponse:
    """The issues of a year of the edition's calendar, newest first."""
    code = request.edition.code
    start, end = year_moments(year, request.edition)
    issues = Issue.objects.of_series(series.code)
    found = issues.published(code).between(start, end, code).newest_first(code)
    shown = list(found.for_card(code))
    if not shown:
        raise Http404("No issues in that year.")
    context = {
        "series": series,
        "year": year,
        "issues": shown,
        "page_type": "CollectionPage",
        "years": years(issues, request.edition),
        # Another edition may count its years otherwise, or hold nothing in this one.
        "addresses": {},
        "switch_fallback": series.view("list"),
    }
    return render(request, "publications/issue_year.html", context)


def issue_detail(
    request: HttpRequest, series: IssueSeries, pk: int, slug: str = ""
) -> HttpResponse:
    """One issue, to be read here; its address is corrected when the slug is not today's."""
    code = request.edition.code
    issues = Issue.objects.of_series(series.code).filter(pk=pk)
    issue = find_readable(request, issues.for_page(code))
    if issue is None:
        raise Http404("No such issue in this edition.")
    if slug != (issue.slug or "-"):
        return correct_address(request, issue)
    context = {"series": series, **issue_context(issue, code)}
    return render_work(request, issue, "publications/issue_detail.html", context, issue_data)


def _one_of(request: HttpRequest, name: str, choices: list[str]) -> str:
    """Return what the address asks for, if it is among the choices; else ""."""
    asked = request.GET.get(name, "")
    return asked if asked in choices else ""


def _filtered(books: BookQuerySet, asked: dict[str, str]) -> BookQuerySet:
    if asked["year"]:
        books = books.of_year(int(asked["year"]))
    return books.in_language(asked["language"]) if asked["language"] else books
