"""Which images the bodies of works show. Bodies name them by number: `<figure data-image="12">`.

What the numbers mean is known to the media library; here stands only who names them.
"""

import re
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from nejat.editorial.columns import real_fields
from nejat.editorial.fields import HtmlField

NAMED = re.compile(r'<figure\b[^>]*\bdata-image="(\d{1,18})"')


class BodyImage(models.Model):
    """One image in one body of a work; written in the transaction that saves the work."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    work = GenericForeignKey()
    column = models.CharField(_("text"), max_length=60, help_text="Like body_fa.")
    image = models.PositiveBigIntegerField(_("image"), db_index=True)

    class Meta:
        verbose_name = _("image in a text")
        verbose_name_plural = _("images in texts")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "column", "image"], name="body_image_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image} ({self.column})"


def images_named(html: str | None) -> list[int]:
    """Return the numbers of the images that a body names, each once, in their order."""
    return list(dict.fromkeys(map(int, NAMED.findall(html or ""))))


def record_body_images(work: models.Model, update_fields: Iterable[str] | None = None) -> None:
    """Write which images the bodies of a saved work show; one query when nothing changed."""
    saved = _loaded_bodies(work)
    if update_fields is not None:
        saved &= set(update_fields)
    if not saved:
        return
    rows = BodyImage.objects.filter(
        content_type=ContentType.objects.get_for_model(work), object_id=work.pk, column__in=saved
    )
    old = {(row.column, row.image): row.pk for row in rows}
    new = {(row.column, row.image): row for row in _rows(work, saved)}
    if gone := old.keys() - new.keys():
        rows.filter(pk__in=[old[key] for key in gone]).delete()
    BodyImage.objects.bulk_create(new[key] for key in new.keys() - old.keys())


def record_new_body_images(works: Iterable[models.Model]) -> None:
    """Write which images the bodies of works show that were just created, many at a time."""
    rows = (row for work in works for row in _rows(work, _loaded_bodies(work)))
    BodyImage.objects.bulk_create(rows)


def _loaded_bodies(work: models.Model) -> set[str]:
    """The columns of bodies that the row in hand holds."""
    bodies = (f.attname for f in real_fields(type(work)) if is_body(f))
    return {name for name in bodies if name in work.__dict__}


def is_body(field: models.Field) -> bool:
    """Say whether a field, or the one that it is a column of, holds a body."""
    return isinstance(getattr(field, "translated_field", field), HtmlField)


def _rows(work: models.Model, names: set[str]) -> Iterator[BodyImage]:
    kind = ContentType.objects.get_for_model(work)
    for name in sorted(names):
        for image in images_named(work.__dict__[name]):
            yield BodyImage(content_type=kind, object_id=work.pk, column=name, image=image)
