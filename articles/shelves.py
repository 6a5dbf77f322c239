"""Labels under which readers find something: machines and lost readers are led to no others."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from articles.models import Article, Contributor, Series, Topic
from media_library.kinds import KINDS
from nejat.editorial.models import Label
from nejat.editorial.querysets import LabelQuerySet
from nejat.tags.models import Tag, TaggedItem

DEEPEST = 5
"""So many levels of topics are looked at below one."""
WAYS: dict[type[Label], tuple[str, ...]] = {
    Topic: tuple("topics" + "__parent" * level for level in range(DEEPEST)),
    Series: ("series",),
    Contributor: ("bylines__contributor",),
}
"""How articles lead to the labels on whose pages they stand."""
TAGGED = (Article, *(kind.model for kind in KINDS))
"""What stands on the page of a tag."""


def labels_in_use(kind: type[Label], code: str) -> LabelQuerySet:
    """Return the labels of a kind that have a page in the edition, and a public work on it."""
    shown = _on_tagged(code) if kind is Tag else _on_articles(kind, code)
    return kind.objects.in_edition(code).filter(reduce(or_, (Q(pk__in=labels) for labels in shown)))


def _on_articles(kind: type[Label], code: str) -> Iterator[QuerySet]:
    for way in WAYS[kind]:
        yield Article.objects.published(code).order_by().values(way)


def _on_tagged(code: str) -> Iterator[QuerySet]:
    for model in TAGGED:
        public = model.objects.published(code).order_by().values("pk")
        # By name, so that the number of the kind is no query of its own.
        named = {
            "content_type__app_label": model._meta.app_label,
            "content_type__model": model._meta.model_name,
        }
        yield TaggedItem.objects.filter(object_id__in=public, **named).values("tag")
