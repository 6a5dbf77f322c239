"""What books and issues share: a cover, files in some editions, and words of their own."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from media_library.models import ImageAsset
from media_library.rights import rights_faults
from nejat.editorial.fields import HtmlField
from nejat.editorial.indexing import Words
from nejat.editorial.models import Content
from nejat.editorial.querysets import EditionsManager
from publications.keeping import drop_documents
from publications.querysets import PublicationQuerySet


class Publication(Content):
    """A work that readers may hold in their hands: its files are rows of `files`."""

    cover = models.ForeignKey(
        ImageAsset,
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        help_text=_("Left empty, it is the first page of the PDF."),
    )
    body = HtmlField(_("text"), blank=True, default="")

    objects = EditionsManager.from_queryset(PublicationQuerySet)()

    card_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that its cards show besides those of every work."""
    page_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that its page shows besides those of every work."""

    class Meta(Content.Meta):
        abstract = True

    @property
    def picture(self) -> ImageAsset | None:
        return self.shown_cover

    @property
    def shown_cover(self) -> ImageAsset | None:
        """The cover in the current language: the one chosen, else the first page of its PDF."""
        if self.cover_id:
            return self.cover
        return next((file.cover for file in self.files_here if file.cover_id), None)

    @property
    def files_here(self) -> list[models.Model]:
        """Its files in the current language."""
        return [file for file in self.files.all() if file.edition == get_language()]

    @property
    def files_elsewhere(self) -> list[models.Model]:
        """Its files in other languages."""
        return [file for file in self.files.all() if file.edition != get_language()]

    def destroy(self) -> None:
        files = list(self.files.all())
        super().destroy()
        drop_documents(files)

    @classmethod
    def words_beside(cls, pks: Collection[int]) -> Words:
        yield from super().words_beside(pks)
        files = cls._meta.get_field("files").related_model
        yield from files.objects.words_of(pks)

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        yield from rights_faults(self, self.cover, code)
