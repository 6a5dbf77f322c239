"""The admin of contact details and of messages."""

from nejat.contact.admin.details import ContactDetailsAdmin
from nejat.contact.admin.messages import MessageAdmin

__all__ = ["ContactDetailsAdmin", "MessageAdmin"]
