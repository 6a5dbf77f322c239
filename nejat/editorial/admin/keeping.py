"""Forms of works that keep what is typed, show who else is typing, and bring copies back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from nejat.editions.registry import CODES, EDITIONS, get_edition
from nejat.editions.templatetags.editions import edition_digits
from nejat.editorial.admin.merging import OPENED, print_of, read_prints
from nejat.editorial.admin.stepping import SteppingAdmin
from nejat.editorial.body_images import is_body
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.rights import Verb, can
from nejat.editorial.working_copies import WorkingCopy
from nejat.staff.models import name_of
from nejat.text import clean_html

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
        """Keep what is sent, and answer who else is typing; or drop it and lead back."""
        work = self.get_object(request, object_id)
        if work is None or code not in CODES:
            raise Http404
        if not can(request.user, Verb.EDIT, work, code):
            raise PermissionDenied
        if request.method == "POST":
            if "discard" in request.POST:
                WorkingCopy.objects.drop(work, request.user, [code])
                return led_back(request, self._keep_address(work, code, door="change"))
            self._keep(request, work, code)
        return kept_answer(request, WorkingCopy.objects.of(work).filter(edition=code))

    def get_form(
        self, request: HttpRequest, obj: Content | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        if obj and request.method == "GET" and request.GET.get(COPY, "").isdecimal():
            copy = WorkingCopy.objects.of(obj).filter(pk=request.GET[COPY]).first()
            if copy and can(request.user, Verb.EDIT, obj, copy.edition):
                form.shown_instead, form.opened_instead = copy.values, copy.opened
        return form

    def save_model(self, request: HttpRequest, obj: Content, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            changed = {name.rpartition("_")[2] for name in form.changed_data}
            WorkingCopy.objects.drop(obj, request.user, changed.intersection(CODES))

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
                    "name": name_of(copy.account),
                    "is_own": copy.account_id == request.user.pk,
                    "address": self._keep_address(work, copy.edition),
                    "is_shown": request.GET.get(COPY) == str(copy.pk),
                }

    def _keep_address(self, work: Content, code: str, door: str = "working_copy") -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{door}"
        return reverse(name, args=[work.pk, code] if door == "working_copy" else [work.pk])

    def _keep(self, request: HttpRequest, work: Content, code: str) -> None:
        opened = read_prints(request.POST.get(OPENED, ""))
        if texts := self.typed_texts(request, work, code):
            prints = {name: opened[name] for name in texts if name in opened}
            WorkingCopy.objects.keep(work, code, request.user, texts, prints)
        else:
            WorkingCopy.objects.drop(work, request.user, [code])

    def typed_texts(self, request: HttpRequest, work: Content, code: str) -> dict[str, str]:
        """Return the texts of the edition that differ from what the form was opened with."""
        form = self.get_form(request, work if work.pk else None, change=bool(work.pk))
        opened, texts = read_prints(request.POST.get(OPENED, "")), {}
        for name in (column(field, code) for field in self.edition_fields):
            field, sent = form.base_fields.get(name), request.POST.get(name)
            if sent is None or field is None or field.disabled or not _is_text(work, name):
                continue
            stored = print_of(field, getattr(work, name))
            if print_of(field, sent) not in (stored, opened.get(name, stored)):
                texts[name] = _clean(work, name, sent)
        return texts


def led_back(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to a form with what its address said besides: the filters of its list, a popup."""
    return redirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)


def kept_answer(request: HttpRequest, copies: Iterable[WorkingCopy]) -> JsonResponse:
    """Answer when the account's own copy of an edition was kept, and who else is typing there."""
    copies = list(copies)
    own = next((copy for copy in copies if copy.account_id == request.user.pk), None)
    others = [name_of(copy.account) for copy in copies if copy != own and copy.is_at_work]
    kept = _("Kept at %(hour)s") % {"hour": _hour(own.saved_at)} if own else ""
    return JsonResponse({"kept": kept, "others": _at_work(others)})


def _is_text(work: Content, name: str) -> bool:
    field = work._meta.get_field(name)
    return isinstance(field, models.CharField | models.TextField) and not name.startswith("state_")


def _clean(work: Content, name: str, text: str) -> str:
    """Return what a field of a form may show: nothing in it runs when somebody else opens it."""
    return clean_html(text) if is_body(work._meta.get_field(name)) else text


def _hour(moment: datetime) -> str:
    return edition_digits(f"{localtime(moment):%H:%M}")


def _at_work(names: list[str]) -> str:
    return _("%(names)s is writing here too.") % {"names": ", ".join(names)} if names else ""
