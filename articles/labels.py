"""What articles stand under: topics, series, contributors. Tags have a room of their own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.querysets import TopicQuerySet
from nejat.editorial.indexing import NamedInWorks
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
    is_on_home = models.BooleanField(
        _("on the home page"),
        default=False,
        help_text=_("Its newest articles, and those of topics below it, have a strip there."),
    )

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


class Contributor(NamedInWorks, Label):
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
