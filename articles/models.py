"""Articles."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.labels import Contributor, Series, Topic
from articles.querysets import ArticleQuerySet
from media_library.models import ImageAsset
from media_library.rights import rights_faults
from nejat.editions.registry import CODES, EDITIONS
from nejat.editorial.columns import column, columns
from nejat.editorial.fields import HtmlField
from nejat.editorial.indexing import PartOfWork, Words, words_in
from nejat.editorial.models import Content
from nejat.editorial.querysets import EditionsManager
from nejat.editorial.states import State
from nejat.tags.models import tags_field

__all__ = ["Article", "Byline", "Contributor", "Series", "Topic"]


class Article(Content):
    """A text, in one edition or in several."""

    needed_fields: ClassVar[tuple[str, ...]] = ("title", "body")
    not_copied: ClassVar[tuple[str, ...]] = (
        *("pinned_until", "pinned_place", "comment_count"),
        *("part", "correction"),
    )
    copied_rows: ClassVar[tuple[str, ...]] = ("bylines",)

    body = HtmlField(_("body"), blank=True, default="")
    lead_image = models.ForeignKey(
        ImageAsset,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    lead_image_caption = models.CharField(
        _("caption of the lead picture"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Left empty, it is that of the image."),
    )

    primary_topic = models.ForeignKey(
        Topic,
        verbose_name=_("primary topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="primary_articles",
        help_text=_("The label on its card."),
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True)
    tags = tags_field()
    contributors = models.ManyToManyField(
        Contributor, verbose_name=_("contributors"), through="Byline"
    )
    series = models.ForeignKey(
        Series, verbose_name=_("series"), null=True, blank=True, on_delete=models.SET_NULL
    )
    part = models.PositiveSmallIntegerField(_("part"), null=True, blank=True)
    source_name = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Where the text first appeared."),
    )
    source_address = models.URLField(
        _("web address of the source"), max_length=1000, blank=True, default=""
    )
    correction = models.TextField(
        _("correction"),
        blank=True,
        default="",
        help_text=_("What was wrong and has been put right, with its date; shown below the text."),
    )
    related = models.ManyToManyField(
        "self",
        verbose_name=_("you may also like"),
        symmetrical=False,
        blank=True,
        help_text=_("Shown first; newest ones of the same topic follow."),
    )
    pinned_until = models.DateTimeField(
        _("pinned until"), null=True, blank=True, help_text=_("Stays at the top of the home page.")
    )
    pinned_place = models.PositiveSmallIntegerField(
        _("place among the pinned"),
        null=True,
        blank=True,
        help_text=_("1 stands first and largest; those without a place follow, newest first."),
    )
    comments_open = models.BooleanField(_("comments open"), default=True)
    comment_count = models.PositiveIntegerField(default=0, editable=False)

    objects = EditionsManager.from_queryset(ArticleQuerySet)()

    class Meta(Content.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            *Content.Meta.indexes,
            *(
                models.Index(
                    fields=[column("pinned_until", code)],
                    condition=models.Q(**{f"{column('pinned_until', code)}__isnull": False}),
                    name=f"article_pinned_{code}",
                )
                for code in CODES
            ),
            *(
                models.Index(
                    fields=["primary_topic", f"-{column('published_at', code)}", "-id"],
                    condition=models.Q(**{column("state", code): State.PUBLISHED}),
                    name=f"article_of_topic_{code}",
                )
                for code in CODES
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("articles:detail", args=[self.pk, self.slug or "-"])

    @property
    def picture(self) -> ImageAsset | None:
        return self.lead_image

    @classmethod
    def held_places(cls, pks: Collection[int]) -> Iterator[tuple[models.Model, str]]:
        for edition in EDITIONS:
            place = _("home page, %(edition)s") % {"edition": edition.native_name}
            pinned = cls.objects.pinned(edition.code, timezone.now()).filter(pk__in=pks)
            yield from ((article, place) for article in pinned.only(*columns("title")))

    @classmethod
    def hidden_words_beside(cls, pks: Collection[int]) -> Words:
        yield from words_in(
            Byline.objects.filter(article__in=pks), "article_id", "contributor__name"
        )

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        yield from rights_faults(self, self.lead_image, code)


class Byline(PartOfWork):
    """The credit of one contributor on one article."""

    part_of: ClassVar[str] = "article"

    class Role(models.TextChoices):
        WRITER = "writer", _("Writer")
        TRANSLATOR = "translator", _("Translator")
        PHOTOGRAPHER = "photographer", _("Photographer")
        EDITOR = "editor", _("Editor")
        INTERVIEWER = "interviewer", _("Interviewer")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(
        Contributor,
        verbose_name=_("contributor"),
        on_delete=models.PROTECT,
        related_name="bylines",
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.WRITER)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "contributor", "role"], name="byline_once_a_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.contributor}"
