"""The files of books and issues: a PDF or an EPUB in the language of an edition."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from media_library.models import ImageAsset
from nejat.editions.registry import EDITION_CHOICES, Edition, get_edition
from nejat.editorial.indexing import PartOfWork
from publications.querysets import FileManager


class PublicationFile(PartOfWork):
    """A file, and what was read in it when it came in (see `keeping.keep_document`)."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        EPUB = "epub", "EPUB"

    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    file = models.FileField(_("file"), upload_to="publications/%Y/%m/", max_length=300)
    kind = models.CharField(_("format"), max_length=4, choices=Kind.choices, editable=False)
    byte_size = models.PositiveBigIntegerField(_("size"), default=0, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, editable=False)
    sha256 = models.CharField(max_length=64, default="", editable=False)
    text = models.TextField(_("text"), default="", editable=False)
    cover = models.ForeignKey(
        ImageAsset,
        verbose_name=_("first page"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
    )

    objects = FileManager()

    own_fields: ClassVar[tuple[str, ...]]
    """The field that leads to the work, and what links to such a file say besides."""

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_edition_display()}"

    @property
    def language(self) -> Edition:
        """The edition whose language the file is in."""
        return get_edition(self.edition)

    @property
    def media_type(self) -> str:
        """What it is, for feeds and machines (RFC 8118; the IDPF's registration of EPUB)."""
        return f"application/{'pdf' if self.kind == self.Kind.PDF else 'epub+zip'}"
