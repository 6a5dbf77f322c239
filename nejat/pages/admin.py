"""The admin of pages."""

from django.contrib import admin

from media_library.admin import ShowsImages
from nejat.editorial.admin import ContentAdmin
from nejat.pages.models import Page


@admin.register(Page)
class PageAdmin(ShowsImages, ContentAdmin):
    edition_fields = (
        "title",
        "standfirst",
        "body",
        "state",
        "published_at",
        "expires_at",
        "slug",
        "seo_title",
        "seo_description",
    )
    shared_fields = ("place", "position")
    list_display = ("heading", "editions", "place", "published", "updated_at")
    list_columns = ("place", *ContentAdmin.list_columns)
