"""The admin of comments: reading and letting through."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from nejat.comments.models import Comment
from nejat.editorial.admin.editions import HTTPS_BY_DEFAULT
from nejat.editorial.admin.large_lists import LargeListAdmin


@admin.register(Comment)
class CommentAdmin(LargeListAdmin):
    list_display = ("words", "author", "edition", "state", "created_at")
    list_filter = ("state", "edition")
    search_fields = ("author_name", "body")
    ordering = ("-pk",)
    actions = ("approve", "reject")
    readonly_fields = ("work", "edition", "parent", "state", "created_at")
    exclude = ("content_type", "object_id")
    formfield_overrides = HTTPS_BY_DEFAULT

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # readers write them

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        for comment in queryset:
            comment.delete()

    @admin.display(description=_("work"))
    def work(self, comment: Comment) -> str:
        return str(comment.work or "")

    @admin.display(description=_("comment"))
    def words(self, comment: Comment) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', Truncator(comment.body).chars(90))

    @admin.display(description=_("name"))
    def author(self, comment: Comment) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', comment.author_name)

    @admin.action(description=_("Approve: readers see them"))
    def approve(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        for comment in comments:
            comment.approve()

    @admin.action(description=_("Reject: readers do not see them"))
    def reject(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        for comment in comments:
            comment.reject()
