"""What the search page shows: works of the edition, of the other ones, and what to try instead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models.functions import Left
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from nejat.editions.registry import EDITIONS, Edition
from nejat.editorial.columns import columns, real_fields
from nejat.editorial.models import Content
from nejat.editorial.querysets import PUBLICATION_FIELDS
from nejat.pages.search.forms import SearchForm
from nejat.pages.search.kinds import SearchKind, kind_of
from nejat.search.finding import MOST_RANKED, candidates, hit_of
from nejat.search.highlighting import MOST_SIGNS, marked, snippet
from nejat.search.models import IndexedWork
from nejat.search.query import Query, parse
from nejat.search.querysets import Scope
from nejat.search.spelling import did_you_mean, words_found

PAGE_SIZE = 10
MOST_PAGES = 20
MOST_ELSEWHERE = 3
"""Works shown of each other edition."""

Works = dict[tuple[type[Content], int], Content]


@dataclass(frozen=True)
class Line:
    """One work that was found."""

    work: Content
    kind: SearchKind
    title: SafeString
    """With the words found in it marked."""
    snippet: SafeString


@dataclass(frozen=True)
class Elsewhere:
    """What another edition has: a few titles with their addresses, and the way to all of them."""

    edition: Edition
    works: Sequence[tuple[str, str]]
    url: str
    link: str
    """The words of the link, in the language of that edition."""


@dataclass
class Results:
    """What stands on a page of results."""

    lines: Sequence[Line] = ()
    page: int = 1
    has_more: bool = False
    is_cut: bool = False
    """Whether there are older matches than those that were put in order."""
    elsewhere: Sequence[Elsewhere] = ()
    meant: str = ""
    """What somebody may have meant, when nothing was found."""
    words: Sequence[str] = ()
    """Words that find something alone, when nothing was found."""

    @property
    def start(self) -> int:
        """The number of the first result of the page."""
        return (self.page - 1) * PAGE_SIZE + 1


def search(form: SearchForm, page: int, *, advise: bool = True) -> Results:
    """Return a page of what a valid form asks for; a handful of queries, one more a kind found.

    What to try instead, when nothing is found, takes a few queries a word: only with `advise`.
    """
    text, code = form.cleaned_data["q"], form.edition.code
    query = parse(text, code)
    rows = candidates(form.scope(), query)
    if form.cleaned_data["order"]:
        rows.sort(key=lambda row: (row.published_at, row.pk), reverse=True)
    shown = rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    others = _found_elsewhere(form) if page == 1 else {}
    works = _load([*shown, *(row for found in others.values() for row in found)])
    results = Results(
        lines=_lines(shown, works, query),
        page=page,
        has_more=len(rows) > page * PAGE_SIZE and page < MOST_PAGES,
        elsewhere=[_elsewhere(text, edition, found, works) for edition, found in others.items()],
    )
    results.is_cut = len(rows) >= MOST_RANKED and not results.has_more
    if advise and query and not rows:
        results.meant = did_you_mean(text, code)
        results.words = words_found(text, code)
    return results


def _found_elsewhere(form: SearchForm) -> dict[Edition, list[IndexedWork]]:
    """The best matches of the other editions, of the kind asked for."""
    text = form.cleaned_data["q"]
    kinds = (form.asked_kind.model,) if form.asked_kind else ()
    found = {
        edition: candidates(
            Scope(edition.code, kinds=kinds), parse(text, edition.code), MOST_ELSEWHERE
        )[:MOST_ELSEWHERE]
        for edition in EDITIONS
        if edition != form.edition
    }
    return {edition: rows for edition, rows in found.items() if rows}


def _load(rows: Iterable[IndexedWork]) -> Works:
    """The works that rows are of, from their own tables; one query a kind.

    In every edition only what its title and address take, and whether readers see it there.
    """
    wanted: dict[type[Content], set[int]] = defaultdict(set)
    for hit in map(hit_of, rows):
        wanted[hit.model].add(hit.pk)
    fields = [name for field in ("title", "slug", *PUBLICATION_FIELDS) for name in columns(field)]
    works: Works = {}
    for model, pks in wanted.items():
        own = [f.name for f in real_fields(model) if not hasattr(f, "translated_field")]
        found = model.objects.only(*own, *fields).in_bulk(pks)
        works |= {(model, pk): work for pk, work in found.items()}
    return works


def _public(rows: Iterable[IndexedWork], works: Works) -> Iterator[tuple[IndexedWork, Content]]:
    """The rows whose work readers of their edition see now; its own table has the last word."""
    for row in rows:
        hit = hit_of(row)
        work = works.get((hit.model, hit.pk))
        if work and work.is_published_in(row.edition):
            yield row, work


def _lines(rows: Sequence[IndexedWork], works: Works, query: Query) -> list[Line]:
    with_texts = IndexedWork.objects.filter(pk__in=[row.pk for row in rows])
    texts = dict(with_texts.values_list("pk", Left("text", MOST_SIGNS))) if rows else {}
    return [
        Line(
            work,
            kind_of(work),
            marked(work.get_in("title", row.edition), query, row.edition),
            snippet(texts[row.pk], query, row.edition),
        )
        for row, work in _public(rows, works)
    ]


def _elsewhere(text: str, edition: Edition, rows: Iterable[IndexedWork], works: Works) -> Elsewhere:
    found = [
        (work.get_in("title", edition.code), work.url_in(edition.code))
        for _row, work in _public(rows, works)
    ]
    with translation.override(edition.code):
        url = f"{reverse('pages:search')}?{urlencode({'q': text})}"
        return Elsewhere(edition, found, url, gettext("All results"))
