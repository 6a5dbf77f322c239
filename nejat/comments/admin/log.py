"""The log of moderation in the admin: read, and nothing else."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from nejat.comments.models import ModerationEntry
from nejat.editorial.admin.large_lists import LargeListAdmin

FACTS = ("at", "user", "comment_id", "from_state", "to_state", "reason", "words", "is_undoing")


@admin.register(ModerationEntry)
class ModerationEntryAdmin(LargeListAdmin):
    list_display = FACTS
    list_filter = ("to_state", "reason")
    list_select_related = ("user",)
    search_fields = ("user__username",)
    fields = FACTS
    ordering = ("-pk",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: ModerationEntry | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: ModerationEntry | None = None
    ) -> bool:
        return False

    @admin.display(description=_("note"))
    def words(self, entry: ModerationEntry) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', entry.note)

    @admin.display(description=_("undo"), boolean=True)
    def is_undoing(self, entry: ModerationEntry) -> bool:
        return entry.undoes_id is not None
