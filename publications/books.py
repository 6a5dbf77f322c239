"""Books: what each is, who made it, its files and where it can be bought."""

from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Contributor
from media_library.models import ImageAsset
from nejat.editorial.indexing import PartOfWork, Words, words_in
from nejat.editorial.querysets import EditionsManager
from publications.files import PublicationFile
from publications.isbn import clean_isbn, hyphenated
from publications.languages import LanguagesField, language_name
from publications.publication import Publication
from publications.querysets import BookQuerySet


class Book(Publication):
    """A book, of ours or about what concerns us."""

    subtitle = models.CharField(_("subtitle"), max_length=300, blank=True, default="")
    publisher = models.CharField(_("publisher"), max_length=200, blank=True, default="")
    place = models.CharField(_("place of publication"), max_length=200, blank=True, default="")
    year = models.PositiveSmallIntegerField(
        _("year of publication"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1800), MaxValueValidator(2100)],
        help_text=_("Of the Gregorian calendar: 1403 is 2024."),
    )
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True)
    isbn = models.CharField(
        "ISBN", max_length=40, blank=True, default="", help_text=_("Ten or thirteen digits.")
    )
    languages = LanguagesField(_("languages"), help_text=_("In which it is written."))
    contributors = models.ManyToManyField(
        Contributor, verbose_name=_("contributors"), through="BookCredit"
    )
    reviews = models.ManyToManyField(
        Article,
        verbose_name=_("reviews"),
        blank=True,
        help_text=_("Articles of ours about the book."),
    )

    objects = EditionsManager.from_queryset(BookQuerySet)()

    copied_rows = ("credits", "shops")
    card_fields = ("subtitle", "year", "languages")
    page_fields = ("publisher", "place", "page_count", "isbn")

    class Meta(Publication.Meta):
        verbose_name = _("book")
        verbose_name_plural = _("books")

    def get_absolute_url(self) -> str:
        return reverse("publications:book_detail", args=[self.pk, self.slug or "-"])

    def search_text(self, code: str) -> str:
        return f"{super().search_text(code)} {self.get_in('subtitle', code) or ''}"

    def hidden_words(self, code: str) -> str:
        words = [self.get_in(name, code) or "" for name in ("publisher", "place")]
        return " ".join([*words, self.isbn, self.shown_isbn] if self.isbn else words)

    @classmethod
    def hidden_words_beside(cls, pks: Collection[int]) -> Words:
        credits = BookCredit.objects.filter(book__in=pks)
        yield from words_in(credits, "book_id", "contributor__name")

    def clean(self) -> None:
        super().clean()
        if self.isbn:
            try:
                self.isbn = clean_isbn(self.isbn)
            except ValueError as error:
                raise ValidationError({"isbn": str(error)}) from error

    @property
    def shown_cover(self) -> ImageAsset | None:
        """The cover; where it has none, the first page of a file in whatever language."""
        covers = (file.cover for file in self.files.all() if file.cover_id)
        return super().shown_cover or next(covers, None)

    @property
    def shown_isbn(self) -> str:
        """The ISBN with its hyphens."""
        return hyphenated(self.isbn)

    @property
    def language_names(self) -> list[str]:
        """The names of its languages in the current one."""
        return [language_name(code) for code in self.languages]


class BookCredit(PartOfWork):
    """What one contributor did for one book."""

    part_of: ClassVar[str] = "book"

    class Role(models.TextChoices):
        WRITER = "writer", _("Writer")
        TRANSLATOR = "translator", _("Translator")
        EDITOR = "editor", _("Editor")

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="credits")
    contributor = models.ForeignKey(
        Contributor,
        verbose_name=_("contributor"),
        on_delete=models.PROTECT,
        related_name="book_credits",
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.WRITER)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "contributor", "role"], name="book_credit_once_a_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.contributor}"


class BookFile(PublicationFile):
    """A book, or some pages of it, as a file in the language of an edition."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="files")
    is_sample = models.BooleanField(
        _("sample pages"), default=False, help_text=_("Not the whole book.")
    )

    part_of: ClassVar[str] = "book"
    own_fields: ClassVar[tuple[str, ...]] = ("book_id", "is_sample")

    class Meta(PublicationFile.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["is_sample", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "edition", "kind", "is_sample"], name="book_file_once"
            )
        ]


class BookShop(models.Model):
    """Where a book can be bought."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="shops")
    name = models.CharField(_("name"), max_length=200)
    address = models.URLField(_("web address"), max_length=1000)

    class Meta:
        verbose_name = _("place to buy it")
        verbose_name_plural = _("where to buy it")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
