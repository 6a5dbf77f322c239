"""An outdated translation is declared right as it is."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nejat.audit.models import Act
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.rights import may_keep


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
            return redirect("admin:index")
        translation.keep()
        log = admin.site.get_model_admin(type(work))
        log.record(request, Act.KEPT, work, [translation.edition])
    messages.success(request, _("The translation stands for the text as it is now."))
    return redirect("admin:index")
