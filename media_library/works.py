"""What is published of the media library: cartoons, news pictures, photo galleries, videos."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from media_library.assets import ImageAsset
from media_library.providers import NAMES, Provided, find_provided
from media_library.querysets import MediaQuerySet
from media_library.rights import rights_faults
from nejat.editorial.columns import column, columns
from nejat.editorial.fields import HtmlField
from nejat.editorial.indexing import Words, index_works, words_in
from nejat.editorial.models import Content, EditionsModel
from nejat.editorial.querysets import EditionsManager, EditionsQuerySet
from nejat.editorial.states import State
from nejat.tags.models import tags_field
from nejat.text import plain_text


class MediaWork(Content):
    """A work of which one image stands for the whole."""

    image = models.ForeignKey(
        ImageAsset,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    body = HtmlField(_("text"), blank=True, default="")
    tags = tags_field()

    objects = EditionsManager.from_queryset(MediaQuerySet)()

    card_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that its cards show besides those of every work."""
    page_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that its page shows besides those of every work."""

    class Meta(Content.Meta):
        abstract = True

    def get_absolute_url(self) -> str:
        name = f"media_library:{self._meta.model_name}_detail"
        return reverse(name, args=[self.pk, self.slug or "-"])

    @property
    def picture(self) -> ImageAsset | None:
        return self.image

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        yield from rights_faults(self, self.image, code)


class PictureWork(MediaWork):
    """A work that is its picture."""

    class Meta(MediaWork.Meta):
        abstract = True

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        if self.get_in("state", code) == State.PUBLISHED and not self.image_id:
            yield column("state", code), _("Choose its picture before it is published.")


class Cartoon(PictureWork):
    """A drawing that says something. Its text is the long description."""

    words = models.TextField(
        _("words of the drawing"),
        blank=True,
        default="",
        help_text=_("What is written in it, in the language of this edition; shown below it."),
    )

    page_fields = ("words",)

    def search_text(self, code: str) -> str:
        return f"{super().search_text(code)} {self.get_in('words', code) or ''}"

    class Meta(PictureWork.Meta):
        verbose_name = _("cartoon")
        verbose_name_plural = _("cartoons")


class NewsPicture(PictureWork):
    """A picture that is the news, with a few words."""

    source_name = models.CharField(_("source"), max_length=300, blank=True, default="")
    source_address = models.URLField(
        _("web address of the source"), max_length=1000, blank=True, default=""
    )

    page_fields = ("source_name", "source_address")

    class Meta(PictureWork.Meta):
        verbose_name = _("news picture")
        verbose_name_plural = _("news pictures")


class PhotoGallery(MediaWork):
    """Pictures in an order; the first one stands for all of them on cards."""

    pictures = models.ManyToManyField(
        ImageAsset, verbose_name=_("pictures"), through="GalleryPicture", related_name="galleries"
    )
    picture_count = models.PositiveIntegerField(_("pictures"), default=0, editable=False)

    copied_rows = ("gallery_pictures",)
    card_fields = ("picture_count",)
    page_fields = ("picture_count",)

    class Meta(MediaWork.Meta):
        verbose_name = _("photo gallery")
        verbose_name_plural = _("photo galleries")

    @classmethod
    def words_beside(cls, pks: Collection[int]) -> Words:
        pictures = GalleryPicture.objects.filter(gallery__in=pks)
        yield from words_in(pictures, "gallery_id", "caption")

    def count_pictures(self) -> None:
        """Keep on the gallery how many pictures it has, and which one is the first.

        Called when its pictures are saved; the search learns their captions.
        """
        shown = self.gallery_pictures.order_by("position", "pk")
        self.picture_count = shown.count()
        self.image_id = shown.values_list("image_id", flat=True).first()
        self.save(update_fields=["picture_count", "image"])
        index_works([self])


class GalleryPicture(EditionsModel):
    """One picture in one gallery."""

    gallery = models.ForeignKey(
        PhotoGallery, on_delete=models.CASCADE, related_name="gallery_pictures"
    )
    image = models.ForeignKey(ImageAsset, verbose_name=_("picture"), on_delete=models.PROTECT)
    position = models.PositiveIntegerField(_("position"), default=0)
    caption = models.CharField(
        _("caption"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Left empty, it is that of the image."),
    )

    objects = EditionsManager.from_queryset(EditionsQuerySet)()

    part_of: ClassVar[str] = "gallery"
    """The field that leads to the work."""

    class Meta(EditionsModel.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.image)


class Video(MediaWork):
    """A film of our own, or one that another site shows."""

    address = models.URLField(
        _("web address"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Of a video on YouTube, Aparat, Vimeo, Facebook, Instagram or Telegram."),
    )
    file = models.FileField(
        _("own file"), upload_to="videos/%Y/%m/", max_length=300, blank=True, help_text="MP4, WebM"
    )
    is_graphic = models.BooleanField(
        _("graphic content"),
        default=False,
        help_text=_("Readers are warned, and see it when they choose to."),
    )
    transcript = HtmlField(
        _("transcript"),
        blank=True,
        default="",
        help_text=_("All that is said and shown, for those who cannot hear or see it."),
    )
    subtitles = models.FileField(
        _("subtitles"),
        upload_to="subtitles/%Y/%m/",
        max_length=300,
        blank=True,
        default="",
        help_text=_("A file in the language of this edition: WebVTT or SRT."),
    )

    card_fields = ("is_graphic",)
    page_fields = ("address", "file", "is_graphic", "transcript", *columns("subtitles"))

    class Meta(MediaWork.Meta):
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def clean(self) -> None:
        super().clean()
        if self.address and self.file:
            raise ValidationError({"address": _("Give it an address or a file, not both.")})
        if self.address and self.provided is None:
            sites = ", ".join(NAMES)
            raise ValidationError(
                {"address": _("This is no video on %(sites)s.") % {"sites": sites}}
            )

    @property
    def picture(self) -> ImageAsset | None:
        return None if self.is_graphic else self.image

    def search_text(self, code: str) -> str:
        return f"{super().search_text(code)} {plain_text(self.get_in('transcript', code) or '')}"

    @property
    def provided(self) -> Provided | None:
        """Where another site shows it; None for a film of our own."""
        return find_provided(self.address) if self.address else None

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        yield from super()._faults_in(code)
        if self.get_in("state", code) == State.PUBLISHED and not (self.address or self.file):
            yield column("state", code), _("Give it an address or a file before it is published.")
