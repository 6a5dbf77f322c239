"""What readers may ask the search for: words, and which works to look at."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Contributor, Topic
from nejat.editions.registry import Edition
from nejat.editorial.archives import year_moments
from nejat.editorial.columns import column
from nejat.editorial.querysets import ContentQuerySet
from nejat.pages.search.kinds import SEARCH_KINDS, SearchKind
from nejat.search.query import LONGEST_QUERY
from nejat.search.querysets import Scope
from nejat.text import fold
from publications.models import Book

FIRST_GREGORIAN_YEAR = 1900
"""From this year on a year is taken for a Gregorian one, whatever the calendar of the edition."""
NARROWING = ("kind", "topic", "by", "since", "until")


class YearField(forms.IntegerField):
    """A year of an edition's calendar or a Gregorian one, in whatever digits."""

    def __init__(self, **kwargs: Any) -> None:
        digits = forms.TextInput(attrs={"inputmode": "numeric", "size": 6, "maxlength": 4})
        super().__init__(widget=digits, required=False, min_value=1, max_value=9999, **kwargs)


class SearchForm(forms.Form):
    """The form of the search page. What it offers is that of the edition; see `scope`."""

    q = forms.CharField(
        label=_("Search for"),
        required=False,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "maxlength": LONGEST_QUERY,
                "dir": "auto",
                "autocomplete": "off",
            }
        ),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    by = forms.CharField(
        label=_("Contributor"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    since = YearField(label=_("From the year"))
    until = YearField(label=_("To the year"))
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("Most relevant first")), ("newest", _("Newest first"))],
    )

    def __init__(self, data: QueryDict, edition: Edition) -> None:
        super().__init__(data, auto_id="search-%s", label_suffix="")
        self.edition = edition
        self.topics = _topics(edition.code)
        kinds = [(kind.name, kind.title) for kind in SEARCH_KINDS]
        self.fields["kind"].choices = [("", _("All kinds")), *kinds]
        topics = [(slug, name) for slug, (_pk, name) in self.topics.items()]
        self.fields["topic"].choices = [("", _("All topics")), *topics]
        if edition.calendar == "jalali":
            for name in ("since", "until"):
                self.fields[name].help_text = _("Solar (1403) or Gregorian (2024)")

    def clean_since(self) -> datetime | None:
        return self._moments("since")[0]

    def clean_until(self) -> datetime | None:
        return self._moments("until")[1]

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than all works of the edition."""
        return any(self.data.get(name) for name in NARROWING)

    @property
    def asked_kind(self) -> SearchKind | None:
        """The kind that is asked for, if one is."""
        name = self.cleaned_data["kind"]
        return next((kind for kind in SEARCH_KINDS if kind.name == name), None)

    def scope(self) -> Scope:
        """Return where to search; the form is valid."""
        return Scope(
            self.edition.code,
            kinds=(self.asked_kind.model,) if self.asked_kind else (),
            since=self.cleaned_data["since"],
            until=self.cleaned_data["until"],
            among=self._among(),
        )

    def _among(self) -> tuple[ContentQuerySet, ...]:
        """Works of the series, topic and contributor asked for; empty when none of them is."""
        topic, name = self.cleaned_data["topic"], self.cleaned_data["by"]
        if not (topic or name):
            return (self.asked_kind.works,) if self.asked_kind and self.asked_kind.series else ()
        articles = Article.objects.all()
        if topic:
            pk, _name = self.topics[topic]
            articles = articles.under_topics(Topic.objects.with_descendants(pk))
        if not name:
            return (articles,)
        contributors = _contributors(name, self.edition.code)
        articles = articles.filter(contributors__in=contributors)
        books = Book.objects.filter(contributors__in=contributors)
        return (articles,) if topic else (articles, books)

    def _moments(self, name: str) -> tuple[datetime | None, datetime | None]:
        """When the year begins and ends that a field names."""
        year = self.cleaned_data[name]
        if year is None:
            return None, None
        edition = self.edition
        if year >= FIRST_GREGORIAN_YEAR:
            edition = replace(edition, calendar="gregorian")
        try:
            return year_moments(year, edition)
        except Http404 as error:
            raise ValidationError(_("There is no such year.")) from error


def _topics(code: str) -> dict[str, tuple[int, str]]:
    """The topics of the edition by slug: number and name, in their order; one query."""
    slug, name = column("slug", code), column("name", code)
    topics = Topic.objects.in_edition(code).order_by("position", name)
    return {slug: (pk, name) for slug, pk, name in topics.values_list(slug, "pk", name)}


def _contributors(name: str, code: str) -> list[int]:
    """The contributors in whose name these letters stand, however they are written; one query.

    None for what holds no letter.
    """
    wanted = fold(name, code)
    if not wanted:
        return []
    names = Contributor.objects.in_edition(code).values_list("pk", column("name", code))
    return [pk for pk, other in names if wanted in fold(other, code)]
