"""The staff answer a comment: shown at once, with their badge."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nejat.comments.admin.deciding import QUEUE
from nejat.comments.admin.showing import open_reports
from nejat.comments.forms import LONGEST_BODY
from nejat.comments.models import Comment
from nejat.comments.states import REFUSED


class AnswerForm(forms.Form):
    """Who answers, and the words."""

    required_css_class = "required"

    author_name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=80,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    body = forms.CharField(
        label=gettext_lazy("Answer"),
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 8}),
    )


def may_be_answered(comment: Comment) -> bool:
    """Whether readers see a comment, or would with an answer: nobody answers what is refused."""
    return comment.state not in REFUSED


def answer_view(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form, or store the answer; a comment that waits is approved with it."""
    if not model_admin.has_moderate_permission(request):
        raise PermissionDenied
    comment = get_object_or_404(Comment, pk=pk)
    if not may_be_answered(comment):
        model_admin.message_user(request, _("Approve it first."), messages.WARNING)
        return redirect(QUEUE)
    form = AnswerForm(request.POST or None, initial={"author_name": request.user.get_full_name()})
    if form.is_valid():
        _answer(comment, request, form)
        model_admin.message_user(request, _("The answer is shown."), messages.SUCCESS)
        return redirect(QUEUE)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": Comment._meta,
        "title": _("Answer a comment"),
        "comment": comment,
        "reports": open_reports(comment),
        "form": form,
        "media": model_admin.media,
    }
    return render(request, "admin/comments/answer.html", context)


def _answer(comment: Comment, request: HttpRequest, form: AnswerForm) -> None:
    with transaction.atomic():
        # Locked, so that of a button pressed twice the second finds the first one's answer.
        comment = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
        if comment.answers.filter(is_staff=True, body=form.cleaned_data["body"]).exists():
            return
        if comment.state == Comment.State.WAITING:
            comment.approve(by=request.user)
        values = {"edition": comment.edition, "parent": comment, "is_staff": True}
        work = {"content_type_id": comment.content_type_id, "object_id": comment.object_id}
        answer = Comment(**values, **work, **form.cleaned_data)
        answer.arrive(Comment.State.APPROVED, user=request.user)
