"""In which order readers see what was found."""

from datetime import datetime, timedelta

from nejat.search.models import IndexedWork
from nejat.search.query import Form, Query, Term

TITLE, TITLE_BEGINNING, STANDFIRST, BODY = 8.0, 6.0, 3.0, 1.0
"""What a match weighs by where it stands."""
YEARS_TO_HALVE = 20
"""A match of twenty years ago weighs half of one of today."""
YEAR = timedelta(days=365.25)


Rank = tuple[float, float, int]


def rank(row: IndexedWork, query: Query, now: datetime) -> Rank:
    """Return the place of a row among others: the smallest comes first."""
    age = max((now - (row.published_at or now)) / YEAR, 0)
    weight = sum(_weight(row, term) for term in query.terms) / len(query.terms)
    return -weight / (1 + age / YEARS_TO_HALVE), age, -row.pk


def _weight(row: IndexedWork, term: Term) -> float:
    title, standfirst = f" {row.title} ", f" {row.standfirst} "
    if any(_whole(form) in title for form in term.forms):
        return TITLE
    if any(_beginning(form) in title for form in term.forms):
        return TITLE_BEGINNING
    return STANDFIRST if any(_beginning(form) in standfirst for form in term.forms) else BODY


def _whole(form: Form) -> str:
    return f" {' '.join(form.words)} "


def _beginning(form: Form) -> str:
    return f" {' '.join(form.words)}{'' if form.is_beginning else ' '}"
