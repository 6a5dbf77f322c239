"""Where an image is used: in which field, gallery or text of which work."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Field, Model, QuerySet
from django.utils.translation import gettext as _

from media_library.models import GalleryPicture, ImageAsset, PhotoGallery
from media_library.querysets import is_use
from nejat.editions.registry import EDITIONS
from nejat.editorial.body_images import BodyImage
from nejat.editorial.columns import columns
from nejat.editorial.models import Content
from nejat.editorial.querysets import PUBLICATION_FIELDS

NAMED = [name for field in ("title", *PUBLICATION_FIELDS) for name in columns(field)]
"""What naming a work and saying where it stands takes: no body."""


@dataclass(frozen=True)
class Use:
    """One work that shows an image, and where in it."""

    work: Content
    place: str
    """In words: "lead picture", "text, فارسی"."""

    @property
    def is_live(self) -> bool:
        """Whether readers of some edition see the work now."""
        return bool(self.work.public_editions)


def uses_of(image: ImageAsset) -> list[Use]:
    """Return every use of the image, those in fields first; a query a kind of use."""
    return uses_of_any([image])


def uses_of_any(images: Iterable[ImageAsset]) -> list[Use]:
    """Return every use of some of the images, each once; as many queries as for one."""
    numbers = [image.pk for image in images]
    fields = [use for relation in _relations() for use in _field_uses(relation, numbers)]
    return list(dict.fromkeys([*fields, *_body_uses(numbers)]))


def used_among(images: Iterable[ImageAsset]) -> set[int]:
    """Return the numbers of those images that some work shows; one query."""
    numbers = [image.pk for image in images]
    return set(ImageAsset.objects.used().filter(pk__in=numbers).values_list("pk", flat=True))


def _relations() -> list:
    return [relation for relation in ImageAsset._meta.related_objects if is_use(relation)]


def _field_uses(relation: object, numbers: list[int]) -> list[Use]:
    model, field = relation.related_model, relation.field
    rows = model._base_manager.filter(**{f"{field.name}__in": numbers}).order_by("pk")
    if hasattr(model, "part_of"):
        return _uses_in_parts(rows, field)
    if model is PhotoGallery:  # its own picture is the first of its pictures
        rows = rows.exclude(gallery_pictures__image__in=numbers)
    return [Use(row, str(field.verbose_name)) for row in rows.only(*NAMED)]


def _uses_in_parts(rows: QuerySet, field: Field) -> list[Use]:
    """The works that the rows are part of: galleries of their pictures, books of their files."""
    is_gallery = rows.model is GalleryPicture
    place = _("picture of the gallery") if is_gallery else str(field.verbose_name)
    work = rows.model._meta.get_field(rows.model.part_of).related_model
    works = work.objects.filter(pk__in=rows.order_by().values(rows.model.part_of))
    return [Use(found, place) for found in works.only(*NAMED).order_by("pk")]


def _body_uses(numbers: list[int]) -> list[Use]:
    rows = BodyImage.objects.filter(image__in=numbers).select_related("content_type")
    rows = rows.prefetch_related("work").order_by("content_type", "object_id", "column")
    return [Use(row.work, _place_in_words(row.work, row.column)) for row in rows if row.work]


def _place_in_words(work: Model, name: str) -> str:
    """ "text, فارسی": the field that the column belongs to, and its edition."""
    field, _line, code = name.rpartition("_")
    native = next((e.native_name for e in EDITIONS if e.code == code), code)
    return f"{work._meta.get_field(field).verbose_name}, {native}"
