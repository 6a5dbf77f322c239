"""Which fields of images and media have a column an edition."""

from modeltranslation.translator import TranslationOptions, register

from media_library.models import (
    Cartoon,
    GalleryPicture,
    ImageAsset,
    NewsPicture,
    PhotoGallery,
    Video,
)
from nejat.editorial.revisions.recording import keep_revisions
from nejat.editorial.translation import ContentTranslation


@register(ImageAsset)
class ImageTranslation(TranslationOptions):
    fields = ("alt_text", "caption", "credit", "place")


@register(PhotoGallery)
class MediaTranslation(ContentTranslation):
    fields = ("body",)


@register(Cartoon)
class CartoonTranslation(MediaTranslation):
    fields = ("words",)


@register(NewsPicture)
class NewsPictureTranslation(MediaTranslation):
    fields = ("source_name", "source_address")


@register(GalleryPicture)
class GalleryPictureTranslation(TranslationOptions):
    fields = ("caption",)


@register(Video)
class VideoTranslation(MediaTranslation):
    fields = ("transcript", "subtitles")


keep_revisions(Cartoon, NewsPicture, Video)
keep_revisions(PhotoGallery, without=["image"])  # the first of its pictures stands for it
