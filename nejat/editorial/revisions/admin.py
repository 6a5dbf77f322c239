"""The history of a row in the admin: its revisions, two of them compared, one part restored."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from nejat.editions.registry import CODES
from nejat.editorial.revisions.listing import list_revisions
from nejat.editorial.revisions.recording import SHARED, Revision, kept_fields, revisions_of
from nejat.editorial.revisions.restoring import may_restore, restorable_parts, restore
from nejat.editorial.revisions.values import compare_revisions, full_label_of, name_of
from nejat.editorial.rows import EditionsModel

SHARED_IN_FORMS = "shared"
"""What forms call the part that all editions have in common."""


class RevisionsAdmin(admin.ModelAdmin):
    """Admin of rows whose revisions are kept. Texts are restored; states and dates stay."""

    object_history_template = "admin/editorial/history.html"
    compare_template = "admin/editorial/revision_compare.html"

    def get_urls(self) -> list[URLPattern]:
        compare = self.admin_site.admin_view(self.compare_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_compare"
        return [path("<path:object_id>/history/compare/", compare, name=name), *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The revisions of a row, newest first."""
        row = self._seen_row(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = self._context(request, row, _("Revisions: %s")) | {
            "page": list_revisions(row, request.GET.get("before", "")),
            **(extra_context or {}),
        }
        return render(request, self.object_history_template, context)

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A revision beside the one before it, or another; a button brings back a part of one."""
        row = self._seen_row(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            return self._restore(request, row)
        new = _find(row, request.GET.get("revision", ""))
        if new is None:
            return HttpResponseRedirect(_address(self, "history", row))
        newest = revisions_of(type(row), row.pk).first()
        asked = request.GET.get("with", "")
        other = newest if asked == "newest" else _find(row, asked, before=new)
        old, new = sorted((other, new), key=_number) if other else (None, new)
        context = self._context(request, row, _("Revisions compared: %s")) | {
            "old": old,
            "new": new,
            "is_newest": new == newest,
            "parts": self._parts(request, row, old, new) if old else [],
        }
        return render(request, self.compare_template, context)

    def _parts(
        self, request: HttpRequest, row: EditionsModel, *pair: Revision
    ) -> list[dict[str, Any]]:
        """Return what differs in each part, and which side of it the account may bring back."""
        keep, user = self._kept(), request.user
        open_parts = [restorable_parts(user, row, revision, keep) for revision in pair]
        return [
            {
                "part": part,
                "name": name_of(part.code),
                "value": part.code or SHARED_IN_FORMS,
                "restorable": [
                    revision
                    for revision, parts in zip(pair, open_parts, strict=True)
                    if part.code in parts
                ],
            }
            for part in compare_revisions(*pair)
        ]

    def _restore(self, request: HttpRequest, row: EditionsModel) -> HttpResponse:
        """Bring back one part, if the account may change it as it stands at this moment."""
        part = request.POST.get("part", "")
        if part not in (*CODES, SHARED_IN_FORMS):
            raise Http404("No such part of a work.")
        part = SHARED if part == SHARED_IN_FORMS else part
        with transaction.atomic():
            locked = self.get_queryset(request).select_for_update(of=("self",), no_key=True)
            row.refresh_from_db(from_queryset=locked)
            if not may_restore(request.user, row, part):
                raise PermissionDenied
            revision = _find(row, request.POST.get("revision", ""))
            if revision is None:
                raise Http404("No such revision of this work.")
            try:
                changed = restore(row, part, revision, self._kept())
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
            else:
                self._tell(request, row, part, changed)
        return HttpResponseRedirect(_address(self, "history", row))

    def _tell(
        self, request: HttpRequest, row: EditionsModel, part: str, changed: list[str]
    ) -> None:
        words = {"part": name_of(part)}
        if not changed:
            self.message_user(request, _("%(part)s: it is so already.") % words, messages.WARNING)
            return
        fields = [field for field in kept_fields(type(row)) if field.name in changed]
        said = {
            "fields": [full_label_of(field) for field in fields],
            "names": [field.name for field in fields],
            "model": row._meta.label_lower,
            "editions": [part] if part else [],
        }
        self.log_change(request, row, [{"changed": said}])
        self.message_user(request, _("Restored: %(part)s.") % words, messages.SUCCESS)

    def _kept(self) -> set[str]:
        return {"state", *self.publishing_fields}

    def _seen_row(self, request: HttpRequest, object_id: str) -> EditionsModel | None:
        row = self.get_object(request, unquote(object_id))
        if row is not None and not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return row

    def _context(self, request: HttpRequest, row: EditionsModel, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title % row,
            "opts": self.opts,
            "row": row,
            "history_url": _address(self, "history", row),
            "compare_url": _address(self, "compare", row),
        }


def _address(desk: admin.ModelAdmin, page: str, row: models.Model) -> str:
    name = f"admin:{desk.opts.app_label}_{desk.opts.model_name}_{page}"
    return reverse(name, args=[row.pk], current_app=desk.admin_site.name)


def _number(revision: Revision) -> int:
    return revision.history_id


def _find(row: EditionsModel, number: str, before: Revision | None = None) -> Revision | None:
    """Return the revision of the row with this number; without one, the newest, or that before."""
    revisions = revisions_of(type(row), row.pk)
    if number:
        wanted = int(number) if number.isdecimal() and len(number) < 10 else 0
        found = revisions.filter(history_id=wanted).first()
        if found is None:
            raise Http404("No such revision of this work.")
        return found
    return (revisions.filter(history_id__lt=before.history_id) if before else revisions).first()
