"""The states of subscriptions, and what an answer of a mail server means for one."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
"""RFC 3463: class, subject, detail."""


class SubscriberState(models.TextChoices):
    """Where a subscription stands."""

    PENDING = "pending", _("Not confirmed yet")
    CONFIRMED = "confirmed", _("Confirmed")
    UNSUBSCRIBED = "unsubscribed", _("Unsubscribed")
    BOUNCED = "bounced", _("Undeliverable")


def condemns_address(words: str) -> bool:
    """Say whether an answer means that nothing sent to the address arrives, now or later.

    Only a status of RFC 3463 can say so. A bare 550 may as well mean that we may not relay, and
    5.0.0 is what servers make of it when they send the mail back. A full mailbox, a message that is
    too long and a policy against us say nothing of the address either: it stays subscribed.
    """
    found = ENHANCED.search(words)
    if found is None:
        return False
    kind, subject, detail = (int(number) for number in found.groups())
    if kind != 5:
        return False
    about_us = (subject, detail) in {(1, 7), (1, 8)}
    full_or_long = (subject, detail) in {(2, 2), (2, 3)}
    return subject in {1, 2, 4} and not about_us and not full_or_long
