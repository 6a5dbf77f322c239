"""The admin of tags, and the field in which they are chosen."""

from typing import Any

import taggit.models
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from nejat.editorial.admin import LabelAdmin
from nejat.editorial.admin.bulk_labels import Labelling, LabelsForm, label_each
from nejat.tags.choosing import TagsToAdd, tags_of
from nejat.tags.models import Tag

admin.site.unregister(taggit.models.Tag)  # our tags have names in every edition


@admin.register(Tag)
class TagAdmin(LabelAdmin):
    pass


class TaggedAdmin(admin.ModelAdmin):
    """Admin of what carries tags: they are chosen by their names in any edition, not typed."""

    actions: Any = ("add_tags", "remove_tags")

    @admin.action(description=_("Add tags…"), permissions=["whole"])
    def add_tags(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which, then give them to each work that lacks one."""
        labelling = Labelling("tags", "+", _add)
        return label_each(
            self, request, queryset, labelling, lambda _numbers, sent: TagsToAdd(request, sent)
        )

    @admin.action(description=_("Remove tags…"), permissions=["whole"])
    def remove_tags(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which of those that the works have, then take them from each."""
        labelling = Labelling("tags", "−", _remove)

        def make_form(numbers: list[int], sent: Any) -> LabelsForm:
            return LabelsForm(tags_of(self.model, numbers), sent)

        return label_each(self, request, queryset, labelling, make_form)

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


def _add(work: Model, tags: list[Tag]) -> list[Tag]:
    has = set(work.tags.all())
    new = [tag for tag in tags if tag not in has]
    if new:
        work.save()
        work.tags.add(*new)
    return new


def _remove(work: Model, tags: list[Tag]) -> list[Tag]:
    has = set(work.tags.all())
    gone = [tag for tag in tags if tag in has]
    if gone:
        work.save()
        work.tags.remove(*gone)
    return gone
