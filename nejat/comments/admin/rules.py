"""The admin of the rules of the editions, of word lists and of bans."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from nejat.audit.admin import AuditedAdmin
from nejat.comments.admin.showing import bring_comments, comment_link
from nejat.comments.models import Ban, CommentRules, WordList
from nejat.editions.templatetags.editions import edition_moment
from nejat.editorial.admin.moments import MOMENTS


@admin.register(CommentRules)
class CommentRulesAdmin(AuditedAdmin):
    list_display = ("edition", "is_open", "closes_after_days", "trusted_after", "links_allowed")
    ordering = ("edition",)


@admin.register(WordList)
class WordListAdmin(AuditedAdmin):
    list_display = ("name", "edition", "effect")
    list_filter = ("edition", "effect")
    ordering = ("pk",)


@admin.register(Ban)
class BanAdmin(AuditedAdmin):
    are_persons = True
    list_display = ("__str__", "comment", "since", "ends", "by")
    list_filter = ("kind",)
    fields = ("kind", "comment", "since", "until", "by")
    readonly_fields = ("kind", "comment", "since", "by")
    ordering = ("-pk",)
    formfield_overrides = MOMENTS

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a decision on a comment makes them

    def get_queryset(self, request: HttpRequest) -> QuerySet[Ban]:
        return super().get_queryset(request).select_related("entry__user")

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        page = super().get_changelist_instance(request)
        bring_comments([ban.entry for ban in page.result_list])
        return page

    @admin.display(description=_("comment"))
    def comment(self, ban: Ban) -> SafeString:
        return comment_link(ban.entry)

    @admin.display(description=_("since"))
    def since(self, ban: Ban) -> SafeString:
        return edition_moment(ban.entry.at)

    @admin.display(description=_("until"), ordering="until")
    def ends(self, ban: Ban) -> SafeString:
        return edition_moment(ban.until)

    @admin.display(description=_("by"))
    def by(self, ban: Ban) -> str:
        return str(ban.entry.user or "")
