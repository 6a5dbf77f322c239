"""Images that a work shows are not deleted; the works are named instead."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from media_library.library import delete_images
from media_library.models import ImageAsset
from media_library.querysets import ImageQuerySet
from media_library.uses import Use, uses_of_any
from nejat.editorial.admin.links import form_link


class ImageDeletion(admin.ModelAdmin):
    """Deletes images with their files, and refuses what is in use by whatever door."""

    delete_confirmation_template = "admin/media_library/image_delete.html"
    delete_selected_confirmation_template = "admin/media_library/image_delete_selected.html"

    def get_deleted_objects(
        self, objs: Iterable[ImageAsset], request: HttpRequest
    ) -> tuple[list, dict, set, list]:
        """Name the works that keep the images: those in fields, galleries and bodies."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        uses = [use_line(request, use) for use in uses_of_any(objs)]
        return deleted, counts, lacking, uses or protected

    def delete_model(self, request: HttpRequest, obj: ImageAsset) -> None:
        delete_images(ImageAsset.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: ImageQuerySet) -> None:
        delete_images(queryset)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().delete_view(request, *args, **kwargs)
        except ProtectedError:  # a work took it between the question and the answer
            return redirect(request.get_full_path())

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return super().changelist_view(request, *args, **kwargs)
        try:
            with transaction.atomic():
                return super().changelist_view(request, *args, **kwargs)
        except ProtectedError:
            text = _("Nothing was deleted: a work shows one of these images since just now.")
            self.message_user(request, text, messages.ERROR)
            return redirect(request.get_full_path())


def use_line(request: HttpRequest, use: Use) -> SafeString:
    """Return one use in a line: what kind of work, which one, and where in it."""
    kind = capfirst(use.work._meta.verbose_name)
    return format_html("{}: {} ({})", kind, form_link(request, use.work), use.place)
