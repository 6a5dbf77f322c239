"""Tags: loose keywords on works and pictures of any kind, named in each edition."""

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager, _TaggableManager
from taggit.models import GenericTaggedItemBase, TagBase

from nejat.editorial.models import Label


class Tag(Label, TagBase):
    """A loose keyword, named in each edition."""

    name = models.CharField(_("name"), max_length=100, blank=True, default="")
    slug = models.SlugField(
        _("web address"), max_length=80, blank=True, default="", allow_unicode=True, db_index=False
    )

    class Meta(Label.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def get_absolute_url(self) -> str:
        return reverse("articles:tag", args=[self.slug])


class TagsOfWork(_TaggableManager):
    """The tags of a work, told apart by their rows: taggit's own compares unused columns."""

    def set(self, tags: Iterable[Tag]) -> None:
        """Make these the tags of the work, and no others."""
        chosen = list(tags)
        self._items().exclude(tag__in=chosen).delete()
        self.add(*chosen)

    def remove(self, *tags: Tag) -> None:
        """Take these tags from the work."""
        self._items().filter(tag__in=tags).delete()

    def _items(self) -> models.QuerySet:
        self._remove_prefetched_objects()
        return self.through.objects.filter(**self._lookup_kwargs())


class TaggedItem(GenericTaggedItemBase):
    """A tag on a work of any kind."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="items")

    class Meta:
        verbose_name = _("tag of a work")
        verbose_name_plural = _("tags of works")
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "tag"], name="tagged_once")
        ]

    def __str__(self) -> str:
        return f"{self.tag} ({self.content_object})"


def tags_field() -> TaggableManager:
    """Return the field of a model that carries tags."""
    return TaggableManager(
        verbose_name=_("tags"), through=TaggedItem, manager=TagsOfWork, blank=True
    )
