"""The admin of what is made of images, and of videos."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from media_library.admin.choosing import ShowsImages
from media_library.admin.doors import door
from media_library.admin.gathering import gather_view
from media_library.admin.pictures import GalleryForm, PictureInline
from media_library.admin.recordings import VideoForm
from media_library.admin.thumbnails import shown_columns, thumbnail
from media_library.models import Cartoon, MediaWork, NewsPicture, PhotoGallery, Video
from nejat.editorial.admin import ContentAdmin
from nejat.tags.admin import TaggedAdmin

PUBLICATION = ("state", "published_at", "expires_at")
ADDRESSES = ("slug", "seo_title", "seo_description")


class MediaAdmin(ShowsImages, TaggedAdmin, ContentAdmin):
    """Admin of works of which an image stands for the whole."""

    actions = (*ContentAdmin.actions, *TaggedAdmin.actions)
    list_display = ("picture", *ContentAdmin.list_display)
    list_display_links = ("heading",)
    list_select_related = ("image",)
    list_columns = (*ContentAdmin.list_columns, "image", *shown_columns("image__"))
    shared_fields = ("image", "tags")

    @admin.display(description=_("picture"))
    def picture(self, work: MediaWork) -> SafeString:
        return thumbnail(work.image) if work.image else ""


@admin.register(Cartoon)
class CartoonAdmin(MediaAdmin):
    edition_fields = ("title", "standfirst", "words", "body", *PUBLICATION, *ADDRESSES)


@admin.register(NewsPicture)
class NewsPictureAdmin(MediaAdmin):
    edition_fields = (
        *("title", "standfirst", "body", *PUBLICATION),
        *("source_name", "source_address", *ADDRESSES),
    )


@admin.register(PhotoGallery)
class GalleryAdmin(MediaAdmin):
    form = GalleryForm
    edition_fields = ("title", "standfirst", "body", *PUBLICATION, *ADDRESSES)
    shared_fields = ("tags",)  # the first of its pictures stands for it
    inlines = (PictureInline,)
    list_display = (*MediaAdmin.list_display, "picture_count")
    list_columns = (*MediaAdmin.list_columns, "picture_count")
    change_form_template = "admin/media_library/gallery_form.html"

    def get_urls(self) -> list[URLPattern]:
        gather = door(self, gather_view)
        return [
            path("gather/", gather, name="media_library_photogallery_gather"),
            *super().get_urls(),
        ]

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.count_pictures()


@admin.register(Video)
class VideoAdmin(MediaAdmin):
    form = VideoForm
    edition_fields = (
        *("title", "standfirst", "body", *PUBLICATION),
        *("transcript", "subtitles", *ADDRESSES),
    )
    shared_fields = ("address", "file", "image", "is_graphic", "tags")
