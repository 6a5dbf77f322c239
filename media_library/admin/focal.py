"""The focal point in the form of an image, and the crops that follow from it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.options import BaseModelAdmin
from django.db import transaction
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from media_library.admin.making import try_to_make_renditions
from media_library.models import ImageAsset
from media_library.presets import PRESETS

FIELDS = ("focal_x", "focal_y")
CROPS = {
    "card": _("Card"),
    "hero": _("Head of a page"),
    "portrait": _("Portrait"),
    "thumb": _("Small picture"),
}
INPUT = {"min": "0", "max": "1", "step": "0.001", "dir": "ltr"}


class FocalPoint(BaseModelAdmin):
    """Two numbers, over which a script lays a picture to point at."""

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in FIELDS:
            field.widget.attrs |= INPUT
        return field

    def save_model(
        self, request: HttpRequest, obj: ImageAsset, form: forms.ModelForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if not obj.has_renditions:
            transaction.on_commit(lambda: self._make_anew(request, obj))

    def _make_anew(self, request: HttpRequest, image: ImageAsset) -> None:
        if trouble := try_to_make_renditions(image):
            self.message_user(request, trouble, messages.WARNING)


def crops() -> list[dict[str, Any]]:
    """Return the presets that cut pictures: their words, and the width and height of the shape."""
    return [
        {"name": name, "words": str(words), "ratio": list(PRESETS[name].ratio)}
        for name, words in CROPS.items()
    ]
