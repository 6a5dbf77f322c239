"""What is done with several chosen images: each action leads to a page of its own."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_library.admin.chosen import MOST_CHOSEN, written
from media_library.admin.gathering import may_gather
from media_library.admin.grid import GALLERY
from media_library.querysets import ImageQuerySet


class ImageActions(admin.ModelAdmin):
    """Actions of the list of images."""

    actions = ("write_words", "gather")

    def has_gather_permission(self, request: HttpRequest) -> bool:
        return may_gather(request)

    @admin.action(
        description=gettext_lazy("Write the words of the chosen images"), permissions=["change"]
    )
    def write_words(self, request: HttpRequest, images: ImageQuerySet) -> HttpResponseBase | None:
        return _lead(self, request, images, "admin:media_library_imageasset_captions")

    @admin.action(
        description=gettext_lazy("Put the chosen images into a photo gallery"),
        permissions=["gather"],
    )
    def gather(self, request: HttpRequest, images: ImageQuerySet) -> HttpResponseBase | None:
        return _lead(self, request, images, "admin:media_library_photogallery_gather")


def _lead(
    admin_: ModelAdmin, request: HttpRequest, images: ImageQuerySet, view: str
) -> HttpResponseBase | None:
    """Lead to a page with the images in the order in which they came into the library."""
    numbers = list(images.order_by("pk").values_list("pk", flat=True)[: MOST_CHOSEN + 1])
    if len(numbers) > MOST_CHOSEN:
        text = _("Choose at most %(number)s images at a time.") % {"number": MOST_CHOSEN}
        admin_.message_user(request, text, messages.ERROR)
        return None
    query = {"ids": written(numbers)}
    if gallery := request.GET.get(GALLERY):
        query[GALLERY] = gallery
    return redirect(f"{reverse(view)}?{urlencode(query, safe=',')}")
