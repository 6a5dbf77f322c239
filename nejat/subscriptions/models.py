"""Who gets which series by mail, which issues were mailed, and what became of each mail."""

from nejat.subscriptions.mailings import Delivery, Mailing
from nejat.subscriptions.subscribers import Subscriber

__all__ = ["Delivery", "Mailing", "Subscriber"]
