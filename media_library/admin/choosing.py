"""Fields in which an image of the library is chosen: by its picture, not by its number."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.db.models import Field, ForeignKey
from django.forms.renderers import BaseRenderer
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from media_library.admin.bodies import BodyFormField, BodyInput
from media_library.admin.thumbnails import find_shown, form_address, shown_columns, thumbnail, words
from media_library.models import ImageAsset
from nejat.editorial.body_images import images_named, is_body
from nejat.editorial.checks import Finding
from nejat.editorial.columns import column
from nejat.editorial.models import Content


class ImageInput(forms.TextInput):
    """The number of an image, with its picture, and buttons that a script brings to life.

    Whoever has the image in hand puts it into `known`; it is asked for otherwise.
    """

    known: ImageAsset | None = None
    can_upload = True

    class Media:
        js = ("nejat/js/admin-image-choice.js",)

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        number = super().render(name, value, attrs, renderer)
        image = self._image(value)
        context = {
            "input": number,
            "id": (attrs or {}).get("id", f"id_{name}"),
            "can_upload": self.can_upload,
            "image": image,
            "thumbnail": thumbnail(image) if image else "",
            "words": words(image) if image else "",
            "address": form_address(image) if image else "",
        }
        return SafeString(
            render_to_string("admin/media_library/includes/image_input.html", context)
        )

    def _image(self, value: Any) -> ImageAsset | None:
        if self.known and str(self.known.pk) == str(value):
            return self.known
        return find_shown(value) if value else None


class ShowsImages(BaseModelAdmin):
    """Admin of what shows images: in fields, in bodies or in both."""

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, ForeignKey) and db_field.related_model is ImageAsset:
            chooser = ImageInput(attrs={"size": 8, "dir": "ltr"})
            chooser.can_upload = request.user.has_perm("media_library.add_imageasset")
            return db_field.formfield(widget=chooser)
        if is_body(db_field):
            kwargs |= {"form_class": BodyFormField, "widget": BodyInput()}
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def findings_in(self, work: Content, code: str) -> Iterator[Finding]:
        """Yield, beside what else is marked, the pictures that say nothing to the blind."""
        yield from super().findings_in(work, code)
        bodies = (name for name in (column("body", code),) if hasattr(work, name))
        shown = {number for name in bodies for number in images_named(getattr(work, name))}
        if work.picture:
            shown.add(work.picture.pk)
        silent = ImageAsset.objects.without_alt_text(code).filter(pk__in=shown)
        for image in silent.only(*shown_columns()) if shown else ():
            words = _("A picture has no alt text in this edition.")
            yield Finding(column("title", code), words, str(image), form_address(image))
