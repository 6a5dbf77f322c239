"""The pages that list others: those of the menu, and the archives of each edition's calendar."""

from collections.abc import Iterator
from itertools import chain

from django.http import Http404
from django.urls import reverse
from django.utils import translation

from articles.models import Article
from media_library.kinds import KINDS
from nejat.discovery.sitemap_files import Listed
from nejat.editions.registry import CODES, Edition, get_edition
from nejat.editorial.archives import months, years
from publications.models import Issue
from publications.series import SERIES

LISTS = (
    "pages:home",
    "articles:list",
    "articles:archive",
    *(kind.view("list") for kind in KINDS),
    "publications:book_list",
    *(series.view("list") for series in SERIES),
)
"""Those that stand under the same name in every edition."""


class ListPages:
    """All lists of an edition. They change with what they list, so they have no date."""

    name = "lists"
    part = "all"

    def pages(self, code: str, part: str) -> Iterator[Listed]:
        """Yield the lists; raise Http404 for another part than "all"; six queries."""
        if part != self.part:
            raise Http404("There is no such sitemap.")
        for view in LISTS:
            addresses = {other: _reverse(other, view) for other in CODES}
            yield Listed(addresses[code], addresses=addresses)
        edition = get_edition(code)
        # A month of one calendar is none of another's: these stand in this edition alone.
        for view, *arguments in chain(_archive(edition), _years_of_issues(edition)):
            yield Listed(_reverse(code, view, *arguments))


def _archive(edition: Edition) -> Iterator[tuple[str | int, ...]]:
    held = months(Article.objects.all(), edition)
    for year in dict.fromkeys(month.year for month in held):
        yield "articles:archive_year", year
    for month in held:
        yield "articles:archive_month", month.year, month.month


def _years_of_issues(edition: Edition) -> Iterator[tuple[str | int, ...]]:
    for series in SERIES:
        for year in years(Issue.objects.of_series(series.code), edition):
            yield series.view("year"), year


def _reverse(code: str, view: str, *arguments: int) -> str:
    with translation.override(code):
        return reverse(view, args=arguments)
