"""The admin of the outbox: what became of each mail. Rooms write them; nobody changes them."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.audit.admin import AuditedAdmin
from nejat.outbox.models import OutgoingMail

FACTS = ("state", "attempts", "created_at", "changed_at", "next_try_at")


@admin.register(OutgoingMail)
class OutgoingMailAdmin(AuditedAdmin):
    are_persons = True
    list_display = ("about", "to", "state", "changed_at", "answer")
    list_filter = ("state",)
    search_fields = ("recipient", "reply_to", "subject")
    ordering = ("-pk",)
    show_full_result_count = False
    actions = ("try_again",)
    fields = ("about", "to", "answers_to", *FACTS, "answer", "words")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: OutgoingMail | None = None) -> bool:
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether the account may have mails sent again."""
        return request.user.has_perm("outbox.change_outgoingmail")

    def get_queryset(self, request: HttpRequest) -> QuerySet[OutgoingMail]:
        mails = super().get_queryset(request)
        return mails.defer("text") if request.resolver_match.view_name.endswith("list") else mails

    @admin.display(description=_("subject"), ordering="subject")
    def about(self, mail: OutgoingMail) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', mail.subject)

    @admin.display(description=_("recipient"), ordering="recipient")
    def to(self, mail: OutgoingMail) -> SafeString:
        return format_html('<bdi dir="ltr">{}</bdi>', mail.recipient)

    @admin.display(description=_("answers go to"), empty_value="–")
    def answers_to(self, mail: OutgoingMail) -> SafeString | str:
        return format_html('<bdi dir="ltr">{}</bdi>', mail.reply_to) if mail.reply_to else ""

    @admin.display(description=_("answer of the mail server"))
    def answer(self, mail: OutgoingMail) -> SafeString:
        # Reasons of ours are words of the catalogue; those of servers are not, and stay.
        words = gettext(mail.error) if mail.error else ""
        return format_html('<bdi dir="auto">{}</bdi>', words)

    @admin.display(description=_("text"))
    def words(self, mail: OutgoingMail) -> SafeString:
        lines = ([line] for line in mail.text.splitlines() if line.strip())
        return format_html_join("", '<p dir="auto">{}</p>', lines)

    @admin.action(
        description=_("Try again: those that failed or whose fate is unknown"),
        permissions=["decide"],
    )
    def try_again(self, request: HttpRequest, mails: QuerySet[OutgoingMail]) -> None:
        for mail in mails:
            mail.send_again()
