"""The admin of pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Field
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from media_library.admin import ShowsImages
from nejat.audit.admin import AuditedAdmin
from nejat.editorial.admin import ContentAdmin
from nejat.editorial.admin.editions import EditionsAdmin
from nejat.editorial.admin.inputs import DeskInputs
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
class SiteOptionsAdmin(EditionsAdmin):
    """One form instead of a list: there is one row, which is neither added nor deleted."""

    edition_fields = FOOTER
    shared_fields = ("offline_reading",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: SiteOptions | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        options, _created = SiteOptions.objects.get_or_create(pk=1)
        return redirect("admin:pages_siteoptions_change", options.pk)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name.startswith("social_links"):
            field.widget.attrs["dir"] = "ltr"
        return field


def _works_on(request: HttpRequest, news: BreakingNews | None) -> bool:
    return news is None or news.edition in editions_of(request.user)
