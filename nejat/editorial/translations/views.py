"""An outdated translation is declared right as it is, or one that was asked for not needed."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nejat.audit.models import Act
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.editorial.translations.rights import may_keep, may_withdraw


@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the translation stand for the source as it was `seen`, and say so in the audit log."""
    translation = get_object_or_404(Translation, pk=pk)
    with transaction.atomic():
        work = translation.lock_work()
        if not may_keep(request.user, translation):
            raise PermissionDenied
        if request.POST.get("seen") != work.updated_at.isoformat():
            messages.warning(request, _("The work has been changed meanwhile: please look again."))
            return _back(request)
        translation.keep()
        log = admin.site.get_model_admin(type(work))
        log.record(request, Act.KEPT, work, [translation.edition])
    messages.success(request, _("The translation stands for the text as it is now."))
    return _back(request)


@require_POST
def not_needed(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a request for translation, and say so in the audit log."""
    with transaction.atomic():
        asked = TranslationRequest.objects.select_for_update().filter(pk=pk).first()
        if asked is None:  # submitted or withdrawn since the page was opened
            messages.warning(request, _("This translation is no longer asked for."))
            return _back(request)
        if not may_withdraw(request.user, asked):
            raise PermissionDenied
        asked.delete()
        log = admin.site.get_model_admin(type(asked.work))
        log.record(request, Act.NOT_NEEDED, asked.work, [asked.edition])
    messages.success(request, _("The translation is not asked for any more."))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """Lead to the page of this site on which the button was pressed, else to the dashboard."""
    place = request.POST.get("next", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(place, hosts, require_https=request.is_secure()):
        return HttpResponseRedirect(place)
    return redirect("admin:index")
