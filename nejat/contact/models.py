"""How readers reach the office of an edition, and what they wrote to it."""

from nejat.contact.details import ContactDetails
from nejat.contact.messages import Message

__all__ = ["ContactDetails", "Message"]
