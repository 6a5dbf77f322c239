"""Copies of works: drafts that begin with the words, labels and pictures of another."""

from collections.abc import Collection, Iterator

from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext

from nejat.editions.registry import CODES
from nejat.editorial.columns import real_fields
from nejat.editorial.indexing import index_works
from nejat.editorial.models import Content
from nejat.editorial.revisions.recording import SHARED, part_of
from nejat.editorial.rights import User, Verb, can

NEVER_COPIED = frozenset(
    {
        *("id", "created_at", "updated_at", "trashed_at", "original_edition"),
        *("slug", "state", "published_at", "expires_at"),
    }
)


def editions_to_copy(user: User, work: Content) -> list[str]:
    """Return the editions that a copy gets: those of the work that the account may write anew."""
    blank = type(work)()
    return [c for c in CODES if work.get_in("title", c) and can(user, Verb.EDIT, blank, c)]


@transaction.atomic
def duplicate(work: Content, codes: Collection[str]) -> Content:
    """Return a saved copy of these editions of the work: a draft, which says that it is a copy.

    Slugs, dates, states, comments, files of publications and records of imports are not copied.
    """
    copy = type(work)()
    for field in _copied_fields(work, codes):
        setattr(copy, field.attname, getattr(work, field.attname))
    for code in codes:
        copy.set_in(code, title=_title(work, code))
    if work.original_edition in codes:
        copy.original_edition = work.original_edition
    copy.save()
    _copy_labels(work, copy)
    for name in work.copied_rows:
        _copy_rows(work._meta.get_field(name), work, copy, codes)
    index_works([copy])  # with the words of those rows
    return copy


def _title(work: Content, code: str) -> str:
    with translation.override(code):
        title = gettext("Copy of %(title)s") % {"title": work.get_in("title", code)}
    return title[: work._meta.get_field("title").max_length]


def _copied_fields(work: Content, codes: Collection[str]) -> Iterator[models.Field]:
    left_out = NEVER_COPIED.union(work.not_copied)
    for field in _of_editions(type(work), codes):
        if getattr(field, "translated_field", field).name not in left_out:
            yield field


def _of_editions(model: type[models.Model], codes: Collection[str]) -> list[models.Field]:
    """Return what all editions of a row share, and what it has in these editions."""
    return [field for field in real_fields(model) if part_of(field) in (SHARED, *codes)]


def _copy_labels(work: Content, copy: Content) -> None:
    """Let the copy lead where the work does; what leads through copied rows comes with them."""
    rows = {work._meta.get_field(name).related_model for name in work.copied_rows}
    for field in work._meta.many_to_many:
        if field.remote_field.through not in rows:
            getattr(copy, field.name).set(getattr(work, field.name).all())


def _copy_rows(
    relation: models.ManyToOneRel, work: Content, copy: Content, codes: Collection[str]
) -> None:
    model, leading = relation.related_model, relation.field.name
    fields = [field for field in _of_editions(model, codes) if not field.primary_key]
    rows = []
    for row in model.objects.filter(**{leading: work}):
        values = {field.attname: getattr(row, field.attname) for field in fields}
        rows.append(model(**values | {relation.field.attname: copy.pk}))
    model.objects.bulk_create(rows)
