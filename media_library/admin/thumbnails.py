"""Small pictures of images, beside their words, as lists and forms of the admin show them."""

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from media_library.admin.doors import require
from media_library.models import ImageAsset
from media_library.querysets import PICTURE_FIELDS
from media_library.showing import picture_html
from nejat.editions.numbers import format_byte_size
from nejat.editions.registry import get_edition
from nejat.editorial.admin.editions import all_editions

WORDS = ("alt_text", "caption")


def shown_columns(path: str = "") -> list[str]:
    """Return the columns that `thumbnail` and `words` read; `path` leads to an image."""
    names = (*PICTURE_FIELDS, "original_name", *all_editions(*WORDS))
    return [path + name for name in names]


def find_shown(number: object) -> ImageAsset | None:
    """Return the image of that number with what showing it takes; None for no such image."""
    text = str(number or "")
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        return None
    return ImageAsset.objects.only(*shown_columns()).filter(pk=text).first()


def thumbnail(image: ImageAsset | None) -> SafeString:
    """Return the small picture. Its words stand beside it, so it is not read out."""
    return format_html(
        '<span class="thumb" aria-hidden="true">{}</span>', picture_html(image, "thumb")
    )


def words(image: ImageAsset) -> SafeString:
    """Return what the image is called, in the direction of the words themselves."""
    return format_html('<bdi dir="auto">{}</bdi>', str(image))


def form_address(image: ImageAsset) -> str:
    """Return the address of the image's form."""
    return reverse("admin:media_library_imageasset_change", args=[image.pk])


def size_in_words(image: ImageAsset) -> str:
    """Return how large the file is, as the language of the interface writes numbers."""
    return format_byte_size(image.byte_size, get_edition(get_language() or "en"))


def described(image: ImageAsset) -> dict[str, object]:
    """Return what scripts show of an image."""
    return {
        "id": image.pk,
        "words": str(image),
        "html": thumbnail(image),
        "address": form_address(image),
    }


def thumbnail_view(admin: ModelAdmin, request: HttpRequest, pk: int) -> JsonResponse:
    """What scripts show of an image; 404 when there is none."""
    require(admin.has_view_or_change_permission(request))
    image = find_shown(pk)
    return JsonResponse(described(image)) if image else JsonResponse({"id": pk}, status=404)
