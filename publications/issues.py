"""Issues of the newsletter and of Pars Brief, and what stands in them."""

import re
from collections.abc import Collection, Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from nejat.editions.numbers import to_edition_digits
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.columns import column
from nejat.editorial.indexing import PartOfWork, Words, words_in
from nejat.editorial.models import EditionsModel
from nejat.editorial.querysets import EditionsManager, EditionsQuerySet
from nejat.editorial.states import State
from nejat.text import slugify
from publications.files import PublicationFile
from publications.publication import Publication
from publications.querysets import IssueQuerySet
from publications.series import NEWSLETTER, SERIES, SERIES_CHOICES, IssueSeries, get_series


class Issue(Publication):
    """One issue of a series. Its date in an edition is the day on which it appeared there."""

    series = models.CharField(
        _("series"),
        max_length=12,
        choices=SERIES_CHOICES,
        default=NEWSLETTER.code,
    )
    number = models.PositiveIntegerField(
        _("number"),
        null=True,
        blank=True,
        help_text=_("An issue without a title is called by the name of its series and its number."),
    )
    volume = models.PositiveIntegerField(_("volume"), null=True, blank=True)

    objects = EditionsManager.from_queryset(IssueQuerySet)()

    not_copied = ("number",)
    copied_rows = ("entries",)
    card_fields = ("series", "number", "volume")

    class Meta(Publication.Meta):
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        constraints = [
            *Publication.Meta.constraints,
            *(
                models.UniqueConstraint(
                    fields=["series", column("number", code)],
                    condition=models.Q(**{f"{column('number', code)}__isnull": False}),
                    name=f"issue_number_{code}",
                )
                for code in CODES
            ),
        ]
        indexes = [
            models.Index(
                fields=["series", f"-{column('published_at', code)}", "-id"],
                condition=models.Q(**{column("state", code): State.PUBLISHED}),
                name=f"issue_public_{code}",
            )
            for code in CODES
        ]

    def get_absolute_url(self) -> str:
        return reverse(self.of_series.view("detail"), args=[self.pk, self.slug or "-"])

    @property
    def of_series(self) -> IssueSeries:
        """The series that it is an issue of."""
        return get_series(self.series)

    @property
    def numbered(self) -> str:
        """Its number, and its volume if it has one, in the words and digits of the language."""
        parts = []
        if self.number is not None:
            parts.append(gettext("No. %(number)s") % {"number": _digits(self.number)})
        if self.volume is not None:
            parts.append(gettext("Volume %(volume)s") % {"volume": _digits(self.volume)})
        return " · ".join(parts)

    def derive(self) -> None:
        for code in CODES:
            self._derive_title(code)
        super().derive()

    def _derive_title(self, code: str) -> None:
        """Call it by series and number, unless it has a title of its own."""
        title, number = self.get_in("title", code) or "", self.get_in("number", code)
        if number is None or (title and not _is_called_by_number(title, code)):
            return
        if self.get_in("slug", code) == slugify(title):
            self.set_in(code, slug="")  # it follows the title
        self.set_in(code, title=_called(self.of_series, str(number), code))

    def hidden_words(self, code: str) -> str:
        numbers = (self.get_in(name, code) for name in ("number", "volume"))
        return " ".join(str(number) for number in numbers if number is not None)

    @classmethod
    def words_beside(cls, pks: Collection[int]) -> Words:
        entries = Entry.objects.filter(issue__in=pks)
        yield from words_in(entries, "issue_id", "title", "teaser")
        yield from super().words_beside(pks)

    @classmethod
    def hidden_words_beside(cls, pks: Collection[int]) -> Words:
        entries = Entry.objects.filter(issue__in=pks)
        yield from dict.fromkeys(words_in(entries, "issue_id", "source_name"))

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        number = self.get_in("number", code)
        others = Issue.objects.of_series(self.series).exclude(pk=self.pk)
        if number is not None and others.filter(**{column("number", code): number}).exists():
            yield (
                column("number", code),
                _("Another issue of the series has this number; look in the trash too."),
            )


class Entry(PartOfWork, EditionsModel):
    """One entry of an issue: an article of ours, or something that appeared elsewhere."""

    part_of: ClassVar[str] = "issue"
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField(_("position"), default=0)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entries",
    )
    title = models.CharField(
        _("title"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Left empty, it is that of the article."),
    )
    teaser = models.TextField(
        _("teaser"),
        blank=True,
        default="",
        help_text=_("Left empty, it is the standfirst of the article."),
    )
    source_name = models.CharField(_("source"), max_length=300, blank=True, default="")
    source_address = models.URLField(
        _("web address of the source"), max_length=1000, blank=True, default=""
    )

    objects = EditionsManager.from_queryset(EditionsQuerySet)()

    class Meta(EditionsModel.Meta):
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self._first_text("title") or str(self.article or self._first_text("source_address"))

    def clean(self) -> None:
        super().clean()
        if self.article is None and not self._first_text("title"):
            raise ValidationError(_("Choose an article, or give the entry a title."))


class IssueFile(PublicationFile):
    """The PDF of an issue in an edition."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="files")
    made_at = models.DateTimeField(
        _("made at"), null=True, editable=False, help_text=_("Empty for a file that was uploaded.")
    )
    made_of = models.CharField(
        max_length=32, default="", editable=False, help_text="The fingerprint of what it shows."
    )

    part_of: ClassVar[str] = "issue"
    own_fields: ClassVar[tuple[str, ...]] = ("issue_id",)

    class Meta(PublicationFile.Meta):
        verbose_name = _("PDF")
        verbose_name_plural = _("PDFs")
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "edition"],
                name="issue_file_once",
                violation_error_message=_("The issue has a PDF in this edition already."),
            )
        ]


def _digits(number: int) -> str:
    return to_edition_digits(str(number), get_edition(translation.get_language() or "en"))


def _called(series: IssueSeries, number: str, code: str) -> str:
    """ "Pars Brief No. 73", in the language of the edition."""
    with translation.override(code):
        named = {"series": series.title, "number": to_edition_digits(number, get_edition(code))}
        return gettext("%(series)s No. %(number)s") % named


def _is_called_by_number(title: str, code: str) -> bool:
    """Whether a title is nothing but a series and some number."""
    forms = (re.escape(_called(series, "#", code)) for series in SERIES)
    return any(re.fullmatch(form.replace(r"\#", r"\d+"), title) for form in forms)
