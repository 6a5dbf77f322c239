"""What works stand under: a name, an address and an introduction for each edition."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.editorial.database import unique_address
from nejat.editorial.former_slugs import FormerSlug, keep_former_slugs
from nejat.editorial.querysets import EditionsManager, LabelQuerySet
from nejat.editorial.revisions.recording import one_revision
from nejat.editorial.rows import EditionsModel


class Label(EditionsModel):
    """What content stands under and has a page of its own: a topic, a series, a contributor."""

    name = models.CharField(_("name"), max_length=200, blank=True, default="")
    slug = models.SlugField(
        _("web address"), max_length=80, blank=True, default="", allow_unicode=True, db_index=False
    )
    intro = models.TextField(_("introduction"), blank=True, default="")
    former_slugs = GenericRelation(FormerSlug)

    objects = EditionsManager.from_queryset(LabelQuerySet)()

    class Meta(EditionsModel.Meta):
        abstract = True
        constraints = [unique_address(code) for code in CODES]

    def __str__(self) -> str:
        return self._first_text("name") or f"{self._meta.verbose_name} {self.pk or ''}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        update_fields = kwargs.get("update_fields")
        if update_fields is None:
            self._fill_slugs("name")
        with transaction.atomic(), one_revision(self, update_fields):
            keep_former_slugs(self, update_fields)
            super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self._fill_slugs("name")
        if not self._first_text("name"):
            raise ValidationError(_("Give it a name in at least one edition."))
        taken = {
            column("slug", code): _("Another one has this name or this address already.")
            for code in CODES
            if self._is_slug_taken(code)
        }
        if taken:
            raise ValidationError(taken)

    def _is_slug_taken(self, code: str) -> bool:
        slug = self.get_in("slug", code)
        others = type(self).objects.exclude(pk=self.pk)
        return bool(slug) and others.filter(**{column("slug", code): slug}).exists()

    @property
    def addresses(self) -> dict[str, str]:
        """The address of its page in each edition that has one, by edition code."""
        return {code: self.url_in(code) for code in CODES if self.get_in("slug", code)}
