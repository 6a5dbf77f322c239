"""The admin of mailings: giving an issue to the mail, and seeing how far it is."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.editorial.columns import columns
from nejat.outbox.states import DeliveryState
from nejat.subscriptions.admin.giving import give_view
from nejat.subscriptions.models import Delivery, Mailing

MOMENTS = ("created_at", "created_by", "started_at", "finished_at")


@admin.register(Mailing)
class MailingAdmin(LargeListAdmin):
    list_display = ("__str__", "created_at", "started_at", "finished_at", "progress")
    list_filter = ("edition", "issue__series")
    list_per_page = 20
    ordering = ("-pk",)
    autocomplete_fields = ("issue",)
    actions = ("stop",)

    def has_change_permission(self, request: HttpRequest, obj: Mailing | None = None) -> bool:
        return False  # what was queued is queued

    def has_delete_permission(self, request: HttpRequest, obj: Mailing | None = None) -> bool:
        return False  # it is the memory of who got the issue

    def has_stop_permission(self, request: HttpRequest) -> bool:
        """Whether the account may stop mailings."""
        return request.user.has_perm("subscriptions.change_mailing")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mailing]:
        rows = super().get_queryset(request).select_related("issue", "created_by")
        titles = [*columns("issue__title"), "issue__series"]
        return rows.only("edition", *MOMENTS, "created_by__username", *titles)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Count the deliveries of all mailings of the page at once."""
        page = super().get_changelist_instance(request)
        counts = Delivery.objects.filter(mailing__in=list(page.result_list)).counted()
        for mailing in page.result_list:
            mailing.counts = counts.get(mailing.pk, {})
        return page

    def get_fields(self, request: HttpRequest, obj: Mailing | None = None) -> tuple[str, ...]:
        return ("issue", "edition", *MOMENTS, "progress") if obj else ("issue", "edition")

    def get_readonly_fields(self, request: HttpRequest, obj: Mailing | None = None) -> Any:
        return self.get_fields(request, obj) if obj else ()

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """An issue is chosen here, and nothing else is done with it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "issue":
            field.widget = field.widget.widget
            field.help_text = _("It goes to all confirmed subscribers, once.")
        return field

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return give_view(self, request)

    @admin.display(description=_("progress"))
    def progress(self, mailing: Mailing) -> SafeString:
        counts = mailing.counts
        parts = [
            (label, edition_number(counts[state]))
            for state, label in DeliveryState.choices
            if state in counts
        ]
        return format_html(
            '<a href="{}?mailing__id__exact={}">{}</a>',
            reverse("admin:subscriptions_delivery_changelist"),
            mailing.pk,
            format_html_join(" · ", "{} {}", parts) or gettext("No subscribers"),
        )

    @admin.action(description=_("Stop: send nothing that still waits"), permissions=["stop"])
    def stop(self, request: HttpRequest, mailings: QuerySet[Mailing]) -> None:
        count = sum(mailing.stop() for mailing in mailings)
        self.message_user(request, _stopped(count))


def _stopped(count: int) -> str:
    return gettext("Mails that are not sent: %(count)s") % {"count": edition_number(count)}
