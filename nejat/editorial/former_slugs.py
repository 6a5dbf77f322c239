"""Addresses that labels had before: in the edition where one was given up, it leads on.

Works need none of this. They carry their number in their address, so any slug in it leads there.
"""

from collections.abc import Iterable

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES
from nejat.editorial.columns import column


class FormerSlug(models.Model):
    """A slug that a label of a kind gave up last; written in the transaction that saves it.

    It counts only while no label of that kind has the slug.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    label = GenericForeignKey()
    edition = models.CharField(_("edition"), max_length=2)
    slug = models.CharField(_("web address"), max_length=80)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "edition", "slug"], name="former_slug_once"
            )
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="former_slug_label")]

    def __str__(self) -> str:
        return f"{self.edition} {self.slug}"


def keep_former_slugs(label: models.Model, update_fields: Iterable[str] | None = None) -> None:
    """Write the slugs that a label gives up when it is saved; one query when it gives up none."""
    names = {code: column("slug", code) for code in CODES}
    written = {
        code: label.__dict__[name]
        for code, name in names.items()
        if name in label.__dict__ and (update_fields is None or name in update_fields)
    }
    if label._state.adding or not written:
        return
    rows = type(label).objects.filter(pk=label.pk)
    stored = rows.values(*(names[code] for code in written)).first() or {}
    given_up = {code: stored.get(names[code]) for code in written}
    for code, slug in given_up.items():
        if slug and slug != written[code]:
            FormerSlug.objects.update_or_create(
                content_type=ContentType.objects.get_for_model(label),
                edition=code,
                slug=slug,
                defaults={"object_id": label.pk},
            )
