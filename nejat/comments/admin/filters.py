"""What of the queue is shown."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import ModelAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from nejat.comments.querysets import CommentQuerySet


class AttentionFilter(admin.SimpleListFilter):
    """Comments that somebody should look at, or has marked."""

    title = _("attention")
    parameter_name = "attention"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, Any]]:
        return [
            ("decide", _("To decide")),
            ("reported", _("Reported")),
            ("appealed", _("Asked to look again")),
            ("picks", _("Editor's picks")),
        ]

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        wanted = {
            "decide": queryset.to_decide(),
            "reported": queryset.filter(is_reported=True),
            "appealed": queryset.filter(appealed_at__isnull=False),
            "picks": queryset.filter(is_pick=True),
        }
        return wanted.get(self.value(), queryset)
