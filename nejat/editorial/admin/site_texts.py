"""The admin of a table with one row, such as the texts of the site."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Field
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin

from nejat.editions.registry import CODES, EDITIONS
from nejat.editorial.admin.editions import EditionsAdmin
from nejat.editorial.admin.typed import typed_texts
from nejat.editorial.previews.page import preview_page
from nejat.editorial.previews.shown import Preview
from nejat.editorial.rows import EditionsModel

ONLY = 1
"""The number of the one row."""


class SiteTextsAdmin(EditionsAdmin):
    """One form instead of a list: its row is neither added nor deleted.

    What stands in the form is seen before it is saved on the page that the row's
    `get_absolute_url` names. `left_to_right` are fields with addresses and such, in any edition.
    """

    left_to_right: tuple[str, ...] = ()

    class Media:
        js = ("nejat/js/admin-preview.js",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: EditionsModel | None = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(xframe_options_sameorigin(self.preview_view))
        return [
            path("preview/<str:code>/", view, name=f"{self._name}_preview"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        self._row()
        return redirect(f"admin:{self._name}_change", ONLY)

    def preview_view(self, request: HttpRequest, code: str) -> HttpResponse:
        """The reader's page of an edition with what stands in the form; nothing is saved."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if code not in CODES:
            raise Http404("No such edition.")
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return preview_page(request, Preview(typed_texts(self, request, self._row())), code)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        context["previews"] = [
            (edition, reverse(f"admin:{self._name}_preview", args=[edition.code]))
            for edition in EDITIONS
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name.startswith(self.left_to_right):
            field.widget.attrs["dir"] = "ltr"
        return field

    @property
    def _name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}"

    def _row(self) -> EditionsModel:
        row, _created = self.model.objects.get_or_create(pk=ONLY)
        return row
