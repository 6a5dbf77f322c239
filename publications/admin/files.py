"""The files in the forms of books and issues: each is read before it is taken."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from media_library.admin.making import try_to_make_renditions
from media_library.intake import Refused
from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.inputs import DeskInputs
from nejat.editorial.admin.locking import PartOfWork
from publications.documents import Document, read_document
from publications.files import PublicationFile
from publications.keeping import drop_documents, keep_document


class KeepsFiles(admin.ModelAdmin):
    """Admin of works with files."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Read the uploads before the transaction begins: it takes seconds, and others wait."""
        if request.method == "POST":
            for upload in request.FILES.values():
                upload.reading = _read(upload)
        return super().changeform_view(request, *args, **kwargs)

    def save_formset(
        self, request: HttpRequest, form: forms.ModelForm, formset: Any, change: bool
    ) -> None:
        super().save_formset(request, form, formset, change)
        drop_documents(row for row in formset.deleted_objects if isinstance(row, PublicationFile))


class FileForm(forms.ModelForm):
    """One file; a new one was read already, and is kept when the form is saved."""

    document: Document | None = None

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            if isinstance(upload.reading, Refused):
                raise ValidationError(str(upload.reading))
            self.document = upload.reading
            self.instance.kind = self.document.kind
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return cleaned | {"kind": self.instance.kind}  # it tells a book's files from one another

    def _get_validation_exclusions(self) -> set[str]:
        left_out = super()._get_validation_exclusions()
        return left_out - {"kind"} if self.instance.kind else left_out

    def save(self, commit: bool = True) -> PublicationFile:
        row = self.instance
        if self.document is None or not commit:
            return super().save(commit)
        row.file = self.initial.get("file") or ""  # what it has until the new one is stored
        keep_document(row, self.document, self._title(row))
        if cover := row.cover:
            transaction.on_commit(lambda: try_to_make_renditions(cover))
        return row

    def _title(self, row: PublicationFile) -> str:
        work = getattr(row, row.part_of)
        return work.get_in("title", row.edition) or str(work)


class NamedCells(PartOfWork, DeskInputs, admin.TabularInline):
    """Rows in a table, whose head alone names nothing to a screen reader."""

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        return field


class FileInline(NamedCells):
    """The files of a work."""

    form = FileForm
    extra = 0
    readonly_fields: ClassVar[Any] = ("facts",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[PublicationFile]:
        return super().get_queryset(request).defer("text")

    @admin.display(description="")
    def facts(self, row: PublicationFile) -> str:
        """How many pages it has, and whether there are words in it that a search can find."""
        if not row.pk:
            return ""
        pages = _("Pages: %(count)s") % {"count": edition_number(row.pages)} if row.pages else ""
        has_words = type(row).objects.filter(pk=row.pk).exclude(text="").exists()
        words = "" if has_words else _("There is no text in it that a search could find.")
        return " · ".join(filter(None, (pages, words)))


def _read(upload: UploadedFile) -> Document | Refused:
    try:
        return read_document(upload, upload.name)
    except Refused as refusal:
        return refusal
