"""The admin of tags, and the field in which they are chosen."""

from typing import Any

import taggit.models
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from nejat.editorial.admin import LabelAdmin
from nejat.tags.models import Tag

admin.site.unregister(taggit.models.Tag)  # our tags have names in every edition


@admin.register(Tag)
class TagAdmin(LabelAdmin):
    pass


class TaggedAdmin(admin.ModelAdmin):
    """Admin of what carries tags: they are chosen by their names in any edition, not typed."""

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, TaggableManager):
            return self._tags_field(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def _tags_field(self, tags: TaggableManager) -> forms.Field:
        choice = AutocompleteSelectMultiple(tags, self.admin_site)
        return forms.ModelMultipleChoiceField(
            Tag.objects.all(),
            widget=RelatedFieldWidgetWrapper(
                choice, tags.remote_field, self.admin_site, can_add_related=True
            ),
            label=_("Tags"),
            required=False,
        )
