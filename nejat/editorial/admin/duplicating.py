"""The button in the form of a work that makes a copy of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nejat.audit.admin import AuditedAdmin
from nejat.audit.models import Act
from nejat.editorial.duplicating import duplicate, editions_to_copy


class DuplicatingAdmin(AuditedAdmin):
    """Admin of works of which copies are made."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.duplicate_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_duplicate"
        return [path("<int:pk>/duplicate/", view, name=name), *super().get_urls()]

    def duplicate_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a copy as a draft and open its form."""
        form = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        work = get_object_or_404(self.model, pk=pk)
        sees = self.has_view_or_change_permission(request, work)
        if not sees or not self.has_add_permission(request) or work.is_trashed:
            raise PermissionDenied
        codes = editions_to_copy(request.user, work)
        if not codes:
            text = _("It has no edition that you may write.")
            self.message_user(request, text, messages.ERROR)
            return redirect(form, pk)
        with transaction.atomic():
            copy = duplicate(work, codes)
            self.record(request, Act.DUPLICATED, copy, codes, note=f"{self.opts.verbose_name} {pk}")
        text = _("This is the copy, a draft. Readers see it when it is published.")
        self.message_user(request, text, messages.SUCCESS)
        return redirect(form, copy.pk)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        context["may_duplicate"] = bool(obj) and self.has_add_permission(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
