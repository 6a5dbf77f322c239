"""Addresses that stand in mails: absolute, and signed where they act for a comment's author."""

from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse
from django.utils import translation

APPEAL_WITHIN = timedelta(days=30)
LOCAL = "http://localhost:8000"
"""Assumed in local mode only, when SITE_ADDRESS is not set."""


def can_link() -> bool:
    """Say whether the address of the site is known, so that a mail can lead there."""
    return bool(settings.SITE_ADDRESS) or settings.DEBUG


def absolute(path: str) -> str:
    """Return a path of the site with scheme and host in front."""
    return urljoin(settings.SITE_ADDRESS or LOCAL, path)


def queue_link(code: str) -> str:
    """Return the address of the admin's list of what waits in an edition."""
    path = reverse("admin:comments_comment_changelist")
    return absolute(f"{path}?attention=decide&edition__exact={code}")


def appeal_link(pk: int, code: str) -> str:
    """Return where a comment's author asks to look again; it is good for thirty days."""
    return _signed("comments:appeal", appeal_token(pk), code)


def quiet_link(pk: int, code: str) -> str:
    """Return where whoever reads the mailbox ends mails about answers; it is good for ever."""
    return _signed("comments:quiet", quiet_token(pk), code)


def appeal_token(pk: int) -> str:
    """Return the signed part of that address."""
    return _appealing().sign(pk)


def quiet_token(pk: int) -> str:
    """Return the signed part of that address."""
    return _quieting().sign(pk)


def to_appeal(token: str) -> int | None:
    """Return the number of the comment of such a link; None for one that is false or too old."""
    try:
        return int(_appealing().unsign(token, max_age=APPEAL_WITHIN))
    except BadSignature:
        return None


def to_quiet(token: str) -> int | None:
    """Return the number of the comment of such a link; None for a false one."""
    try:
        return int(_quieting().unsign(token))
    except BadSignature:
        return None


def _appealing() -> TimestampSigner:
    return TimestampSigner(salt="nejat.comments.appeal")


def _quieting() -> Signer:
    return Signer(salt="nejat.comments.quiet")


def _signed(view: str, token: str, code: str) -> str:
    with translation.override(code):
        return absolute(reverse(view, args=[token]))
