"""The admin of messages: reading them, answering by mail, saying what became of them."""

from typing import ClassVar
from urllib.parse import quote, urlencode

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.contact.models import Message
from nejat.contact.receiving import release
from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.outbox.posting import sent_together


@admin.register(Message)
class MessageAdmin(LargeListAdmin):
    are_persons = True
    list_display = ("about", "writer", "edition", "state", "created_at", "why")
    list_filter = ("state", "edition")
    search_fields = ("email", "name", "subject")
    ordering = ("-pk",)
    actions = ("mark_read", "mark_answered", "mark_spam", "mail_anyway")
    fields = ("state", "about", "writer", "edition", "created_at", "why", "words", "answer")
    readonly_fields = fields[1:]

    class Media:
        js: ClassVar[list[str]] = ["nejat/js/unsaved-changes.js"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # readers write them

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        messages = super().get_queryset(request)
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return messages.defer("text") if is_list else messages

    @admin.display(description=_("subject"), ordering="subject")
    def about(self, message: Message) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', message.subject)

    @admin.display(description=_("written by"), ordering="email")
    def writer(self, message: Message) -> SafeString:
        name = format_html('<bdi dir="auto">{}</bdi> ', message.name) if message.name else ""
        return format_html('{}<bdi dir="ltr">{}</bdi>', name, message.email)

    @admin.display(description=_("why it looks like spam"), ordering="suspicion")
    def why(self, message: Message) -> str:
        return gettext(message.suspicion) if message.suspicion else ""

    @admin.display(description=_("message"))
    def words(self, message: Message) -> SafeString:
        lines = ([line] for line in message.text.splitlines() if line.strip())
        return format_html_join("", '<p dir="auto">{}</p>', lines)

    @admin.display(description=_("answer"))
    def answer(self, message: Message) -> SafeString:
        subject = urlencode({"subject": f"Re: {message.subject}"}, quote_via=quote)
        address = f"mailto:{quote(message.email, safe='@')}?{subject}"
        return format_html('<a href="{}">{}</a>', address, _("Write an e-mail"))

    @admin.action(description=_("Mark as read"), permissions=["change"])
    def mark_read(self, request: HttpRequest, messages: QuerySet[Message]) -> None:
        self._mark(request, messages, Message.State.READ)

    @admin.action(description=_("Mark as answered"), permissions=["change"])
    def mark_answered(self, request: HttpRequest, messages: QuerySet[Message]) -> None:
        self._mark(request, messages, Message.State.ANSWERED)

    @admin.action(description=_("Mark as spam"), permissions=["change"])
    def mark_spam(self, request: HttpRequest, messages: QuerySet[Message]) -> None:
        self._mark(request, messages, Message.State.SPAM)

    @admin.action(description=_("Not spam: mail it"), permissions=["change"])
    def mail_anyway(self, request: HttpRequest, messages: QuerySet[Message]) -> None:
        with sent_together():
            for message in messages:
                release(message)
        self._tell(request, Message.State.NEW)

    def _mark(self, request: HttpRequest, messages: QuerySet[Message], state: str) -> None:
        messages.update(state=state)
        self._tell(request, state)

    def _tell(self, request: HttpRequest, state: str) -> None:
        words = gettext("Marked: %(state)s.") % {"state": Message.State(state).label}
        self.message_user(request, words)
