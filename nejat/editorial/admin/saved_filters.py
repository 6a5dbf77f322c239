"""Lists of the admin above which stand the filters that accounts have saved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR, ChangeList
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from nejat.audit.admin import AuditedAdmin
from nejat.audit.models import Act
from nejat.editorial.saved_filters import LONGEST_NAME, SavedFilter, kept_query


class SavedFilterForm(forms.Form):
    """What a saved filter is called, and whether it is for everybody."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"dir": "auto"}),
    )
    is_shared = forms.BooleanField(label=gettext_lazy("Share with everybody"), required=False)


class SavedFiltersAdmin(AuditedAdmin):
    """Admin whose list is saved with its search, filters and order, and opened as it was.

    In lists of persons the words of a search are not saved: they may name one.
    """

    def get_urls(self) -> list[URLPattern]:
        save = self.admin_site.admin_view(require_POST(self.save_filter))
        change = self.admin_site.admin_view(require_POST(self.change_filter))
        return [
            path("saved-filters/", save, name=_door(self, "saved_filters")),
            path("saved-filters/<int:number>/", change, name=_door(self, "saved_filter")),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        answer = super().changelist_view(request, extra_context)
        page = (getattr(answer, "context_data", None) or {}).get("cl")
        if page and not page.is_popup:
            answer.context_data["saved_filters"] = _row(self, request, page)
        return answer

    def save_filter(self, request: HttpRequest) -> HttpResponse:
        """Save what the list shows; under a name that the account has used, in place of that."""
        form = _sent_form(self, request)
        query = _signed_query(self, request)
        if form.is_valid():
            _save(self, request, query, **form.cleaned_data)
        return _back(self, request, form)

    def change_filter(self, request: HttpRequest, number: int) -> HttpResponse:
        """Rename, share or delete one."""
        form = _sent_form(self, request)
        shown = SavedFilter.objects.shown_to(request.user, self.opts.label_lower)
        saved = get_object_or_404(shown, pk=number)
        if not saved.may_be_changed_by(request.user):
            raise PermissionDenied
        if "delete" in request.POST:
            _delete(self, request, saved)
            return _back(self, request)
        if form.is_valid():
            _rename(self, request, saved, **form.cleaned_data)
        return _back(self, request, form)


def _row(desk: SavedFiltersAdmin, request: HttpRequest, page: ChangeList) -> dict[str, Any]:
    """Return the links above the list, and what its forms need."""
    names = _accepted_names(desk, page)
    query = kept_query(request.GET, names)
    saved = SavedFilter.objects.shown_to(request.user, desk.opts.label_lower)
    kept = [(one, kept_query(one.query, names)) for one in saved]
    return {
        "links": [(one, query_, query_ == query) for one, query_ in kept],
        "changeable": [one for one, _kept in kept if one.may_be_changed_by(request.user)],
        "form": SavedFilterForm(auto_id=False),
        "query": query,
        "signed": _signer(desk).sign(query),
        "save_door": f"admin:{_door(desk, 'saved_filters')}",
        "change_door": f"admin:{_door(desk, 'saved_filter')}",
    }


def _accepted_names(desk: SavedFiltersAdmin, page: ChangeList) -> set[str]:
    """Return the parameters that the list knows today; others would lead to an error."""
    names = {name for spec in page.filter_specs for name in spec.expected_parameters()}
    return names | ({ORDER_VAR} if desk.are_persons else {ORDER_VAR, SEARCH_VAR})


def _sent_form(desk: SavedFiltersAdmin, request: HttpRequest) -> SavedFilterForm:
    """Return what was sent by somebody who sees the list."""
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    return SavedFilterForm(request.POST)


def _signed_query(desk: SavedFiltersAdmin, request: HttpRequest) -> str:
    """Return what the list itself wrote into its form; nobody saves anything else."""
    try:
        return _signer(desk).unsign(request.POST.get("query", ""))
    except BadSignature:
        raise BadRequest("The list did not write this.") from None


def _signer(desk: SavedFiltersAdmin) -> Signer:
    return Signer(salt=f"saved filter of {desk.opts.label_lower}")


@transaction.atomic
def _save(
    desk: SavedFiltersAdmin, request: HttpRequest, query: str, name: str, is_shared: bool
) -> None:
    saved, is_new = SavedFilter.objects.update_or_create(
        owner=request.user,
        model_label=desk.opts.label_lower,
        name=name,
        defaults={"query": query, "is_shared": is_shared},
    )
    desk.record(request, Act.ADDED if is_new else Act.CHANGED, saved)
    _tell(desk, request, _("Saved: %(name)s."), name)


@transaction.atomic
def _rename(
    desk: SavedFiltersAdmin, request: HttpRequest, saved: SavedFilter, name: str, is_shared: bool
) -> None:
    if saved.is_name_taken(name):
        text = _("There is one of this name already: %(name)s.")
        desk.message_user(request, text % {"name": name}, messages.ERROR)
        return
    saved.name, saved.is_shared = name, is_shared
    saved.save(update_fields=["name", "is_shared"])
    desk.record(request, Act.CHANGED, saved)
    _tell(desk, request, _("Saved: %(name)s."), name)


@transaction.atomic
def _delete(desk: SavedFiltersAdmin, request: HttpRequest, saved: SavedFilter) -> None:
    desk.record(request, Act.DELETED, saved)
    saved.delete()
    _tell(desk, request, _("Deleted: %(name)s."), saved.name)


def _tell(desk: SavedFiltersAdmin, request: HttpRequest, words: str, name: str) -> None:
    desk.message_user(request, words % {"name": name}, messages.SUCCESS)


def _back(
    desk: SavedFiltersAdmin, request: HttpRequest, form: SavedFilterForm | None = None
) -> HttpResponse:
    """Lead to the list as it was, and say what was wrong."""
    for errors in form.errors.values() if form else ():
        desk.message_user(request, " ".join(errors), messages.ERROR)
    query = request.GET.urlencode()
    address = reverse(f"admin:{_door(desk, 'changelist')}")
    return redirect(f"{address}?{query}" if query else address)


def _door(desk: SavedFiltersAdmin, name: str) -> str:
    return f"{desk.opts.app_label}_{desk.opts.model_name}_{name}"
