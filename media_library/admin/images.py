"""The admin of images: a grid to look through, a form, and what else is done with them."""

from datetime import timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from media_library.admin.actions import ImageActions
from media_library.admin.captions import captions_view
from media_library.admin.deleting import ImageDeletion
from media_library.admin.doors import door
from media_library.admin.filters import (
    AltTextFilter,
    CreditFilter,
    FirstPageFilter,
    RightsFilter,
    UseFilter,
)
from media_library.admin.focal import FIELDS, FocalPoint, crops
from media_library.admin.grid import COOKIE, LOOK, ImageList, alt_dots, look_of
from media_library.admin.replacing import replace_view
from media_library.admin.thumbnails import (
    shown_columns,
    size_in_words,
    thumbnail,
    thumbnail_view,
    words,
)
from media_library.admin.uploading import upload_view
from media_library.admin.used import use_rows
from media_library.models import ImageAsset
from nejat.editions.templatetags.editions import edition_moment
from nejat.editorial.admin.editions import EditionsAdmin, Fieldsets, all_editions
from nejat.editorial.admin.saved_filters import SavedFiltersAdmin
from nejat.tags.admin import TaggedAdmin

A_YEAR = timedelta(days=365)


@admin.register(ImageAsset)
class ImageAdmin(
    FocalPoint, ImageActions, ImageDeletion, TaggedAdmin, SavedFiltersAdmin, EditionsAdmin
):
    actions = (*ImageActions.actions, *TaggedAdmin.actions)
    edition_fields = ("alt_text", "caption", "credit", "place")
    shared_fields = (
        "is_decorative",
        "is_graphic",
        "licence",
        "rights_expire_on",
        "taken_on",
        "source_address",
        "tags",
    )
    list_display = ("picture", "called", "alt_texts", "use", "rights_expire_on", "came")
    list_display_links = ("called",)
    list_filter = (
        *(AltTextFilter, UseFilter, CreditFilter, RightsFilter),
        *("is_graphic", FirstPageFilter),
    )
    list_columns = (*shown_columns(), "rights_expire_on", "created_at")
    list_per_page = 48
    search_fields = ("original_name", *all_editions("alt_text", "caption", "credit"))
    search_help_text = _("Finds names of files and words of every edition.")
    ordering = ("-pk",)
    change_form_template = "admin/media_library/image_form.html"
    change_list_template = "admin/media_library/image_list.html"

    class Media:
        js: ClassVar[list[str]] = ["nejat/js/admin-grid.js", "nejat/js/admin-focal-point.js"]

    @admin.display(description=_("picture"))
    def picture(self, image: ImageAsset) -> SafeString:
        return thumbnail(image)

    @admin.display(description=_("words"))
    def called(self, image: ImageAsset) -> SafeString:
        return words(image)

    @admin.display(description=_("alt text"))
    def alt_texts(self, image: ImageAsset) -> SafeString:
        return alt_dots(image)

    @admin.display(description=_("use"))
    def use(self, image: ImageAsset) -> str:
        return _("Used") if image.is_used else _("Not used")

    @admin.display(description=_("created at"), ordering="created_at")
    def came(self, image: ImageAsset) -> SafeString:
        return edition_moment(image.created_at)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ImageList]:
        return ImageList

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().changelist_view(request, *args, **kwargs)
        if LOOK in request.GET:
            response.set_cookie(COOKIE, look_of(request), A_YEAR, samesite="Lax", httponly=True)
        return response

    def get_fieldsets(self, request: HttpRequest, obj: ImageAsset | None = None) -> Fieldsets:
        numbers = (_("Focal point"), {"fields": (FIELDS,), "classes": ["focal-numbers"]})
        return [numbers, *super().get_fieldsets(request, obj)]

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Images come in as files, many at a time."""
        return upload_view(self, request)

    def get_urls(self) -> list[URLPattern]:
        name = "media_library_imageasset_%s"
        return [
            path("upload/", door(self, upload_view), name=name % "upload"),
            path("captions/", door(self, captions_view), name=name % "captions"),
            path("<int:pk>/replace/", door(self, replace_view), name=name % "replace"),
            path("<int:pk>/thumbnail/", door(self, thumbnail_view), name=name % "thumbnail"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        context |= {
            "show_save_and_add_another": False,  # images are not typed one after the other
            "image": obj,
            "size": size_in_words(obj),
            "crops": crops(),
            "uses": use_rows(request, obj),
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
