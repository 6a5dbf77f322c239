"""What articles stand under: topics, tags, series, contributors."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.managers import _TaggableManager
from taggit.models import GenericTaggedItemBase, TagBase

from articles.querysets import TopicQuerySet
from nejat.editorial.models import Label
from nejat.editorial.querysets import EditionsManager


class Topic(Label):
    """A category of articles; topics are nested."""

    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = EditionsManager.from_queryset(TopicQuerySet)()

    class Meta(Label.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "pk"]

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.pk and self.parent_id in Topic.objects.with_descendants(self.pk):
            raise ValidationError({"parent": _("A topic cannot stand below itself.")})


class Series(Label):
    """A numbered run of articles."""

    class Meta(Label.Meta):
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("plural", "series")

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.slug])


class Contributor(Label):
    """A person, organisation, branch or site that content is credited to. Not an account."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")
        BRANCH = "branch", _("Branch")
        SITE = "site", _("Site")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.PERSON)

    class Meta(Label.Meta):
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")

    def get_absolute_url(self) -> str:
        return reverse("articles:contributor", args=[self.slug])


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
