"""Deciding on comments: the actions of the queue, and taking the last one back."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nejat.comments.models import Comment, ModerationEntry
from nejat.comments.states import Reason
from nejat.editions.templatetags.editions import edition_number
from nejat.outbox.posting import sent_together

QUEUE = "admin:comments_comment_changelist"


class DecisionForm(ActionForm):
    """What is decided, and why."""

    reason = forms.ChoiceField(
        label=_("Reason"), required=False, choices=[("", "–"), *Reason.choices]
    )
    note = forms.CharField(
        label=_("Words to the author"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class DecidingAdmin(admin.ModelAdmin):
    """Actions that decide on comments. Each may be taken back within a day."""

    action_form = DecisionForm
    actions = ("approve", "reject", "mark_spam", "ban")

    def get_urls(self) -> list[URLPattern]:
        undo = require_POST(self.admin_site.admin_view(self.undo))
        return [path("undo/", undo, name="comments_comment_undo"), *super().get_urls()]

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Whether the account decides what readers see."""
        return request.user.has_perm("comments.moderate_comment")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        rights = {"has_moderate_permission": self.has_moderate_permission(request)}
        return super().changelist_view(request, rights | (extra_context or {}))

    @admin.action(description=_("Approve: readers see them"), permissions=["moderate"])
    def approve(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        self._decide(request, comments, Comment.approve)

    @admin.action(description=_("Reject: readers do not see them"), permissions=["moderate"])
    def reject(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        words = {name: request.POST.get(name, "").strip() for name in ("reason", "note")}
        self._decide(request, comments, Comment.reject, **words)

    @admin.action(description=_("Spam: nobody hears of them"), permissions=["moderate"])
    def mark_spam(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        self._decide(request, comments, Comment.mark_spam)

    @admin.action(
        description=_("Ban: spam, and nothing is taken from who wrote it for a time"),
        permissions=["moderate"],
    )
    def ban(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        self._decide(request, comments, Comment.ban)

    def undo(self, request: HttpRequest) -> HttpResponse:
        """Take back what the account decided last, all of it if it was several comments."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        last = ModerationEntry.objects.undoable_by(request.user).first()
        batch = uuid4()
        count = 0
        if last:
            entries = ModerationEntry.objects.undoable_by(request.user).filter(batch=last.batch)
            for entry in list(entries.select_related("comment")):
                count += entry.comment.take_back(entry, by=request.user, batch=batch)
        self._tell(request, gettext("Taken back: %(count)s"), count)
        filters = QueryDict(request.POST.get("filters", "")).urlencode()
        return redirect(f"{reverse(QUEUE)}?{filters}" if filters else QUEUE)

    def _decide(
        self,
        request: HttpRequest,
        comments: QuerySet[Comment],
        decide: Callable[..., ModerationEntry | None],
        **words: Any,
    ) -> None:
        batch = uuid4()
        with sent_together():
            entries = [decide(c, by=request.user, batch=batch, **words) for c in comments]
        self._tell(request, gettext("Decided: %(count)s"), sum(map(bool, entries)))

    def _tell(self, request: HttpRequest, words: str, count: int) -> None:
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, words % {"count": edition_number(count)}, level)
