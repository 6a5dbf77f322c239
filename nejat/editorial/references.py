"""What refers to works: other rows, links in bodies, places on home pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap

from django.apps import apps
from django.db.models import CASCADE, ForeignObjectRel, Model, QuerySet
from django.utils.translation import gettext as _

from nejat.editorial.body_links import linking_to
from nejat.editorial.columns import columns
from nejat.editorial.models import Content
from nejat.editorial.querysets import PUBLICATION_FIELDS

NAMED = [name for field in ("title", *PUBLICATION_FIELDS) for name in columns(field)]
MOST_TOLD = 20
"""Of each way to refer to works no more is told."""


@dataclass(frozen=True)
class Reference:
    """A row that refers to one of the works, and where in it; or a work and a place it has."""

    row: Model
    place: str


def references_to(works: Sequence[Content]) -> Iterator[Reference]:
    """Yield what refers to works of one kind, at most `MOST_TOLD` of a way to refer.

    It takes a query for each way, among them one over the bodies of each kind of works.
    """
    kind, numbers = type(works[0]), [work.pk for work in works]
    yield from starmap(Reference, kind.held_places(numbers))
    for relation in kind._meta.related_objects:
        if getattr(relation, "on_delete", None) is not CASCADE:  # parts of a work go with it
            yield from _related(relation, numbers)
    for other in apps.get_models():
        if issubclass(other, Content):
            found = _named(linking_to(works, other).exclude(**_own(other, kind, numbers)))
            yield from (Reference(row, _("link in a text")) for row in found)


def _related(relation: ForeignObjectRel, numbers: list[int]) -> Iterator[Reference]:
    model, field = relation.related_model, relation.field
    place = str(field.verbose_name)
    rows = model._base_manager.filter(**{f"{field.name}__in": numbers})
    if part_of := getattr(model, "part_of", ""):
        place = str(model._meta.verbose_name)
        model, rows = model._meta.get_field(part_of).related_model, rows.values(part_of)
    else:
        rows = rows.values("pk")
    found = model._base_manager.filter(pk__in=rows.order_by())
    found = found.exclude(**_own(model, relation.model, numbers))
    yield from (Reference(row, place) for row in _named(found))


def _own(model: type[Model], kind: type[Content], numbers: list[int]) -> dict[str, list[int]]:
    """The condition on rows of a model that they are the works in question themselves."""
    return {"pk__in": numbers if model is kind else []}


def _named(rows: QuerySet) -> QuerySet:
    """What naming such rows takes; those that are in the trash themselves are left out."""
    if issubclass(rows.model, Content):
        rows = rows.untrashed().only(*NAMED)
    return rows.order_by("-pk")[:MOST_TOLD]
