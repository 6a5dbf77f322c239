"""Images put into photo galleries, many at a time."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import transaction
from django.db.models import Max
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from media_library.admin.chosen import find_chosen, numbers_in, written
from media_library.admin.doors import page_context, require
from media_library.admin.grid import GALLERY
from media_library.admin.thumbnails import shown_columns
from media_library.models import GalleryPicture, ImageAsset, PhotoGallery
from nejat.editorial.admin.editions import all_editions
from nejat.editorial.rights import can_change_shared


class GatherForm(forms.Form):
    """Which gallery the images go to; a new one when none is chosen."""

    gallery = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Photo gallery"),
        required=False,
        help_text=gettext_lazy("Left empty, a new one is made."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        relation = GalleryPicture._meta.get_field("gallery")
        self.fields["gallery"].widget = AutocompleteSelect(relation, admin.site)
        self.fields["gallery"].queryset = PhotoGallery.objects.all()


def gather_view(galleries: ModelAdmin, request: HttpRequest) -> HttpResponseBase:
    """Ask which gallery the images go to, then put them there and open it."""
    require(may_gather(request))
    named = find_gallery(request.GET.get(GALLERY, ""))
    form = GatherForm(request.POST or None, initial={"gallery": named})
    numbers = numbers_in((request.POST or request.GET).get("ids", ""))
    images = find_chosen(numbers, ImageAsset.objects.only(*shown_columns()))
    if images and form.is_valid():
        gallery = form.cleaned_data["gallery"]
        return _gather(galleries, request, gallery, images)
    context = {
        **page_context(galleries, request, _("Put images into a photo gallery")),
        "form": form,
        "images": images,
        "ids": written(image.pk for image in images),
        "media": galleries.media + form.media,
    }
    return render(request, "admin/media_library/gather.html", context)


def may_gather(request: HttpRequest) -> bool:
    """Say whether the user may make or change photo galleries."""
    galleries = admin.site.get_model_admin(PhotoGallery)
    return galleries.has_add_permission(request) or galleries.has_whole_permission(request)


def find_gallery(number: str) -> PhotoGallery | None:
    """Return the gallery of that number, by its titles; None when there is none."""
    galleries = PhotoGallery.objects.only(*all_editions("title"))
    return galleries.filter(pk__in=numbers_in(number)[:1]).first()


def may_show(gallery: PhotoGallery, images: list[ImageAsset]) -> bool:
    """Say whether the images may be put into the gallery: not those whose rights are over."""
    return not gallery.public_editions or not any(image.are_rights_over for image in images)


def add_pictures(gallery: PhotoGallery, images: list[ImageAsset]) -> int:
    """Put images behind those that the gallery has, each once; return how many are new."""
    rows = gallery.gallery_pictures
    known = set(rows.values_list("image", flat=True))
    last = rows.aggregate(last=Max("position"))["last"] or 0
    new = [image for image in images if image.pk not in known]
    rows.bulk_create(
        GalleryPicture(gallery=gallery, image=image, position=position)
        for position, image in enumerate(new, start=last + 1)
    )
    gallery.count_pictures()
    return len(new)


@transaction.atomic
def _gather(
    galleries: ModelAdmin,
    request: HttpRequest,
    gallery: PhotoGallery | None,
    images: list[ImageAsset],
) -> HttpResponseBase:
    if gallery is None:
        require(galleries.has_add_permission(request))
        gallery = PhotoGallery.objects.create()
        galleries.log_addition(request, gallery, [{"added": {}}])
    else:
        require(can_change_shared(request.user, gallery))
        require(may_show(gallery, images))
    count = add_pictures(gallery, images)
    text = ngettext("%(count)s picture was added.", "%(count)s pictures were added.", count)
    galleries.message_user(request, text % {"count": count}, messages.SUCCESS)
    return redirect("admin:media_library_photogallery_change", gallery.pk)
