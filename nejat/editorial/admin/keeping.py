"""Forms of works that keep what is typed, show who else is typing, and bring copies back."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from nejat.editions.registry import CODES, EDITIONS, get_edition
from nejat.editions.templatetags.editions import edition_hour
from nejat.editorial.admin.merging import print_of
from nejat.editorial.admin.stepping import SteppingAdmin
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.rights import Verb, can
from nejat.editorial.working_copies import WorkingCopy

COPY = "copy"
"""The part of a form's address that names the copy it is filled in from."""


class KeepingAdmin(SteppingAdmin):
    """Admin of works of which what was typed and not saved is kept, an edition and account each."""

    class Media:
        js = ("nejat/js/admin-working-copy.js",)

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_working_copy"
        view = self.admin_site.admin_view(self.working_copy)
        return [
            path("<path:object_id>/working-copy/<str:code>/", view, name=name),
            *super().get_urls(),
        ]

    def working_copy(self, request: HttpRequest, object_id: str, code: str) -> HttpResponse:
        """Keep what is sent, or drop it when `discard` is; answer who else is typing."""
        work = self.get_object(request, object_id)
        if work is None or code not in CODES:
            raise Http404
        if not can(request.user, Verb.EDIT, work, code):
            raise PermissionDenied
        if request.method == "POST":
            values = self._typed(request, work, code)
            if "discard" in request.POST or not values:
                WorkingCopy.objects.drop(work, request.user, [code])
            else:
                WorkingCopy.objects.keep(work, code, request.user, values)
        copies = list(WorkingCopy.objects.of(work).filter(edition=code))
        own = next((copy for copy in copies if copy.account_id == request.user.pk), None)
        others = [str(copy.account) for copy in copies if copy != own and copy.is_at_work]
        kept = _("Kept at %(hour)s") % {"hour": edition_hour(own.saved_at)} if own else ""
        return JsonResponse({"kept": kept, "others": _at_work(others)})

    def get_form(
        self, request: HttpRequest, obj: Content | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        if obj and request.method == "GET" and request.GET.get(COPY, "").isdecimal():
            copy = WorkingCopy.objects.of(obj).filter(pk=request.GET[COPY]).first()
            form.shown_instead = copy.values if copy else {}
        return form

    def save_model(self, request: HttpRequest, obj: Content, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            saved = [code for code in CODES if can(request.user, Verb.EDIT, obj, code)]
            WorkingCopy.objects.drop(obj, request.user, saved)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        if obj:
            context["copies"] = list(self._copies(request, obj))
            context["keep_addresses"] = {
                edition.code: self._keep_address(obj, edition.code)
                for edition in EDITIONS
                if can(request.user, Verb.EDIT, obj, edition.code)
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _copies(self, request: HttpRequest, work: Content) -> Iterator[dict[str, Any]]:
        for copy in WorkingCopy.objects.of(work):
            if can(request.user, Verb.EDIT, work, copy.edition):
                yield {
                    "copy": copy,
                    "edition": get_edition(copy.edition),
                    "is_own": copy.account_id == request.user.pk,
                    "is_shown": request.GET.get(COPY) == str(copy.pk),
                }

    def _keep_address(self, work: Content, code: str) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_working_copy"
        return reverse(name, args=[work.pk, code])

    def _typed(self, request: HttpRequest, work: Content, code: str) -> dict[str, str]:
        """Return the texts that were sent for the edition and differ from what is saved."""
        form = self.get_form(request, work, change=True)
        texts = {}
        for field in self.edition_fields:
            name = column(field, code)
            known = form.base_fields.get(name)
            sent = request.POST.get(name)
            if sent is None or not _is_text(work, name) or known is None or known.disabled:
                continue
            if print_of(known, sent) != print_of(known, getattr(work, name)):
                texts[name] = sent
        return texts


def _is_text(work: Content, name: str) -> bool:
    field = work._meta.get_field(name)
    return isinstance(field, models.CharField | models.TextField) and not name.startswith("state_")


def _at_work(names: list[str]) -> str:
    return _("%(names)s is writing here too.") % {"names": ", ".join(names)} if names else ""
