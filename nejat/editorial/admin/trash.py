"""The doors of the trash: a work is moved there, restored, and by chief editors deleted."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nejat.audit.admin import AuditedAdmin
from nejat.audit.models import Act
from nejat.editorial.admin.dots import phase_dots
from nejat.editorial.admin.links import form_link
from nejat.editorial.models import Content
from nejat.editorial.references import references_to
from nejat.editorial.rights import can_delete, has_right, may_destroy
from nejat.editorial.trashing import move_to_trash, take_out


class TrashAdmin(AuditedAdmin):
    """Admin of works that go to the trash where other rows are deleted.

    What Django calls deleting is done to works in the trash alone, by who may destroy them.
    """

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        restore = self.admin_site.admin_view(require_POST(self.restore_view))
        destroy = self.admin_site.admin_view(self.destroy_view)
        return [
            path("<int:pk>/restore/", restore, name=f"{name}_restore"),
            path("<int:pk>/destroy/", destroy, name=f"{name}_destroy"),
            *super().get_urls(),
        ]

    def has_destroy_permission(self, request: HttpRequest) -> bool:
        """Whether the account deletes such works for good."""
        return has_right(request.user, "destroy", self.model)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        context["goes_to_trash"] = bool(obj)
        context["show_delete"] = False  # a link in other words stands instead
        if obj and obj.is_trashed:
            context["show_save"] = context["show_save_and_continue"] = False
            context["show_save_and_add_another"] = False
            context["may_destroy"] = may_destroy(request.user, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponseBase:
        """Ask whether the work shall go to the trash, with what refers to it; then move it."""
        work = self.get_object(request, unquote(object_id))
        if not self.has_delete_permission(request, work):
            raise PermissionDenied
        if work is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if work.is_trashed:
            return redirect(self._place("change", work.pk))
        if not request.POST:
            return self.ask_before_trash(request, [work], back=self._place("change", work.pk))
        try:
            self.trash_one(request, work.pk)
        except ValidationError as fault:
            self.message_user(request, fault.messages[0], messages.ERROR)
            return redirect(self._place("change", work.pk))
        return self._after_trash(request, work)

    def restore_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the work out of the trash and open its form."""
        self.restore_one(request, pk)
        text = _("Restored. No reader sees it until it is published.")
        self.message_user(request, text, messages.SUCCESS)
        return redirect(self._place("change", pk))

    @transaction.atomic
    def destroy_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Django's question before deleting, and its answer, about a work in the trash."""
        work = self._locked(pk)
        if not may_destroy(request.user, work):
            raise PermissionDenied
        if not work.is_trashed:
            return redirect(self._place("change", pk))
        return super().delete_view(request, str(pk), {"title": _("Delete for good")})

    def delete_model(self, request: HttpRequest, obj: Content) -> None:
        obj.destroy()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete for good what is still in the trash."""
        for work in queryset.trashed().select_for_update(of=("self",)):
            work.destroy()

    def ask_before_trash(
        self, request: HttpRequest, works: Sequence[Content], **more: Any
    ) -> HttpResponse:
        """The page that names the works and what refers to them."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Move to the trash"),
            "opts": self.opts,
            "works": [(work, phase_dots(work)) for work in works],
            "references": list(_lines(request, works)),
            "back": self._place("changelist"),
            "is_popup": IS_POPUP_VAR in request.GET,
            "media": self.media,
            **more,
        }
        return render(request, "admin/editorial/trash.html", context)

    @transaction.atomic
    def trash_one(self, request: HttpRequest, pk: int) -> None:
        """Move a work to the trash and tell the log; raise ValidationError if that may not be."""
        work = self._locked(pk)
        for act, code in move_to_trash(request.user, work):
            note = _("Moved to the trash") if act == Act.SENT_BACK else ""
            self.record(request, act, work, [code], note=note)
        self.record(request, Act.TRASHED, work)

    @transaction.atomic
    def restore_one(self, request: HttpRequest, pk: int) -> None:
        """Take a work out of the trash and tell the log; refuse who may not."""
        work = self._locked(pk)
        if not can_delete(request.user, work):
            raise PermissionDenied
        if work.is_trashed:
            take_out(work)
            self.record(request, Act.RESTORED, work)

    def _locked(self, pk: int) -> Content:
        return get_object_or_404(
            self.model.objects.select_for_update(of=("self",), no_key=True), pk=pk
        )

    def _after_trash(self, request: HttpRequest, work: Content) -> HttpResponse:
        if IS_POPUP_VAR in request.POST:
            return self.response_delete(request, str(work), work.pk)
        link = format_html('<a href="{}"><bdi>{}</bdi></a>', self._place("change", work.pk), work)
        text = format_html(_("{} was moved to the trash."), link)
        self.message_user(request, text, messages.SUCCESS)
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return redirect(add_preserved_filters(filters, self._place("changelist")))

    def _place(self, page: str, *args: object) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=args, current_app=self.admin_site.name)


def _lines(request: HttpRequest, works: Sequence[Content]) -> Iterator[SafeString]:
    for reference in references_to(works):
        kind = capfirst(reference.row._meta.verbose_name)
        link = form_link(request, reference.row)
        yield format_html("{}: {} ({})", kind, link, reference.place)
