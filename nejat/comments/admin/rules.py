"""The admin of the rules of the editions, of word lists and of bans."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from nejat.comments.models import Ban, CommentRules, WordList


@admin.register(CommentRules)
class CommentRulesAdmin(admin.ModelAdmin):
    list_display = ("edition", "is_open", "closes_after_days", "trusted_after", "links_allowed")
    ordering = ("edition",)


@admin.register(WordList)
class WordListAdmin(admin.ModelAdmin):
    list_display = ("name", "edition", "effect")
    list_filter = ("edition", "effect")
    ordering = ("pk",)


@admin.register(Ban)
class BanAdmin(admin.ModelAdmin):
    list_display = ("__str__", "comment", "until", "by")
    list_filter = ("kind",)
    fields = ("kind", "until", "comment", "by")
    readonly_fields = ("kind", "comment", "by")
    ordering = ("-pk",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a decision on a comment makes them

    def get_queryset(self, request: HttpRequest) -> QuerySet[Ban]:
        return super().get_queryset(request).select_related("entry__user")

    @admin.display(description=_("comment"))
    def comment(self, ban: Ban) -> SafeString:
        pk = ban.entry.comment_id
        url = reverse("admin:comments_comment_change", args=[pk])
        return format_html('<a href="{}">{}</a>', url, pk)

    @admin.display(description=_("by"))
    def by(self, ban: Ban) -> str:
        return str(ban.entry.user or "")
