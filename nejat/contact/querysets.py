"""Questions to ask of contact details and of messages."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from nejat.contact.states import MessageState
from nejat.editorial.querysets import EditionsQuerySet
from nejat.outbox.addresses import normal_address

if TYPE_CHECKING:
    from nejat.contact.messages import Message


class ContactDetailsQuerySet(EditionsQuerySet):
    """The one row of contact details, or none."""

    def for_mail(self, code: str) -> Self:
        """Load what the way of a message of an edition depends on."""
        return self.only_in(code, "recipients", "spam_words")


class MessageQuerySet(QuerySet):
    """Messages of readers."""

    def new(self) -> Self:
        """Those that nobody has looked at."""
        return self.filter(state=MessageState.NEW)

    def of_address(self, address: str) -> Self:
        """All messages from an address, however it is written."""
        return self.filter(email__iexact=normal_address(address))

    def repeated_by(self, message: "Message", since: datetime) -> Self:
        """The same words from the same address: those of somebody who pressed the button twice."""
        same = {name: getattr(message, name) for name in ("edition", "email", "subject", "text")}
        return self.filter(created_at__gte=since, **same)

    def spam_of(self, sender: str) -> Self:
        """What a person called spam of one sender, as long as that is known."""
        return self.filter(sender=sender, state=MessageState.SPAM, suspicion="")

    def with_old_sender(self, moment: datetime) -> Self:
        """Those from before `moment` whose sender is still known."""
        return self.filter(created_at__lt=moment).exclude(sender="")

    def old_spam(self, moment: datetime) -> Self:
        """Spam from before `moment`."""
        return self.filter(state=MessageState.SPAM, created_at__lt=moment)
