"""What readers do with comments: write, answer, report, ask to look again.

None of these forms carries a CSRF token: they act for nobody who is signed in, and everybody's
comments are judged alike. So the pages set no cookie and are the same for all.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article
from nejat.comments.forms import CommentForm, ReportForm
from nejat.comments.links import to_appeal, to_quiet
from nejat.comments.models import Comment
from nejat.comments.posting import Refused, appeal_for, is_open, post_comment, report_comment
from nejat.comments.querysets import CommentQuerySet
from nejat.guard.forms import GuardedForm
from nejat.guard.throttle import may_ask, sender

COMMENTS_AN_HOUR = 10
REPORTS_AN_HOUR = 20
"""How many one sender may send: a family behind one address fits, a script does not."""

form_methods = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@form_methods
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of an article on a page of its own; what is sent waits, or is shown at once."""
    return _take(request, _find_article(request, pk))


@csrf_exempt
@form_methods
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The form below the comment that is answered."""
    comment = get_object_or_404(_of_articles(request), pk=pk)
    return _take(request, _find_article(request, comment.object_id), comment)


@require_safe
def waiting(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens now: a moderator reads it."""
    article = _find_article(request, pk)
    return render(request, "comments/waiting.html", _around(request, article))


@csrf_exempt
@form_methods
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with which anybody objects to a comment; a known objection is answered alike."""
    comment = _find_comment(request, pk)
    article = _find_article(request, comment.object_id)
    form = ReportForm(request.POST or None)
    if form.is_trapped:
        return redirect("comments:reported", pk)
    status = 200
    if form.is_valid() and not may_ask(request, "report", REPORTS_AN_HOUR):
        status = _add_refusal(form, _too_often())
    elif form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("reason", "note")}
        report_comment(comment, sender(request), **words)
        return redirect("comments:reported", pk)
    context = {"form": form, "comment": comment, **_around(request, article)}
    return render(request, "comments/report.html", context, status=status)


@require_safe
def reported(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens now: a moderator looks at it."""
    article = _find_article(request, _find_comment(request, pk).object_id)
    return render(request, "comments/reported.html", _around(request, article))


@csrf_exempt
@never_cache
@form_methods
def appeal(request: HttpRequest, token: str) -> HttpResponse:
    """A button that asks to look again: mail scanners open links, but press no buttons."""
    comment = Comment.objects.filter(pk=to_appeal(token)).first()
    if comment is None:
        return render(request, "comments/link_gone.html", status=410)
    is_asked = request.method == "POST" and appeal_for(comment)
    context = {"comment": comment, "is_asked": is_asked}
    return render(request, "comments/appeal.html", context)


@csrf_exempt
@never_cache
@form_methods
def quiet(request: HttpRequest, token: str) -> HttpResponse:
    """A button that ends mails about answers, to all comments with the same address."""
    comment = Comment.objects.filter(pk=to_quiet(token)).first()
    if comment is None:
        return render(request, "comments/link_gone.html", status=410)
    if request.method == "POST":
        Comment.objects.of_address(comment.author_email).update(wants_answers=False)
        comment.wants_answers = False
    return render(request, "comments/quiet.html", {"is_over": not comment.wants_answers})


def _take(request: HttpRequest, article: Article, parent: Comment | None = None) -> HttpResponse:
    form = CommentForm(request.POST or None)
    context = {"form": form, "comment": parent, **_around(request, article)}
    is_hidden = parent is not None and parent.state != Comment.State.APPROVED
    if is_hidden or not is_open(article, request.edition.code):
        return render(request, "comments/closed.html", context, status=410)
    if form.is_trapped:
        return redirect("comments:waiting", article.pk)
    status = 200
    if form.is_valid():
        try:
            return _redirect_to(_store(request, form, article, parent), article)
        except Refused as refusal:
            status = _add_refusal(form, refusal)
    return render(request, "comments/post.html", context, status=status)


def _store(
    request: HttpRequest, form: CommentForm, article: Article, parent: Comment | None
) -> Comment:
    if not may_ask(request, "comment", COMMENTS_AN_HOUR):
        raise _too_often()
    values = {name: form.cleaned_data[name] for name in CommentForm.STORED}
    return post_comment(article, request.edition.code, sender(request), parent=parent, **values)


def _redirect_to(comment: Comment, article: Article) -> HttpResponse:
    """To the comment if readers see it; spam is told what everybody is told."""
    if comment.state == Comment.State.APPROVED:
        return redirect(f"{article.get_absolute_url()}#comment-{comment.pk}")
    return redirect("comments:waiting", article.pk)


def _too_often() -> Refused:
    return Refused(_("That was very often. Please come back in an hour."), 429)


def _add_refusal(form: GuardedForm, refusal: Refused) -> int:
    form.add_error(None, refusal.words)
    return refusal.status


def _find_article(request: HttpRequest, pk: int) -> Article:
    code = request.edition.code
    articles = Article.objects.published(code).with_publication(code, "title", "comments_open")
    return get_object_or_404(articles, pk=pk)


def _find_comment(request: HttpRequest, pk: int) -> Comment:
    return get_object_or_404(_of_articles(request).approved(), pk=pk)


def _of_articles(request: HttpRequest) -> CommentQuerySet:
    kind = ContentType.objects.get_for_model(Article)
    return Comment.objects.filter(edition=request.edition.code, content_type=kind)


def _around(request: HttpRequest, article: Article) -> dict[str, Any]:
    """The article of a form; the switcher leads to it where it is public, else to the list."""
    here = request.edition.code
    elsewhere = {code: url for code, url in article.addresses.items() if code != here}
    return {"article": article, "addresses": elsewhere, "switch_fallback": "articles:list"}
