"""Writing and forgetting what the search knows of works."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from nejat.search.models import IndexedWork
from nejat.search.words import index_words

MOST_SIGNS = 600_000
"""So much of a body is searched: four hundred pages of a book."""
MOST_SIGNS_OF_STANDFIRST = MOST_SIGNS_HIDDEN = 10_000
MOST_BYTES, BYTES_BESIDE = 900_000, 8
"""Of different words, and beside each: PostgreSQL holds no more than a megabyte for one text."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A work in one edition: plain texts as they are written, and when readers may see it."""

    pk: int
    edition: str
    title: str
    standfirst: str
    body: str
    hidden: str
    """Words that find it and that no excerpt shows."""
    is_published: bool
    published_at: datetime | None
    expires_at: datetime | None


def replace_entries(
    kind: type[models.Model], pks: Collection[int], entries: Iterable[Entry]
) -> None:
    """Let the entries be all that is known of these works of a kind.

    Two queries for any number of works: many are written at once.
    """
    content_type = ContentType.objects.get_for_model(kind)
    rows = [_row(content_type, entry) for entry in entries]
    with transaction.atomic():
        IndexedWork.objects.of_works(kind, pks).delete()
        IndexedWork.objects.bulk_create(sorted(rows, key=_age))


def _row(content_type: ContentType, entry: Entry) -> IndexedWork:
    hidden = " ".join(entry.hidden[:MOST_SIGNS_HIDDEN].split())
    text = " ".join(f"{entry.standfirst} {entry.body}"[:MOST_SIGNS].split())
    return IndexedWork(
        content_type=content_type,
        object_id=entry.pk,
        edition=entry.edition,
        is_published=entry.is_published,
        published_at=entry.published_at,
        expires_at=entry.expires_at,
        title=index_words(entry.title, entry.edition),
        standfirst=index_words(entry.standfirst[:MOST_SIGNS_OF_STANDFIRST], entry.edition),
        body=_bounded(index_words(f"{hidden} {entry.body[:MOST_SIGNS]}", entry.edition)),
        text=f"{hidden}\n{text}" if hidden else text,
    )


def _bounded(words: str) -> str:
    """The words of a text up to where there are too many different ones for a database."""
    if len(words) < MOST_BYTES // 8:  # which no letters can exceed
        return words
    kept = words.split()
    known: set[str] = set()
    size = 0
    for place, word in enumerate(kept):
        if word not in known:
            known.add(word)
            size += len(word.encode()) + BYTES_BESIDE
            if size > MOST_BYTES:
                return " ".join(kept[:place])
    return words


def _age(row: IndexedWork) -> tuple[bool, datetime | None]:
    """The oldest first: both databases write their index fastest in this order."""
    return row.published_at is not None, row.published_at
