"""The doors of the admin to previews: of what is typed, and to links for people outside."""

from typing import Any
from urllib.parse import urljoin

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from nejat.audit.admin import AuditedAdmin
from nejat.audit.models import Act
from nejat.editions.registry import CODES, EDITIONS
from nejat.editorial.admin.typed import typed_work
from nejat.editorial.models import Content
from nejat.editorial.previews.models import PreviewLink
from nejat.editorial.previews.page import preview_page
from nejat.editorial.previews.sharing import ShareForm
from nejat.editorial.previews.shown import Preview
from nejat.editorial.rights import Verb, can
from nejat.hosts import site_of

User = AbstractBaseUser | AnonymousUser


class PreviewingAdmin(AuditedAdmin):
    """Admin of works that can be seen before they are saved, and shared before they are public."""

    class Media:
        js = ("nejat/js/admin-preview.js",)

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        typed = self.admin_site.admin_view(xframe_options_sameorigin(self.preview_view))
        links = self.admin_site.admin_view(self.preview_links_view)
        return [
            path("add/preview/<str:code>/", typed, name=f"{name}_preview_new"),
            path("<int:pk>/preview/<str:code>/", typed, name=f"{name}_preview"),
            path("<int:pk>/previews/", links, name=f"{name}_previews"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        door, place = ("preview", [obj.pk]) if obj else ("preview_new", [])
        context["previews"] = [(e, self._address(door, *place, e.code)) for e in EDITIONS]
        context["previews_address"] = self._address("previews", obj.pk) if obj else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def preview_view(self, request: HttpRequest, code: str, pk: int | None = None) -> HttpResponse:
        """The reader's page of an edition with what stands in the form; nothing is saved."""
        work = self._work_to_look_at(request, pk)
        if code not in CODES:
            raise Http404("No such edition.")
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return preview_page(request, Preview(typed_work(self, request, work)), code)

    def preview_links_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The links to previews of a work: make one, see who made which, revoke them."""
        work = self._work_to_look_at(request, pk)
        codes = [c for c in CODES if work.get_in("title", c) and may_share(request.user, work, c)]
        if request.method == "POST" and not codes:
            raise PermissionDenied
        if "revoke" in request.POST:
            return self._revoke(request, work, codes)
        form = ShareForm(request.POST or None, codes=codes)
        made = self._share(request, work, form) if form.is_valid() else ""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Links to previews"),
            "work": work,
            "form": form if codes else None,
            "made": made,
            "links": [(link, link.edition in codes) for link in _links_of(work)],
        }
        return render(request, "admin/editorial/previews.html", context)

    def _share(self, request: HttpRequest, work: Content, form: ShareForm) -> str:
        """Make a link; return its address, which can be told this once."""
        code, days = form.cleaned_data["edition"], form.cleaned_data["days"]
        _link, token = PreviewLink.objects.make(work, code, days, request.user)
        self.record(request, Act.SHARED, work, [code])
        with translation.override(code):
            return urljoin(site_of(request), reverse("previews:shared", args=[token]))

    def _revoke(self, request: HttpRequest, work: Content, codes: list[str]) -> HttpResponse:
        asked = request.POST["revoke"]
        link = next((link for link in _links_of(work) if str(link.pk) == asked), None)
        if link is None:
            raise Http404("No such link to this work.")
        if link.edition not in codes:
            raise PermissionDenied
        if link.is_open:
            link.revoke()
            self.record(request, Act.UNSHARED, work, [link.edition])
        return redirect(self._address("previews", work.pk))

    def _work_to_look_at(self, request: HttpRequest, pk: int | None) -> Content | None:
        """Return the work, None for one that is being added; refuse who may not see it."""
        if pk is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        work = self.get_object(request, str(pk))
        if not self.has_view_or_change_permission(request, work):
            raise PermissionDenied
        if work is None:
            raise Http404("No such work.")
        return work

    def _address(self, door: str, *args: object) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{door}"
        return reverse(name, args=args)


def may_share(user: User, work: Content, code: str) -> bool:
    """Say whether the account may show an edition of the work to people without an account."""
    return can(user, Verb.EDIT, work, code) or can(user, Verb.PUBLISH, work, code)


def _links_of(work: Content) -> list[PreviewLink]:
    return list(work.preview_links.newest_first())
