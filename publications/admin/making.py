"""The desk's buttons: see the PDF or the mail of an issue, and make the PDF for readers."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from media_library.admin.doors import require
from media_library.admin.making import try_to_make_renditions
from media_library.intake import Refused
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.rights import Verb, can
from nejat.hosts import site_of
from publications.admin.rights import may_keep_files
from publications.inside import sheet_of
from publications.mail import issue_mail
from publications.making import issue_pdf, make_pdf
from publications.models import Issue
from publications.typesetting import CannotTypeset

# A mail brings its own styles, and nothing in it may act as a page of the admin.
MAIL_POLICY = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"


def make_pdf_view(issues: ModelAdmin, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
    """Set the issue in an edition, keep the PDF as its file there, and lead back to the form."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    issue = _find(issues, request, pk, code)
    require(may_keep_files(request.user) and can(request.user, Verb.EDIT, issue, code))
    try:
        file = make_pdf(issue, code, site_of(request))
    except (CannotTypeset, Refused) as error:
        issues.message_user(request, str(error), messages.ERROR)
    else:
        if file.cover:
            try_to_make_renditions(file.cover)
        native = get_edition(code).native_name
        issues.log_change(request, issue, [{"changed": {"fields": [f"PDF ({native})"]}}])
        text = _("The PDF was made: %(edition)s.") % {"edition": native}
        issues.message_user(request, text, messages.SUCCESS)
    return redirect("admin:publications_issue_change", pk)


def preview_pdf_view(
    issues: ModelAdmin, request: HttpRequest, pk: int, code: str
) -> HttpResponseBase:
    """Show how the PDF of the issue as it is saved would look; nothing is kept."""
    issue = _find(issues, request, pk, code)
    try:
        content = issue_pdf(issue, code, site_of(request))
    except CannotTypeset as error:
        issues.message_user(request, str(error), messages.ERROR)
        return redirect("admin:publications_issue_change", pk)
    return _preview(content, "application/pdf")


def preview_mail_view(
    issues: ModelAdmin, request: HttpRequest, pk: int, code: str
) -> HttpResponseBase:
    """Show the mail that subscribers would get; `?text` shows its part for plain text."""
    issue = _find(issues, request, pk, code)
    sheet = sheet_of(issue, code)
    with translation.override(code):
        sample = f"{site_of(request)}{reverse('subscriptions:subscribe')}"
        mail = issue_mail(sheet, site=site_of(request), unsubscribe=sample)
    if "text" in request.GET:
        return _preview(mail.text.encode(), "text/plain; charset=utf-8")
    response = _preview(mail.html.encode(), "text/html; charset=utf-8")
    response["Content-Security-Policy"] = MAIL_POLICY
    return response


def _find(issues: ModelAdmin, request: HttpRequest, pk: int, code: str) -> Issue:
    """Return the issue, for whoever may change it; 404 for one that the edition does not have."""
    if code not in CODES:
        raise Http404("There is no such edition.")
    issue = get_object_or_404(Issue, pk=pk)
    require(issues.has_change_permission(request, issue))
    if not issue.get_in("title", code):
        raise Http404("There is no such issue in this edition.")
    return issue


def _preview(content: bytes, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = "inline"
    add_never_cache_headers(response)
    return response
