"""The admin of comments: the queue, and the form of one comment with its history."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.views.main import ChangeList
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import linebreaksbr
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.comments.admin.answering import answer_view, may_be_answered
from nejat.comments.admin.deciding import DecidingAdmin, reason_form, ways_for
from nejat.comments.admin.filters import AttentionFilter
from nejat.comments.admin.persons import PersonsAdmin
from nejat.comments.admin.showing import bring_context, reasons, work_link
from nejat.comments.models import Comment
from nejat.editions.templatetags.editions import edition_moment
from nejat.editorial.admin.editions import HTTPS_BY_DEFAULT
from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.editorial.admin.saved_filters import SavedFiltersAdmin

WORDS_OF_READERS = ("author_name", "body")


@admin.register(Comment)
class CommentAdmin(DecidingAdmin, PersonsAdmin, SavedFiltersAdmin, LargeListAdmin):
    are_persons = True
    list_display = ("author", "words", "where", "standing", "written")
    list_filter = (AttentionFilter, "state", "edition")
    search_fields = ("author_name", "author_email", "body")
    ordering = ("-pk",)
    actions = (*DecidingAdmin.actions, *PersonsAdmin.actions)
    fields = (
        "author_name",
        "author_email",
        "author_address",
        "body",
        "is_pick",
        "on",
        "edition",
        "parent",
        "state",
        "created_at",
    )
    readonly_fields = ("on", "edition", "parent", "state", "created_at")
    formfield_overrides = HTTPS_BY_DEFAULT
    change_list_template = "admin/comments/comment_list.html"
    change_form_template = "admin/comments/comment_form.html"

    class Media:
        css: ClassVar[dict[str, list[str]]] = {
            "all": ["nejat/css/admin-comments.css", "nejat/css/admin-comments-list.css"]
        }
        js: ClassVar[list[str]] = ["nejat/js/admin-comments.js"]

    def get_urls(self) -> list[URLPattern]:
        answering = self.admin_site.admin_view(self.answer)
        own = path("<int:pk>/answer/", answering, name="comments_comment_answer")
        return [own, *super().get_urls()]

    def answer(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form with which the staff answer a comment."""
        return answer_view(self, request, pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # readers write them, and the staff answer

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        page = super().get_changelist_instance(request)
        bring_context(page.result_list)
        return page

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in WORDS_OF_READERS:
            field.widget.attrs["dir"] = "auto"
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        comment = kwargs.get("obj")
        if comment:
            context["entries"] = comment.entries.order_by("pk").select_related("user")
            context["reports"] = comment.reports.order_by("pk")
            if self.has_moderate_permission(request):
                context["may_answer"] = may_be_answered(comment)
                context["ways"] = ways_for(comment)
                context["reason_form"] = reason_form(request, comment)
                context["filters"] = request.GET.get("_changelist_filters", "")
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Comment, form: forms.ModelForm, change: bool
    ) -> None:
        # The rest of the row may have been decided since the form was opened.
        obj.save(update_fields=form.changed_data)

    # The history of the admin is kept for good, so it knows comments by their number alone.
    def log_change(self, request: HttpRequest, obj: Comment, message: Any) -> LogEntry:
        return super().log_change(request, Comment(pk=obj.pk), message)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Comment]) -> list[LogEntry]:
        return super().log_deletions(request, [Comment(pk=comment.pk) for comment in queryset])

    def delete_model(self, request: HttpRequest, obj: Comment) -> None:
        obj.delete(by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        for comment in queryset:
            comment.delete(by=request.user)

    @admin.display(description=_("name"), ordering="author_name")
    def author(self, comment: Comment) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', comment.author_name or gettext("Anonymous"))

    @admin.display(description=_("comment"))
    def words(self, comment: Comment) -> SafeString:
        shown = linebreaksbr(Truncator(comment.body).chars(600))
        return format_html('<div class="said" dir="auto">{}</div>', shown)

    @admin.display(description=_("work"))
    def on(self, comment: Comment) -> SafeString:
        work = comment.shown_work if hasattr(comment, "shown_work") else comment.work
        return work_link(comment, work)

    @admin.display(description=_("work"))
    def where(self, comment: Comment) -> SafeString:
        shown = '{}<br><bdi class="edition">{}</bdi>'
        return format_html(shown, self.on(comment), comment.get_edition_display())

    @admin.display(description=_("state"), ordering="state")
    def standing(self, comment: Comment) -> SafeString:
        shown = '{}<div class="why">{}</div>'
        return format_html(shown, comment.get_state_display(), reasons(comment))

    @admin.display(description=_("written at"), ordering="created_at")
    def written(self, comment: Comment) -> SafeString:
        return edition_moment(comment.created_at)
