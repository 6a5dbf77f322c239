"""The admin of subscribers. Staff end subscriptions and erase addresses; readers begin them."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from media_library.admin.doors import page_context
from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.editorial.admin.sheet import csv_sheet
from nejat.editorial.admin.telling import tell
from nejat.subscriptions.admin.counting import count_changed
from nejat.subscriptions.held import erase
from nejat.subscriptions.models import Subscriber

MOMENTS = ("asked_at", "confirmed_at", "unsubscribed_at", "bounced_at")
MOST_SHOWN = 100
"""Addresses that are named when there is a question about them; of the rest, the number."""
EXPORTED = ("address", "series", "edition", "state", *MOMENTS)


@admin.register(Subscriber)
class SubscriberAdmin(LargeListAdmin):
    are_persons = True
    list_display = ("email", "series", "edition", "state", "asked_at", "confirmed_at")
    list_filter = ("state", "series", "edition")
    search_fields = ("normal_address",)
    ordering = ("-pk",)
    actions = ("export", "unsubscribe", "deliver_again")
    fields = ("email", "series", "edition", "state", *MOMENTS)
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # only whoever reads the mailbox can confirm

    def has_change_permission(self, request: HttpRequest, obj: Subscriber | None = None) -> bool:
        return False

    def has_end_permission(self, request: HttpRequest) -> bool:
        """Whether the account may end subscriptions, and take back that one is undeliverable."""
        return request.user.has_perm("subscriptions.change_subscriber")

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Whether the account may carry addresses out of the site."""
        return request.user.has_perm("subscriptions.export_subscriber")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        if deleting := actions.get("delete_selected"):
            actions["delete_selected"] = (*deleting[:2], _("Erase these addresses from everywhere"))
        return actions

    def delete_model(self, request: HttpRequest, obj: Subscriber) -> None:
        erase(obj.address)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> None:
        for address in list(queryset.values_list("address", flat=True)):
            erase(address)

    @admin.display(description=_("e-mail"), ordering="normal_address")
    def email(self, subscriber: Subscriber) -> SafeString:
        return format_html('<bdi dir="ltr">{}</bdi>', subscriber.address)

    @admin.action(description=_("Export as a table (CSV)"), permissions=["export"])
    def export(self, request: HttpRequest, subscribers: QuerySet[Subscriber]) -> HttpResponse:
        rows = list(subscribers.order_by("pk").values_list(*EXPORTED))
        _log_export(request, len(rows))
        return csv_sheet("subscribers.csv", EXPORTED, rows)

    @admin.action(description=_("Unsubscribe"), permissions=["end"])
    def unsubscribe(
        self, request: HttpRequest, subscribers: QuerySet[Subscriber]
    ) -> HttpResponse | None:
        """Ask first: whoever is unsubscribed by mistake has to subscribe anew."""
        if request.POST.get("post") != "yes":
            return self._ask_to_unsubscribe(request, subscribers)
        count = count_changed(subscribers, Subscriber.unsubscribe)
        tell(self, request, gettext("Unsubscribed: %(count)s"), count)
        return None

    @admin.action(description=_("Deliverable again: those that were not"), permissions=["end"])
    def deliver_again(self, request: HttpRequest, subscribers: QuerySet[Subscriber]) -> None:
        count = count_changed(subscribers, Subscriber.deliver_again)
        tell(self, request, gettext("Deliverable again: %(count)s"), count)

    def _ask_to_unsubscribe(
        self, request: HttpRequest, subscribers: QuerySet[Subscriber]
    ) -> HttpResponse:
        ending = subscribers.not_ended()
        context = {
            **page_context(self, request, gettext("Unsubscribe")),
            "count": ending.count(),
            "shown": ending[:MOST_SHOWN],
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "all_chosen": request.POST.get("select_across", "0"),
            "media": self.media,
        }
        return render(request, "admin/subscriptions/unsubscribe.html", context)


def _log_export(request: HttpRequest, count: int) -> None:
    """Note in the history of the admin who exported how many addresses, but not which."""
    LogEntry.objects.create(
        user=request.user,
        content_type=ContentType.objects.get_for_model(Subscriber),
        object_repr=str(Subscriber._meta.verbose_name_plural),
        action_flag=CHANGE,
        change_message=gettext("Exported: %(count)s") % {"count": edition_number(count)},
    )
