"""What every form of the desk asks of its inputs, and rows of forms too."""

from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

RUN_LEFT_TO_RIGHT = (forms.URLField, forms.EmailField)


class DeskInputs(BaseModelAdmin):
    """A form that runs right to left in some languages, and deletes nothing but its own row."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, RUN_LEFT_TO_RIGHT):
            field.widget.attrs["dir"] = "ltr"
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Its cross looks as if it emptied the field, and deletes the topic or the article.
            field.widget.can_delete_related = False
        return field
