"""The admin of issues: their form, and the doors of the desk where they are put together."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from media_library.admin import ShowsImages
from media_library.admin.doors import door
from nejat.editorial.admin import ContentAdmin
from nejat.editorial.admin.editions import all_editions
from publications.admin.entries import EntryInline
from publications.admin.files import FileForm, FileInline, KeepsFiles
from publications.admin.gathering import gather_view
from publications.admin.inputs import DirectedInputs
from publications.admin.making import make_pdf_view, preview_mail_view, preview_pdf_view
from publications.admin.progress import progress_of
from publications.admin.warnings import warn
from publications.models import Issue, IssueFile


class IssueFileForm(FileForm):
    """The PDF of an issue; what is uploaded is no longer what the desk made."""

    def clean_file(self) -> Any:
        upload = super().clean_file()
        if self.document:
            if self.document.kind != IssueFile.Kind.PDF:
                raise ValidationError(gettext("An issue takes a PDF."))
            self.instance.made_at = None
        return upload


class IssueFileInline(FileInline):
    model = IssueFile
    form = IssueFileForm
    fields = ("edition", "file", "facts")


@admin.register(Issue)
class IssueAdmin(DirectedInputs, KeepsFiles, ShowsImages, ContentAdmin):
    edition_fields = (
        *("number", "volume", "title", "standfirst", "body"),
        *("state", "published_at", "expires_at", "slug", "seo_title", "seo_description"),
    )
    shared_fields = ("series", "cover")
    inlines = (EntryInline, IssueFileInline)
    list_display = ("heading", "series", "editions", "published", "updated")
    list_filter = ("series", *ContentAdmin.list_filter)
    list_columns = (*ContentAdmin.list_columns, "series", *all_editions("number", "volume"))
    search_help_text = _("Finds titles and numbers in every edition, and words in the PDFs.")
    change_form_template = "admin/publications/issue_form.html"
    change_list_template = "admin/publications/issue_list.html"

    def get_urls(self) -> list[URLPattern]:
        name = "publications_issue"
        edition = "<int:pk>/<str:code>"
        return [
            path("gather/", door(self, gather_view), name=f"{name}_gather"),
            path(f"{edition}/make-pdf/", door(self, make_pdf_view), name=f"{name}_make_pdf"),
            path(f"{edition}/pdf/", door(self, preview_pdf_view), name=f"{name}_preview_pdf"),
            path(f"{edition}/mail/", door(self, preview_mail_view), name=f"{name}_preview_mail"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        saved = self.saved_row(request, context, obj)
        context["progress"] = progress_of(saved) if saved else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        warn(self, request, form.instance)
