"""The admin of pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from media_library.admin import ShowsImages
from nejat.audit.admin import AuditedAdmin
from nejat.editorial.admin import ContentAdmin
from nejat.editorial.admin.inputs import DeskInputs
from nejat.editorial.admin.moments import MOMENTS
from nejat.editorial.admin.site_texts import SiteTextsAdmin
from nejat.pages.models import BreakingNews, Page, SiteOptions
from nejat.pages.site_options import FOOTER
from nejat.staff.models import editions_of


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
    shared_fields = ("place", "in_menu", "position")
    list_display = ("heading", "editions", "place", "published", "updated")
    list_columns = ("place", *ContentAdmin.list_columns)


@admin.register(BreakingNews)
class BreakingNewsAdmin(DeskInputs, AuditedAdmin):
    list_display = ("text", "edition", "is_shown", "starts_at", "expires_at")
    list_filter = ("edition",)
    ordering = ("-starts_at", "-pk")
    formfield_overrides = MOMENTS

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "text":
            field.widget.attrs |= {"dir": "auto", "size": 80}
        elif db_field.name == "address":
            field.widget.attrs["dir"] = "ltr"
        elif db_field.name == "edition":
            own = ("", *editions_of(request.user))
            field.choices = [choice for choice in field.choices if choice[0] in own]
        return field

    def has_change_permission(self, request: HttpRequest, obj: BreakingNews | None = None) -> bool:
        return super().has_change_permission(request, obj) and _works_on(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: BreakingNews | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _works_on(request, obj)

    @admin.display(description=_("shown now"), boolean=True)
    def is_shown(self, news: BreakingNews) -> bool:
        return news.is_shown


@admin.register(SiteOptions)
class SiteOptionsAdmin(SiteTextsAdmin):
    edition_fields = FOOTER
    shared_fields = ("offline_reading",)
    left_to_right = ("social_links",)


def _works_on(request: HttpRequest, news: BreakingNews | None) -> bool:
    return news is None or news.edition in editions_of(request.user)
