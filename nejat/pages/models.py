"""Pages that stand on their own: about us, contact, and whatever else staff add."""

from collections.abc import Iterator

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from media_library.rights import rights_faults
from nejat.editorial.fields import HtmlField
from nejat.editorial.models import Content


class Page(Content):
    """A text outside the stream of articles."""

    class Place(models.TextChoices):
        ABOUT = "about", _("About Us")
        CONTACT = "contact", _("Contact us")

    body = HtmlField(_("body"), blank=True, default="")
    place = models.CharField(
        _("place in the menu"),
        max_length=10,
        choices=Place.choices,
        null=True,
        blank=True,
        unique=True,
        help_text=_("Where the menu leads to it; a page without a place has its own address."),
    )
    position = models.IntegerField(_("position"), default=0)

    class Meta(Content.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        yield from rights_faults(self, None, code)

    def get_absolute_url(self) -> str:
        if self.place:
            return reverse(f"pages:{self.place}")
        return reverse("pages:detail", args=[self.pk, self.slug or "-"])
