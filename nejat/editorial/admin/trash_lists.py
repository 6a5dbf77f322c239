"""Lists of works without those in the trash, the list of the trash, and what is done in each."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.large_lists import EstimatingPaginator, LargeListAdmin
from nejat.editorial.admin.telling import tell
from nejat.editorial.admin.trash import TrashAdmin

TRASH = "trash"
MOST_AT_ONCE = 500
MOST_TOLD = 20
NARROWED_BY_NOTHING = {"p", "o"}
"""What an address may say of a list that leaves no work out: its page and its order."""


def in_trash(request: HttpRequest) -> bool:
    """Say whether the list that is asked for is that of the trash."""
    return request.GET.get(TRASH) == "1"


class TrashFilter(admin.SimpleListFilter):
    """Works, or those in the trash; never both."""

    title = gettext_lazy("trash")
    parameter_name = TRASH

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("1", gettext_lazy("In the trash"))]

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        first, *others = super().choices(changelist)
        yield {**first, "display": _("Not in the trash")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.trashed() if self.value() == "1" else queryset.untrashed()


class TrashListAdmin(TrashAdmin, LargeListAdmin):
    """Lists of works, from which many are moved to the trash, or out of it."""

    def get_list_filter(self, request: HttpRequest) -> list:
        return [*super().get_list_filter(request), TrashFilter]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        works = super().get_queryset(request)
        is_choice = request.resolver_match.url_name == "autocomplete"
        return works.untrashed() if is_choice else works

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = extra_context or {}
        if in_trash(request):
            kind = capfirst(self.opts.verbose_name_plural)
            context |= {"title": f"{kind}: {_('In the trash')}", "has_add_permission": False}
        return super().changelist_view(request, context)

    def get_paginator(self, request: HttpRequest, *args: Any, **kwargs: Any) -> EstimatingPaginator:
        is_whole = not set(request.GET) - NARROWED_BY_NOTHING
        return super().get_paginator(request, *args, is_whole=is_whole, **kwargs)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Offer the trash instead of deleting; in the trash nothing but what ends there."""
        offered = super().get_actions(request)
        offered.pop("delete_selected", None)
        if IS_POPUP_VAR in request.GET:
            return offered
        own = "restore_selected" if in_trash(request) else "trash_selected"
        ways = {own: self.get_action(own)} if self.has_delete_permission(request) else {}
        if not in_trash(request):
            return offered | ways
        if self.has_destroy_permission(request):
            words = _("Delete for good…")
            at_once = transaction.atomic(delete_selected)  # the log and the deleting
            ways["delete_selected"] = (at_once, "delete_selected", words)
        return ways

    @admin.action(description=gettext_lazy("Move to the trash…"))
    def trash_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Ask once for all that were chosen, then move each, or say why not."""
        works = list(queryset.order_by("-pk")[: MOST_AT_ONCE + 1])
        if len(works) > MOST_AT_ONCE:
            self._refuse_so_many(request)
        elif works and "post" not in request.POST:
            return self.ask_before_trash(request, works, checkbox=ACTION_CHECKBOX_NAME)
        else:
            count = self._each(request, works, self.trash_one)
            text = ngettext(
                "%(count)s work was moved to the trash.",
                "%(count)s works were moved to the trash.",
                count,
            )
            tell(self, request, text, count)
        return None

    @admin.action(description=gettext_lazy("Restore"))
    def restore_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Take what was chosen out of the trash, or say why not."""
        works = list(queryset.order_by("-pk")[: MOST_AT_ONCE + 1])
        if len(works) > MOST_AT_ONCE:
            self._refuse_so_many(request)
            return
        count = self._each(request, works, self.restore_one)
        tell(
            self,
            request,
            ngettext("%(count)s work was restored.", "%(count)s works were restored.", count),
            count,
        )

    def _refuse_so_many(self, request: HttpRequest) -> None:
        text = _("At most %(most)s at once, please.") % {"most": edition_number(MOST_AT_ONCE)}
        self.message_user(request, text, messages.ERROR)

    def _each(self, request: HttpRequest, works: list, act: Callable[..., None]) -> int:
        """Do it to each work, and say which were left and why; return to how many it was done."""
        faults = []
        for work in works:
            try:
                act(request, work.pk)
            except ValidationError as fault:
                faults.append(f"{work}: {fault.messages[0]}")
            except PermissionDenied:
                faults.append(f"{work}: {_('You are not allowed to do this.')}")
        for fault in faults[:MOST_TOLD]:
            self.message_user(request, fault, messages.WARNING)
        return len(works) - len(faults)
