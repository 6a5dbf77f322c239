"""The kinds of works that readers search among."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.models import Article
from media_library import kinds as media
from nejat.editorial.models import Content
from nejat.editorial.querysets import ContentQuerySet
from nejat.pages.models import Page
from publications.models import Book, Issue
from publications.series import SERIES


@dataclass(frozen=True)
class SearchKind:
    """One choice of the form: works of a kind, or issues of one series."""

    name: str
    title: str
    model: type[Content]
    series: str = ""

    @property
    def works(self) -> ContentQuerySet:
        """All works of the kind."""
        works = self.model.objects.all()
        return works.of_series(self.series) if self.series else works


SEARCH_KINDS = (
    SearchKind("articles", _("Articles"), Article),
    *(SearchKind(kind.path, kind.title, kind.model) for kind in media.KINDS),
    SearchKind("books", _("Books"), Book),
    *(SearchKind(series.code, series.title, Issue, series.code) for series in SERIES),
    SearchKind("pages", _("Pages"), Page),
)


def kind_of(work: Content) -> SearchKind:
    """Return the kind that a work is found under."""
    series = getattr(work, "series", "") if isinstance(work, Issue) else ""
    return next(k for k in SEARCH_KINDS if isinstance(work, k.model) and k.series == series)
