"""The admin of what content stands under: topics, tags, series, contributors."""

from typing import Any, ClassVar

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import EDITIONS
from nejat.editorial.admin.editions import EditionsAdmin, all_editions
from nejat.editorial.models import Label
from nejat.editorial.revisions.admin import RevisionsAdmin


class LabelAdmin(RevisionsAdmin, EditionsAdmin):
    """Admin of a kind of label."""

    edition_fields = ("name", "slug", "intro")
    list_display: ClassVar[Any] = ("heading", "names")
    list_columns: ClassVar[Any] = all_editions("name")
    search_fields = all_editions("name")
    search_help_text = _("Finds names in every edition.")
    ordering = ("pk",)

    @admin.display(description=_("name"))
    def heading(self, label: Label) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', str(label))

    @admin.display(description=_("in the editions"))
    def names(self, label: Label) -> SafeString:
        named = ((e, label.get_in("name", e.code)) for e in EDITIONS)
        rows = ((e.code, e.direction, name) for e, name in named if name)
        return format_html_join(" · ", '<span lang="{}" dir="{}">{}</span>', rows)
