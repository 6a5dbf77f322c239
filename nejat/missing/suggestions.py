"""What somebody who asked for a missing address may have meant."""

from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from django.urls import reverse
from django.utils import translation

from articles.shelves import labels_in_use
from nejat.editions.addresses import edition_of
from nejat.editorial.columns import column, real_fields
from nejat.editorial.models import Content
from nejat.missing.labels import LABELS
from nejat.missing.words import fewer_and_fewer, last_words_of, split_words, words_of
from nejat.search.finding import Hit, find_in
from nejat.search.querysets import Scope
from nejat.text import fold

MOST_SUGGESTIONS = 5
MOST_LABELS = 300
"""With more of a kind in an edition, none is compared: that would take too long."""
NEAR = 0.72
"""How alike two slugs are, from 0 to 1: `gardn` and `garden` are 0.91 alike."""
NEAR_WORD = 0.85
"""How alike two words are that count as one: `letter` and `letters` are 0.92 alike."""
KINDS = {
    "topic": "topic",
    "category": "topic",
    "tag": "tag",
    "series": "series",
    "by": "contributor",
    "blog": "contributor",
    "author": "contributor",
}
"""Which kind of label stands below an address, today and on the old site."""


@dataclass(frozen=True)
class Suggestion:
    """A page that is public now: its title in the edition, and its address there."""

    title: str
    url: str


class Suggester:
    """Suggests for one address or for many; asks for the labels of an edition once."""

    def __init__(self) -> None:
        self._names_in = cache(_names_in)

    def suggest(self, path: str, most: int = MOST_SUGGESTIONS) -> list[Suggestion]:
        """Return pages of the path's edition whose words or slug are near, best first."""
        words = words_of(path)
        if not words:
            return []
        with translation.override(edition_of(path)):
            found = dict.fromkeys(self._near_labels(path, "-".join(words)))
            if len(found) < most:
                found |= dict.fromkeys(_works(path, words))
        return list(found)[:most]

    def _near_labels(self, path: str, slug: str) -> list[Suggestion]:
        """Of the kind that was asked for, of topics and of tags; each name once."""
        asked = KINDS.get(path.split("/")[2], "topic")
        near: dict[str, Suggestion] = {}
        for kind in dict.fromkeys((asked, "topic", "tag")):
            names = self._names_in(kind, edition_of(path))
            for match in get_close_matches(slug, names, n=2, cutoff=NEAR):
                url = reverse(f"articles:{kind}", args=[match])
                near.setdefault(names[match], Suggestion(names[match], url))
        return list(near.values())


def _names_in(kind: str, code: str) -> dict[str, str]:
    """The names of the labels of a kind that lead to works in the edition, by slug.

    None when there are too many.
    """
    columns = column("slug", code), column("name", code)
    rows = labels_in_use(LABELS[kind], code).order_by("pk").values_list(*columns)
    names = dict(rows[: MOST_LABELS + 1])
    return names if len(names) <= MOST_LABELS else {}


def _works(path: str, words: list[str]) -> list[Suggestion]:
    """The works in whose titles the search finds all words, else the longest ones.

    What all searches find is loaded at once: so its queries are few though nothing is near.
    """
    code, name = edition_of(path), last_words_of(path)
    scopes = [Scope(code, in_titles=True)]
    searches = [find_in(scopes, text, MOST_SUGGESTIONS) for text in fewer_and_fewer(words)]
    works = _loaded({hit for hits in searches for hit in hits}, code)
    near = {hit: work for hit, work in works.items() if _is_near(work, name, code)}
    best = next((hits for hits in searches if not near.keys().isdisjoint(hits)), [])
    shown = [near[hit] for hit in best if hit in near]
    return [Suggestion(work.get_in("title", code), work.get_absolute_url()) for work in shown]


def _is_near(work: Content, name: list[str], code: str) -> bool:
    """Whether half the words of a name stand in its title, or its slug is nearly that name."""
    own = split_words(fold(work.get_in("title", code), code))
    found = [w for w in name if get_close_matches(fold(w, code), own, n=1, cutoff=NEAR_WORD)]
    slug = SequenceMatcher(None, work.get_in("slug", code), "-".join(name))
    return 2 * len(found) >= len(name) or slug.ratio() >= NEAR


def _loaded(hits: set[Hit], code: str) -> dict[Hit, Content]:
    """The works that were found, with what their titles and addresses take; one query a kind."""
    works = {}
    for model in {hit.model for hit in hits}:
        own = [f.name for f in real_fields(model) if not hasattr(f, "translated_field")]
        public = model.objects.published(code).only_in(code, "title", "slug", *own)
        found = public.in_bulk([hit.pk for hit in hits if hit.model is model])
        works |= {Hit(model, pk, code): work for pk, work in found.items()}
    return works
