"""What whoever saves an issue is told of it: what readers will miss in it."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nejat.editions.registry import Edition
from nejat.editorial.states import Phase
from publications.admin.progress import progress_of
from publications.admin.rights import may_keep_files
from publications.models import Issue


def warn(issues: ModelAdmin, request: HttpRequest, issue: Issue) -> None:
    """Say in which editions an issue that is published has nothing in it, or an old PDF."""
    progress = progress_of(issue)
    for place in progress:
        if place.phase == Phase.PUBLISHED and not (place.entry_count or place.file):
            text = _("Readers see the issue, and there is nothing in it: %(edition)s.")
            named = {"edition": place.edition.native_name}
            issues.message_user(request, text % named, messages.WARNING)
    if old := [place.edition for place in progress if place.gives_old_file]:
        issues.message_user(request, old_pdf(request, issue, old), messages.WARNING)


def old_pdf(request: HttpRequest, issue: Issue, editions: Iterable[Edition]) -> SafeString:
    """Return the sentence on PDFs that were made of former words, and the way to new ones."""
    names = format_html_join(
        " · ", '<bdi lang="{}">{}</bdi>', ((e.code, e.native_name) for e in editions)
    )
    text = _("Readers get, or will get, a PDF that is older than the last change: {editions}.")
    said = format_html(text, editions=names)
    if not may_keep_files(request.user):
        return said
    desk = reverse("admin:publications_issue_change", args=[issue.pk])
    return format_html('{} <a href="{}#desk">{}</a>', said, desk, _("Make the PDF anew"))
