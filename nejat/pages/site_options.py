"""What staff decide for the whole site: the words of its footer, and what is switched on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES
from nejat.editorial.columns import column, columns
from nejat.editorial.models import EditionsModel
from nejat.editorial.querysets import EditionsManager, EditionsQuerySet
from nejat.pages.keeping import KEPT_FOR, OPTIONS
from nejat.text import lines_of

FOOTER = ("footer_text", "rights_line", "social_links")


@dataclass(frozen=True)
class SocialLink:
    """A place elsewhere where the publisher can be followed."""

    name: str
    url: str


@dataclass(frozen=True)
class Footer:
    """What an edition's footer says besides its menu; texts that nobody wrote are ""."""

    text: str
    rights_line: str
    links: tuple[SocialLink, ...]


USUAL_LINKS = (
    SocialLink("Facebook", "https://www.facebook.com/"),
    SocialLink("Twitter", "https://twitter.com/"),
    SocialLink("Instagram", "https://www.instagram.com/"),
    SocialLink("YouTube", "https://www.youtube.com/"),
)


class SiteOptions(EditionsModel):
    """One row for the site; where there is none, or a field is empty, stands what is usual."""

    footer_text = models.TextField(
        _("text of the footer"),
        blank=True,
        default="",
        help_text=_("A few plain sentences about the publisher, above the links of the footer."),
    )
    rights_line = models.CharField(
        _("who owns the rights"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Stands after © and the years. Left empty: the usual sentence."),
    )
    social_links = models.TextField(
        _("social networks"),
        blank=True,
        default="",
        help_text=_(
            "One a line: its name, a space, its address, as in “Telegram https://t.me/example”."
            " Left empty: the usual ones."
        ),
    )
    offline_reading = models.BooleanField(
        _("offline reading"),
        default=False,
        help_text=_(
            "Browsers keep the 20 articles that a reader read last, to be read without a"
            " connection. Whoever uses the same browser can see them. Switched off again,"
            " browsers delete them at their next visit."
        ),
    )

    objects = EditionsManager.from_queryset(EditionsQuerySet)()

    class Meta(EditionsModel.Meta):
        verbose_name = verbose_name_plural = _("site options")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_site_options")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)
        options = {name: getattr(self, name) for name in _kept_columns()}
        transaction.on_commit(lambda: cache.set(OPTIONS, options, KEPT_FOR))

    def clean(self) -> None:
        super().clean()
        faults = {
            column("social_links", code): _(
                "This is no name, space and address with https://: %(line)s"
            )
            % {"line": f"\u2068{line}\u2069"}
            for code in CODES
            for line, link in _read_links(self.get_in("social_links", code))
            if link is None
        }
        if faults:
            raise ValidationError(faults)

    def get_absolute_url(self) -> str:
        return reverse("pages:home")

    @classmethod
    def in_force(cls) -> Self:
        """Return what is saved; asked on every page, so the cache knows it."""
        kept = cache.get_or_set(OPTIONS, cls._ask, KEPT_FOR)
        return cls(**{name: kept[name] for name in _kept_columns() if name in kept})

    def footer_in(self, code: str) -> Footer:
        """Return the footer of an edition, with the usual links where nobody wrote any."""
        text, rights_line, lines = (self.get_in(name, code) or "" for name in FOOTER)
        links = tuple(link for _line, link in _read_links(lines) if link)
        return Footer(text, rights_line, links or USUAL_LINKS)

    @classmethod
    def _ask(cls) -> dict[str, Any]:
        return cls.objects.values(*_kept_columns()).first() or {}


def _kept_columns() -> list[str]:
    return ["offline_reading", *(name for field in FOOTER for name in columns(field))]


def _read_links(text: str | None) -> Iterator[tuple[str, SocialLink | None]]:
    """Yield each line that holds something, and the link it tells; None where it tells none."""
    for line in lines_of(text):
        name, _space, address = line.rpartition(" ")
        is_link = name.strip() and address.startswith("https://") and len(address) > len("https://")
        yield line, SocialLink(name.strip(), address) if is_link else None
