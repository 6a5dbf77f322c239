"""What comments stand under, read for many of them at once and without the texts of the works."""

from collections.abc import Iterable
from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import QuerySet

from nejat.comments.comment import Comment
from nejat.editorial.columns import columns, translated_fields
from nejat.editorial.models import Content


def works_of(comments: Iterable[Comment]) -> dict[tuple[int, int], Content]:
    """Return the works of these comments by kind and number, one query a kind."""
    found = {}
    kinds = sorted({(comment.content_type_id, comment.object_id) for comment in comments})
    for kind_id, pairs in groupby(kinds, key=lambda pair: pair[0]):
        for work in _without_bodies(kind_id).filter(pk__in=[pk for _kind, pk in pairs]):
            found[kind_id, work.pk] = work
    return found


def work_prefetch(comments: Iterable[Comment]) -> GenericPrefetch:
    """Return what brings each of these comments its `work`, one query a kind."""
    kinds = sorted({comment.content_type_id for comment in comments})
    return GenericPrefetch("work", [_without_bodies(kind_id) for kind_id in kinds])


def _without_bodies(kind_id: int) -> QuerySet[Content]:
    kind = ContentType.objects.get_for_id(kind_id).model_class()
    return kind.objects.defer(*(columns("body") if "body" in translated_fields(kind) else []))
