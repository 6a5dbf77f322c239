"""Addresses that stand in mails: absolute, and signed where they act for a subscriber."""

from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse
from django.utils import translation

from nejat.subscriptions.models import Subscriber

CONFIRM_WITHIN = timedelta(days=7)
LOCAL = "http://localhost:8000"
"""Assumed in local mode only, when SITE_ADDRESS is not set."""


class MailNotSetUp(Exception):
    """A setting is missing without which no mail can be written; the text says which."""


def require_mail() -> None:
    """Raise MailNotSetUp unless mails can be written and sent and lead back to the site."""
    if not settings.MAIL:
        raise MailNotSetUp("EMAIL_URL is not set, so there is no server to take a mail.")
    if not settings.MAIL_FROM:
        raise MailNotSetUp("MAIL_FROM is not set, so nobody would know whom a mail is from.")
    site_address()


def site_address() -> str:
    """Return the scheme and host of the site; raise MailNotSetUp when they are not known."""
    if settings.SITE_ADDRESS:
        return settings.SITE_ADDRESS
    if settings.DEBUG:
        return LOCAL
    raise MailNotSetUp("SITE_ADDRESS is not set, so the links of a mail would lead nowhere.")


def confirmation_link(subscriber: Subscriber) -> str:
    """Return the address of the page that confirms; it is good for a week."""
    return _absolute("subscriptions:confirm", confirm_token(subscriber), subscriber.edition)


def unsubscribe_link(subscriber: Subscriber) -> str:
    """Return the address of the page that unsubscribes; it is good for ever."""
    return _absolute("subscriptions:unsubscribe", unsubscribe_token(subscriber), subscriber.edition)


def confirm_token(subscriber: Subscriber) -> str:
    """Return the signed part of that address."""
    return _confirming().sign(subscriber.pk)


def unsubscribe_token(subscriber: Subscriber) -> str:
    """Return the signed part of that address."""
    return _unsubscribing().sign(subscriber.pk)


def to_confirm(token: str) -> Subscriber | None:
    """Return whom a link to confirm is for; None for one that is false, too old or erased."""
    try:
        pk = _confirming().unsign(token, max_age=CONFIRM_WITHIN)
    except BadSignature:
        return None
    return Subscriber.objects.filter(pk=pk).first()


def to_unsubscribe(token: str) -> int | None:
    """Return the number of the subscriber of a link to unsubscribe; None for a false one.

    The subscriber may be erased meanwhile: the link is right all the same.
    """
    try:
        return int(_unsubscribing().unsign(token))
    except BadSignature:
        return None


def _confirming() -> TimestampSigner:
    return TimestampSigner(salt="nejat.subscriptions.confirm")


def _unsubscribing() -> Signer:
    return Signer(salt="nejat.subscriptions.unsubscribe")


def _absolute(view: str, token: str, code: str) -> str:
    with translation.override(code):
        return urljoin(site_address(), reverse(view, args=[token]))
