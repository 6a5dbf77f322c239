"""The admin of subscribers, mailings and deliveries."""

from nejat.subscriptions.admin.deliveries import DeliveryAdmin
from nejat.subscriptions.admin.mailings import MailingAdmin
from nejat.subscriptions.admin.subscribers import SubscriberAdmin

__all__ = ["DeliveryAdmin", "MailingAdmin", "SubscriberAdmin"]
