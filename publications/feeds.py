"""Feeds: the newest books, and the newest issues of each series, with their files."""

from collections.abc import Sequence
from urllib.parse import urljoin

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.feeds import authors_of
from media_library.feeds import IllustratedFeed
from nejat.editorial.feed_formats import Author, Enclosure
from nejat.editorial.feeds import FeedOf
from nejat.editorial.models import Label
from publications.inside import entries_of
from publications.models import Book, BookCredit, Issue, Publication
from publications.querysets import PublicationQuerySet
from publications.series import IssueSeries


class PublicationFeed(IllustratedFeed):
    """The newest works of a kind, each with its files in the edition."""

    def enclosures(self, work: Publication, asked: FeedOf) -> tuple[Enclosure, ...]:
        return tuple(
            Enclosure(urljoin(asked.site, file.file.url), file.media_type, file.byte_size)
            for file in work.files_here
        )


class BookFeed(PublicationFeed):
    """The newest books."""

    model = Book
    path = "publications/books"

    def title(self, asked: FeedOf) -> str:
        return _("Books")

    def link(self, asked: FeedOf) -> str:
        return reverse("publications:book_list")

    def authors(self, works: Sequence[Book], asked: FeedOf) -> dict[int, tuple[Author, ...]]:
        credits = BookCredit.objects.filter(book__in=works, role=BookCredit.Role.WRITER)
        return authors_of(credits, "book", asked)


class IssueFeed(PublicationFeed):
    """The newest issues of a series."""

    model = Issue

    def __init__(self, series: IssueSeries) -> None:
        self.series = series
        self.path = f"publications/{series.code}"

    def works(self, label: Label | None) -> PublicationQuerySet:
        return Issue.objects.of_series(self.series.code)

    def title(self, asked: FeedOf) -> str:
        return str(self.series.title)

    def link(self, asked: FeedOf) -> str:
        return reverse(self.series.view("list"))

    def contents(self, works: Sequence[Issue], asked: FeedOf) -> dict[int, str]:
        """The cover, the words of the editors, then what stands in the issue; one query more."""
        shown = super().contents(works, asked)
        for pk, entries in entries_of(works, asked.edition.code).items():
            shown[pk] += render_to_string("publications/feed_entries.html", {"entries": entries})
        return shown
