"""The admin of deliveries: what became of each mail, and deciding where nobody knows."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.editorial.admin.telling import tell
from nejat.editorial.columns import columns
from nejat.subscriptions.admin.counting import count_changed
from nejat.subscriptions.models import Delivery

FACTS = ("state", "attempts", "changed_at", "next_try_at")


@admin.register(Delivery)
class DeliveryAdmin(LargeListAdmin):
    are_persons = True
    list_display = ("email", "mailing", *FACTS, "answer")
    list_filter = ("state", "mailing__edition", "mailing__issue__series")
    search_fields = ("address",)
    ordering = ("-pk",)
    actions = ("send_again", "count_as_sent")
    fields = ("email", "mailing", *FACTS, "answer")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a mailing makes them

    def has_change_permission(self, request: HttpRequest, obj: Delivery | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Delivery | None = None) -> bool:
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether the account may say what became of a mail."""
        return request.user.has_perm("subscriptions.change_delivery")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        rows = super().get_queryset(request).select_related("mailing__issue")
        titles = ["mailing__edition", "mailing__issue__series", *columns("mailing__issue__title")]
        return rows.only("address", "error", "subscriber_id", *FACTS, *titles)

    @admin.display(description=_("e-mail"), ordering="address")
    def email(self, delivery: Delivery) -> SafeString:
        return format_html('<bdi dir="ltr">{}</bdi>', str(delivery))

    @admin.display(description=_("answer of the mail server"))
    def answer(self, delivery: Delivery) -> SafeString:
        # Reasons of ours are words of the catalogue; those of servers are not, and stay.
        words = gettext(delivery.error) if delivery.error else ""
        return format_html('<bdi dir="auto">{}</bdi>', words)

    @admin.action(
        description=_("Send again: those of unknown fate, failed or stopped"),
        permissions=["decide"],
    )
    def send_again(self, request: HttpRequest, deliveries: QuerySet[Delivery]) -> None:
        count = count_changed(deliveries, Delivery.send_again)
        tell(self, request, gettext("Mails that wait to be sent: %(count)s"), count)

    @admin.action(description=_("Count as sent: those of unknown fate"), permissions=["decide"])
    def count_as_sent(self, request: HttpRequest, deliveries: QuerySet[Delivery]) -> None:
        count = count_changed(deliveries, Delivery.count_as_sent)
        tell(self, request, gettext("Counted as sent: %(count)s"), count)
