"""The admin of missing addresses: one click leads their readers on."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.messages import ERROR, SUCCESS
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nejat.editorial.admin.telling import tell
from nejat.missing.admin.lists import AddressAdmin, shown
from nejat.missing.admin.telling import words_of_decision
from nejat.missing.models import MissingAddress, Redirect
from nejat.missing.suggestions import Suggester, Suggestion
from nejat.missing.targets import normal_target

LIST = "admin:missing_missingaddress_changelist"


class DecisionFilter(admin.SimpleListFilter):
    """The list shows what is to be decided; what is ignored is a click away."""

    title = _("decision")
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("ignored", _("Ignored"))]

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        to_decide, *decided = super().choices(changelist)
        yield {**to_decide, "display": _("To be made")}
        yield from decided

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(is_ignored=self.value() == "ignored")


@admin.register(MissingAddress)
class MissingAddressAdmin(AddressAdmin):
    list_display = ("address", "hits", "last_seen_at", "linked_from")
    list_display_links = None
    list_filter = (DecisionFilter, *AddressAdmin.list_filter)
    list_per_page = 20  # each line asks the search for a suggestion
    search_fields = ("path", "referrer")
    ordering = ("-hits", "-last_seen_at")
    actions = ("ignore", "show_again")
    fields = ("path", "edition", "hits", "first_seen_at", "last_seen_at", "referrer", "is_ignored")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # readers meet them

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether the account may ignore addresses."""
        return request.user.has_perm("missing.change_missingaddress")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{name}/", wrap(require_POST(view)), name=f"missing_address_{name}")
            for name, view in (("redirect", self.redirect_view), ("ignore", self.ignore_view))
        ]
        return [*own, *super().get_urls()]

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Give each line of the page the ways that the account may take."""
        page = super().get_changelist_instance(request)
        may = {
            "redirect": request.user.has_perm("missing.add_redirect"),
            "ignore": self.has_decide_permission(request),
        }
        suggester = Suggester()
        for address in page.result_list:
            address.may, address.query = may, request.GET.urlencode()
            address.suggestion = _best(suggester, address.path)
        return page

    def redirect_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make the redirect that a button names; the address leaves the list."""
        if not request.user.has_perm("missing.add_redirect"):
            raise PermissionDenied
        missing = get_object_or_404(MissingAddress, pk=pk)
        made = Redirect(path=missing.path, target=request.POST.get("target", ""))
        try:
            made.full_clean()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), ERROR)
            return _back(request)
        made.save()
        self.log_addition(request, made, [{"added": {}}])
        said = words_of_decision(request, made, _title_of(made))
        self.message_user(request, said, SUCCESS)
        return _back(request)

    def ignore_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take one address from the list."""
        if not self.has_decide_permission(request):
            raise PermissionDenied
        self.ignore(request, MissingAddress.objects.filter(pk=pk))
        return _back(request)

    @admin.display(description=_("address"), ordering="path")
    def address(self, missing: MissingAddress) -> str:
        return render_to_string("admin/missing/address.html", {"missing": missing})

    @admin.display(description=_("last page with the link"))
    def linked_from(self, missing: MissingAddress) -> SafeString:
        return shown(missing.referrer)

    @admin.action(description=_("Ignore"), permissions=["decide"])
    def ignore(self, request: HttpRequest, addresses: QuerySet[MissingAddress]) -> None:
        count = addresses.update(is_ignored=True)
        tell(self, request, gettext("Ignored: %(count)s"), count)

    @admin.action(description=_("Show again: those ignored"), permissions=["decide"])
    def show_again(self, request: HttpRequest, addresses: QuerySet[MissingAddress]) -> None:
        count = addresses.update(is_ignored=False)
        tell(self, request, gettext("Shown again: %(count)s"), count)


def _best(suggester: Suggester, path: str) -> Suggestion | None:
    return next(iter(suggester.suggest(path, most=1)), None)


def _title_of(made: Redirect) -> str:
    """The title of the page that its line suggested; "" when it leads elsewhere."""
    page = None if made.is_gone else _best(Suggester(), made.path)
    return page.title if page and normal_target(page.url) == made.target else ""


def _back(request: HttpRequest) -> HttpResponse:
    """To the list as it was, with its search and filters."""
    return redirect(f"{reverse(LIST)}?{request.GET.urlencode()}")
