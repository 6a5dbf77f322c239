"""The pictures in the form of a gallery, in an order that can be changed."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Field, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_library.admin.choosing import ShowsImages
from media_library.admin.thumbnails import shown_columns
from media_library.models import GalleryPicture
from nejat.editions.registry import CODES, EDITIONS
from nejat.editorial.admin.editions import EditionInputs
from nejat.editorial.admin.locking import PartOfWork
from nejat.editorial.admin.stepping import SteppingForm
from nejat.editorial.columns import columns
from nejat.editorial.states import State

CAPTIONS = columns("caption")


class GalleryForm(SteppingForm):
    """A gallery; the one picture that stands for it follows from its pictures when all is saved."""

    def clean(self) -> dict[str, Any]:
        self.instance.image = None  # each row of the pictures is judged on its own
        return super().clean()


class PictureForm(forms.ModelForm):
    """One picture; its image is in hand already, and is not asked for once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.image_id:
            self.fields["image"].widget.known = self.instance.image


class PictureFormSet(BaseInlineFormSet):
    """All pictures of a gallery, which has to have some that may be shown when it is published."""

    def clean(self) -> None:
        super().clean()
        gallery = self.instance
        if not any(gallery.get_in("state", code) == State.PUBLISHED for code in CODES):
            return
        if not self.can_delete:  # the rows are locked, and were judged when they came in
            return
        shown = [form for form in self.forms if _image(form) and not self._should_delete_form(form)]
        if not shown:
            raise ValidationError(_("Put pictures into it before it is published."))
        for form in shown:
            if _image(form).are_rights_over:
                form.add_error(
                    "image", _("The rights to this picture have ended, so it cannot be published.")
                )


class PictureInline(PartOfWork, ShowsImages, EditionInputs, admin.StackedInline):
    """The pictures of a gallery."""

    model = GalleryPicture
    form = PictureForm
    formset = PictureFormSet
    extra = 0
    fieldsets: ClassVar[Any] = (
        (None, {"fields": (("image", "position"),)}),
        (
            gettext_lazy("Captions of its own in this gallery"),
            {"fields": CAPTIONS, "classes": ["collapse"]},
        ),
    )

    class Media:
        js: ClassVar[list[str]] = ["nejat/js/admin-order.js"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[GalleryPicture]:
        rows = super().get_queryset(request).select_related("image")
        images = shown_columns("image__")
        return rows.only(
            "gallery_id", "image", "position", *CAPTIONS, *images, "image__rights_expire_on"
        )

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in CAPTIONS:  # the heading above says what they are
            field.label = next(e.native_name for e in EDITIONS if e.code == db_field.language)
            field.help_text = ""
        return field


def _image(form: forms.ModelForm) -> Any:
    return getattr(form, "cleaned_data", {}).get("image")
