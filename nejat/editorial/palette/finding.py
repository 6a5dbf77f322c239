"""Works to go to, by their number or by words of their titles."""

import re
from collections.abc import Sequence

from nejat.editions.registry import CODES
from nejat.editorial.models import Content
from nejat.editorial.rich_text.choosing import Kind, works_of
from nejat.search.finding import Hit, find_in, hit_of
from nejat.search.models import IndexedWork
from nejat.search.querysets import Scope

MOST_FOUND = 10
NUMBER = re.compile(r"#?\s*(\d{1,18})\s*")
"""In the digits of any edition."""


def find_works(text: str, kinds: Sequence[Kind], code: str) -> list[tuple[Content, str]]:
    """Return at most ten works of these kinds, in whatever state, each with an edition it is in.

    Those of a number come first, in the edition `code` if they are there; then those with the words
    in a title, in the edition of the match. It takes a query an edition, one for a number, and one
    for each kind that is found.
    """
    if not kinds:
        return []
    editions: dict[tuple[Kind, int], str] = {}
    for hit in [*_numbered(text, kinds, code), *_titled(text, kinds)]:
        editions.setdefault((hit.model, hit.pk), hit.edition)
    works = works_of(list(editions)[:MOST_FOUND])
    return [(work, editions[type(work), work.pk]) for work in works]


def _numbered(text: str, kinds: Sequence[Kind], code: str) -> list[Hit]:
    found = NUMBER.fullmatch(text.strip())
    if not found:
        return []
    rows = IndexedWork.objects.numbered(int(found[1]), kinds)
    return sorted(map(hit_of, rows), key=lambda hit: hit.edition != code)


def _titled(text: str, kinds: Sequence[Kind]) -> list[Hit]:
    if text.lstrip().startswith("#"):
        return []
    scopes = [Scope(code, in_titles=True, is_public=False, kinds=kinds) for code in CODES]
    return find_in(scopes, text, MOST_FOUND)
