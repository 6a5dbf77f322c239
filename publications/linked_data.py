"""Books and issues for machines: https://schema.org as JSON-LD."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse

from articles.linked_data import credits_data
from media_library.linked_data import image_data
from nejat.editorial.linked_data import Data, filled, work_data
from publications.isbn import as_isbn13
from publications.models import BookCredit, Issue

PROPERTIES = {
    BookCredit.Role.WRITER: "author",
    BookCredit.Role.TRANSLATOR: "translator",
    BookCredit.Role.EDITOR: "editor",
}


def book_data(context: Mapping[str, Any], site: str) -> Data:
    """Return what the page of a book says of it.

    The book is one and the same in all editions, with languages, a year and a publisher of its own.
    """
    book = context["work"]
    data = {
        **work_data("Book", context, site),
        "workTranslation": None,
        "alternativeHeadline": book.subtitle,
        "isbn": as_isbn13(book.isbn) if book.isbn else None,
        "inLanguage": book.languages,
        "datePublished": str(book.year) if book.year else None,
        "dateModified": None,
        "numberOfPages": book.page_count,
        "publisher": {"@type": "Organization", "name": book.publisher} if book.publisher else None,
        "image": image_data(book.shown_cover, site),
        **credits_data(context["credits"], PROPERTIES, site),
    }
    return filled(data)


def issue_data(context: Mapping[str, Any], site: str) -> Data:
    """Return what the page of an issue says of it, with the articles of ours that stand in it."""
    issue = context["work"]
    data = {
        **work_data("PublicationIssue", context, site),
        "issueNumber": issue.number,
        "isPartOf": _volume_data(issue, site),
        "image": image_data(issue.shown_cover, site),
        "hasPart": [
            {"@type": "NewsArticle", "name": entry.title, "url": urljoin(site, entry.address)}
            for entry in context["entries"]
            if entry.is_ours
        ],
    }
    return filled(data)


def _volume_data(issue: Issue, site: str) -> Data:
    """The series, or the volume of it that the issue belongs to."""
    address = urljoin(site, reverse(issue.of_series.view("list")))
    series = {"@type": "Periodical", "name": str(issue.of_series.title), "url": address}
    if issue.volume is None:
        return series
    return {"@type": "PublicationVolume", "volumeNumber": issue.volume, "isPartOf": series}
