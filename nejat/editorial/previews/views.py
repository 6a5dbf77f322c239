"""Where a link to a preview leads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from nejat.editorial.previews.models import PreviewLink
from nejat.editorial.previews.page import keep_private, preview_page
from nejat.editorial.previews.shown import Preview


@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """The saved work of a link in the edition of the link; its real page once readers see it.

    A link that has expired, was revoked or never was is not there, without a difference; nor is
    one to a work in the trash.
    """
    code = request.edition.code
    link = PreviewLink.objects.open_by(token, code)
    work = link.work if link else None
    if work is None or work.is_trashed or not work.get_in("title", code):
        raise Http404("No such preview.")
    if work.is_published_in(code):
        return keep_private(redirect(work.url_in(code)))
    if request.method == "GET":
        link.count_opening()
    return preview_page(request, Preview(work, until=link.expires_at), code)
