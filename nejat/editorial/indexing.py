"""What the search is told of works: their words in each edition, and when readers see them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction

from nejat.editions.registry import CODES
from nejat.editorial.columns import column, columns, translated_fields
from nejat.editorial.states import State
from nejat.search.indexing import Entry, replace_entries
from nejat.search.models import IndexedWork
from nejat.text import plain_text

BATCH = 50
"""Works that are read and written together: their bodies are in memory."""

Words = Iterator[tuple[int, str, str]]
"""The number of a work, an edition, and words by which the work is found there."""


class Searchable(models.Model):
    """What a work is found by."""

    search_entries = GenericRelation(IndexedWork)  # they go when it goes

    class Meta:
        abstract = True

    def search_text(self, code: str) -> str:
        """Return the running text, besides the standfirst, by which it is found in the edition."""
        return plain_text(self.get_in("body", code) or "")

    def hidden_words(self, code: str) -> str:
        """Return what it is found by though no excerpt shows it: numbers, names."""
        return ""

    @classmethod
    def words_beside(cls, pks: Collection[int]) -> Words:
        """Yield running text of other rows by which these works are found too."""
        yield from ()

    @classmethod
    def hidden_words_beside(cls, pks: Collection[int]) -> Words:
        """Yield what they are found by in other rows though no excerpt shows it."""
        yield from ()


class PartOfWork(models.Model):
    """A row beside a work by whose words the work is found: a byline, a file, an entry."""

    part_of: ClassVar[str]
    """The field that leads to the work."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            index_works([getattr(self, self.part_of)])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        work = getattr(self, self.part_of)
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            index_works([work])
        return deleted


class NamedInWorks(models.Model):
    """A row whose name works are found by: whom their bylines and credits name."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        names = columns("name")
        before = type(self).objects.filter(pk=self.pk).values_list(*names).first()
        with transaction.atomic():
            super().save(*args, **kwargs)
            if before and before != tuple(getattr(self, name) for name in names):
                for works in self._works():
                    sum(index_in_batches(works))

    def _works(self) -> Iterator[models.QuerySet]:
        for relation in self._meta.related_objects:
            if issubclass(part := relation.related_model, PartOfWork):
                rows = part.objects.filter(**{relation.field.name: self})
                work = part._meta.get_field(part.part_of).related_model
                yield work.objects.filter(pk__in=rows.values(part.part_of))


def words_in(rows: models.QuerySet, work: str, *fields: str) -> Words:
    """Yield what stands in translated fields of rows, for the work that `work` names; one query."""
    places = [(code, column(field, code)) for field in fields for code in CODES]
    for pk, *texts in rows.values_list(work, *(name for _, name in places)):
        for (code, _), text in zip(places, texts, strict=True):
            if text:
                yield pk, code, text


def index_work(work: models.Model, update_fields: Iterable[str] | None = None) -> None:
    """Tell the search of a saved work; nothing when it would find the work as before."""
    if update_fields is None or _told_by(type(work)).intersection(update_fields):
        index_works([work])


def index_works(works: Iterable[models.Model]) -> None:
    """Tell the search of works just written, many at a time: a few queries for each kind."""
    for kind, some in groupby(sorted(works, key=_kind_name), key=type):
        of_kind = {work.pk: _whole(work) for work in some}
        pks = of_kind.keys()
        words, hidden = kind.words_beside(pks), kind.hidden_words_beside(pks)
        replace_entries(kind, pks, _entries(of_kind.values(), words, hidden))


def index_in_batches(works: models.QuerySet) -> Iterator[int]:
    """Tell the search of any number of works; yield how many each batch told it of."""
    rows = works.order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        index_works(batch)
        yield len(batch)


def _entries(works: Iterable[Any], words: Words, hidden: Words) -> Iterator[Entry]:
    """An entry for each edition in which a work exists, in whatever state; none in the trash."""
    beside, hidden_beside = _gathered(words), _gathered(hidden)
    for work in works:
        if work.is_trashed:
            continue
        for code in CODES:
            if title := work.get_in("title", code):
                yield Entry(
                    pk=work.pk,
                    edition=code,
                    title=title,
                    standfirst=work.get_in("standfirst", code) or "",
                    body=" ".join([work.search_text(code), *beside[work.pk, code]]),
                    hidden=" ".join([work.hidden_words(code), *hidden_beside[work.pk, code]]),
                    is_published=work.get_in("state", code) == State.PUBLISHED,
                    published_at=work.get_in("published_at", code),
                    expires_at=work.get_in("expires_at", code),
                )


def _gathered(words: Words) -> dict[tuple[int, str], list[str]]:
    gathered: dict[tuple[int, str], list[str]] = defaultdict(list)
    for pk, code, text in words:
        gathered[pk, code].append(text)
    return gathered


def _whole(work: models.Model) -> models.Model:
    """The work with all its columns: reading those it came without one by one takes long."""
    kind = type(work)
    is_partial = work.get_deferred_fields() - translated_fields(kind)
    return kind.objects.get(pk=work.pk) if is_partial else work


def _told_by(kind: type[models.Model]) -> set[str]:
    """The columns by which a work is found, or is not."""
    return {name for field in translated_fields(kind) for name in columns(field)} | {"trashed_at"}


def _kind_name(work: models.Model) -> str:
    return work._meta.label
