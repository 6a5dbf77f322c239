"""The log of moderation in the admin: read, and nothing else."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.comments.admin.showing import bring_comments, comment_link
from nejat.comments.models import ModerationEntry
from nejat.editions.templatetags.editions import edition_moment
from nejat.editorial.admin.large_lists import LargeListAdmin

FACTS = ("moment", "user", "said", "from_state", "to_state", "reason", "words", "undoing")


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

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        page = super().get_changelist_instance(request)
        bring_comments(page.result_list)
        return page

    @admin.display(description=_("at"), ordering="at")
    def moment(self, entry: ModerationEntry) -> SafeString:
        return edition_moment(entry.at)

    @admin.display(description=_("comment"))
    def said(self, entry: ModerationEntry) -> SafeString:
        return comment_link(entry)

    @admin.display(description=_("note"))
    def words(self, entry: ModerationEntry) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', entry.note)

    @admin.display(description=_("undo"), empty_value="")
    def undoing(self, entry: ModerationEntry) -> str:
        return gettext("undo") if entry.undoes_id else ""
