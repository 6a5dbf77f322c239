"""Deciding on comments: the actions of the queue, the same on one, and taking the last back."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nejat.comments.admin import telling
from nejat.comments.models import Comment, ModerationEntry
from nejat.comments.states import CommentState, Reason
from nejat.outbox.posting import sent_together

QUEUE = "admin:comments_comment_changelist"
WAYS = (
    ("approve", CommentState.APPROVED, _("Approve")),
    ("reject", CommentState.REJECTED, _("Reject")),
    ("mark_spam", CommentState.SPAM, _("Spam")),
    ("ban", None, _("Ban")),
)
"""Each decision on one comment: the method, where the comment then stands already, the button."""


class ReasonForm(forms.Form):
    """Why a comment is rejected."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", "–"), *Reason.choices],
        error_messages={"required": _("Choose a reason: without one nothing is rejected.")},
    )
    note = forms.CharField(
        label=_("Words to the author"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class DecisionForm(ReasonForm, ActionForm):
    """What is decided, and why: only a rejection needs a reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False


def reason_form(request: HttpRequest, comment: Comment) -> ReasonForm:
    """Return the form of a rejection: an empty one, or once the one that was just refused."""
    return ReasonForm(request.session.pop(_refused(comment), None))


def ways_for(comment: Comment) -> dict[str, str | Promise]:
    """Return the decisions that would change something about a comment, with their buttons."""
    return {
        name: label for name, state, label in WAYS if comment.state != state or comment.is_reported
    }


class DecidingAdmin(admin.ModelAdmin):
    """Actions that decide on comments. Each may be taken back within a day."""

    action_form = DecisionForm
    actions = tuple(name for name, _state, _label in WAYS)

    def get_urls(self) -> list[URLPattern]:
        undo = require_POST(self.admin_site.admin_view(self.undo))
        one = require_POST(self.admin_site.admin_view(self.decide_on_one))
        return [
            path("undo/", undo, name="comments_comment_undo"),
            path("<int:pk>/decide/", one, name="comments_comment_decide"),
            *super().get_urls(),
        ]

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
        self._decide(request, comments, "approve")

    @admin.action(description=_("Reject: readers do not see them"), permissions=["moderate"])
    def reject(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        form = ReasonForm(request.POST)
        if form.is_valid():
            self._decide(request, comments, "reject", **form.cleaned_data)
        for errors in form.errors.values():
            self.message_user(request, " ".join(errors), messages.ERROR)

    @admin.action(description=_("Spam: nobody hears of them"), permissions=["moderate"])
    def mark_spam(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        self._decide(request, comments, "mark_spam")

    @admin.action(
        description=_("Ban: spam, and nothing is taken from who wrote it for a time"),
        permissions=["moderate"],
    )
    def ban(self, request: HttpRequest, comments: QuerySet[Comment]) -> None:
        self._decide(request, comments, "ban")

    def decide_on_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do as the action of the queue does, from the page of one comment."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        name = request.POST.get("decision")
        if name not in DecidingAdmin.actions:
            raise BadRequest
        comment = get_object_or_404(Comment, pk=pk)
        getattr(self, name)(request, Comment.objects.filter(pk=pk))
        if name == "reject" and not ReasonForm(request.POST).is_valid():
            return _back_to_page(request, comment)
        return _back_to_queue(request)

    def undo(self, request: HttpRequest) -> HttpResponse:
        """Take back what the account decided last, all of it if it was several comments."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        mine = ModerationEntry.objects.undoable_by(request.user)
        last = mine.first()
        entries = list(mine.filter(batch=last.batch).select_related("comment")) if last else []
        words = telling.words_of_undo(entries)  # before its bans are gone
        batch = uuid4()
        done = [entry.comment.take_back(entry, by=request.user, batch=batch) for entry in entries]
        self._tell(request, telling.of_undo(words, sum(done)))
        return _back_to_queue(request)

    def _decide(
        self, request: HttpRequest, comments: QuerySet[Comment], name: str, **words: Any
    ) -> None:
        batch = uuid4()
        with sent_together():
            made = [getattr(c, name)(by=request.user, batch=batch, **words) for c in comments]
        self._tell(request, *telling.of_decision(name, [entry for entry in made if entry]))

    def _tell(self, request: HttpRequest, *told: telling.Told) -> None:
        for level, words in told:
            self.message_user(request, words, level)


def _back_to_queue(request: HttpRequest) -> HttpResponse:
    """The queue as it was narrowed before."""
    filters = QueryDict(request.POST.get("filters", "")).urlencode()
    return redirect(f"{reverse(QUEUE)}?{filters}" if filters else QUEUE)


def _back_to_page(request: HttpRequest, comment: Comment) -> HttpResponse:
    """The page of the comment, which finds in the session what was typed."""
    typed = {name: request.POST.get(name, "") for name in ReasonForm.base_fields}
    request.session[_refused(comment)] = typed
    page = reverse("admin:comments_comment_change", args=[comment.pk])
    kept = urlencode({"_changelist_filters": request.POST.get("filters", "")})
    return redirect(f"{page}?{kept}")


def _refused(comment: Comment) -> str:
    return f"refused_rejection_{comment.pk}"
