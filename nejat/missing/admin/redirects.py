"""The admin of redirects, and their coming and going as a table."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.validators import FileExtensionValidator
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.sheet import csv_sheet
from nejat.missing.admin.lists import AddressAdmin, shown
from nejat.missing.importing import MOST_LINES, Report, read_table, take_lines
from nejat.missing.models import Redirect

EXPORTED = ("path", "target", "hits", "last_used_at", "created_at")
MOST_BYTES = 2_000_000
LONGEST_TYPED = 10_000
"""Letters: a Persian address copied in percent is six times as long as it is kept."""


class TableForm(forms.Form):
    """A file of redirects."""

    table = forms.FileField(
        label=_("Table (CSV)"), validators=[FileExtensionValidator(["csv", "txt"])]
    )

    def clean_table(self) -> list[tuple[int, list[str]]]:
        """Return the lines of the file."""
        table = self.cleaned_data["table"]
        if table.size > MOST_BYTES:
            raise forms.ValidationError(_("The table is too long. Divide it."))
        return read_table(table.read())


@admin.register(Redirect)
class RedirectAdmin(AddressAdmin):
    list_display = ("address", "leads_to", "hits", "last_used_at")
    search_fields = ("path", "target")
    ordering = ("-pk",)
    actions = ("export",)
    change_list_template = "admin/missing/redirect_list.html"

    def get_fields(self, request: HttpRequest, obj: Redirect | None = None) -> tuple[str, ...]:
        return ("path", "target", *self.get_readonly_fields(request, obj))

    def get_readonly_fields(self, request: HttpRequest, obj: Redirect | None = None) -> Any:
        return ("hits", "last_used_at", "created_at") if obj else ()

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Both are typed left to right, in whatever form; the model knows how long they may be."""
        if db_field.name not in ("path", "target"):
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = AdminTextInputWidget({"dir": "ltr", "class": "vLargeTextField"})
        return forms.CharField(
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
            max_length=LONGEST_TYPED,
            widget=widget,
        )

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Whether the account may bring in a table, which makes redirects and changes some."""
        return self.has_add_permission(request) and self.has_change_permission(request)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="missing_redirect_import"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        may = {"has_import_permission": self.has_import_permission(request)}
        return super().changelist_view(request, {**(extra_context or {}), **may})

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Take a table, and tell of each line that was refused why."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form, report = TableForm(*sent), None
        if form.is_valid():
            report = take_lines(form.cleaned_data["table"])
            _log_import(request, report)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Redirects from a table"),
            "form": form,
            "report": report,
            "most_lines": MOST_LINES,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/missing/import.html", context)

    @admin.display(description=_("address"), ordering="path")
    def address(self, redirect: Redirect) -> SafeString:
        return shown(redirect.path)

    @admin.display(description=_("leads to"), ordering="target")
    def leads_to(self, redirect: Redirect) -> SafeString | str:
        return gettext("Gone for good") if redirect.is_gone else shown(redirect.target)

    @admin.action(description=_("Export as a table (CSV)"), permissions=["view"])
    def export(self, request: HttpRequest, redirects: QuerySet[Redirect]) -> HttpResponse:
        rows = redirects.order_by("path").values_list(*EXPORTED)
        return csv_sheet("redirects.csv", EXPORTED, rows.iterator())


def _log_import(request: HttpRequest, report: Report) -> None:
    """Note in the history of the admin who brought in how many redirects."""
    count = edition_number(report.made + report.changed)
    LogEntry.objects.create(
        user=request.user,
        content_type=ContentType.objects.get_for_model(Redirect),
        object_repr=str(Redirect._meta.verbose_name_plural),
        action_flag=CHANGE,
        change_message=gettext("Imported: %(count)s") % {"count": count},
    )
