"""Pages that stand on their own, such as about us; breaking news; the options of the site."""

from collections.abc import Collection, Iterator
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media_library.rights import rights_faults
from nejat.editions.registry import EDITION_CHOICES
from nejat.editorial.columns import columns
from nejat.editorial.fields import HtmlField
from nejat.editorial.models import Content
from nejat.pages.keeping import forget_menu_pages
from nejat.pages.site_options import SiteOptions

__all__ = ["BreakingNews", "Page", "SiteOptions"]

ADDRESS = r"^(?:/(?!/)|https?://)[^\s\\]*$"


class BreakingNewsQuerySet(models.QuerySet):
    """Breaking news, by what readers see now."""

    def shown(self, code: str) -> Self:
        """What stands on the home page of the edition now, newest first."""
        now = timezone.now()
        return self.filter(edition=code, starts_at__lte=now, expires_at__gt=now).order_by(
            "-starts_at", "-pk"
        )


class BreakingNews(models.Model):
    """One line above the home page of an edition, until it expires."""

    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    text = models.CharField(_("text"), max_length=200)
    address = models.CharField(
        _("web address"),
        max_length=1000,
        blank=True,
        validators=[RegexValidator(ADDRESS, _("Begin with / or https://."))],
        help_text=_("Where it leads: /fa/articles/12/… or https://…; may be left empty."),
    )
    starts_at = models.DateTimeField(_("starts at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"))

    objects = BreakingNewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("breaking news")
        verbose_name_plural = pgettext_lazy("plural", "breaking news")
        indexes = [models.Index(fields=["edition", "expires_at"], name="breaking_shown")]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.expires_at and self.starts_at and self.expires_at <= self.starts_at:
            raise ValidationError({"expires_at": _("It would expire before readers see it.")})

    @property
    def is_shown(self) -> bool:
        """Whether it stands on the home page now: `shown` for one line in hand."""
        return self.starts_at <= timezone.now() < self.expires_at


class Page(Content):
    """A text outside the stream of articles."""

    class Place(models.TextChoices):
        ABOUT = "about", _("About Us")
        CONTACT = "contact", _("Contact us")

    not_copied: ClassVar[tuple[str, ...]] = ("place", "in_menu")

    body = HtmlField(_("body"), blank=True, default="")
    place = models.CharField(
        _("place in the menu"),
        max_length=10,
        choices=Place.choices,
        null=True,
        blank=True,
        unique=True,
        error_messages={"unique": _("Another page has this place; look in the trash too.")},
        help_text=_("Where the menu leads to it; a page without a place has its own address."),
    )
    in_menu = models.BooleanField(
        _("in the menu"),
        default=False,
        help_text=_("Its title stands in the menu of each edition where it is published."),
    )
    position = models.IntegerField(_("position"), default=0)

    class Meta(Content.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        yield from rights_faults(self, None, code)

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        transaction.on_commit(forget_menu_pages)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        transaction.on_commit(forget_menu_pages)
        return super().delete(*args, **kwargs)

    @classmethod
    def held_places(cls, pks: Collection[int]) -> Iterator[tuple[models.Model, str]]:
        held = cls.objects.filter(pk__in=pks).exclude(in_menu=False, place__isnull=True)
        yield from ((page, _("in the menu")) for page in held.only(*columns("title")))

    def get_absolute_url(self) -> str:
        if self.place:
            return reverse(f"pages:{self.place}")
        return reverse("pages:detail", args=[self.pk, self.slug or "-"])
