"""Senders and e-mail addresses that may not write for a time."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from nejat.comments.moderation import ModerationEntry
from nejat.comments.querysets import BanQuerySet
from nejat.outbox.addresses import normal_address


class Ban(models.Model):
    """A network or an address, each known by a short salted hash alone, and until when it waits.

    A network has the hash of `nejat.guard.throttle.sender`, which comments carry too; whose
    address a ban is for cannot be read from it.
    """

    class Kind(models.TextChoices):
        SENDER = "sender", _("Network")
        ADDRESS = "address", _("E-mail address")

    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices)
    key = models.CharField(max_length=16, editable=False)
    until = models.DateTimeField(_("until"))
    entry = models.ForeignKey(
        ModerationEntry, verbose_name=_("decision"), on_delete=models.CASCADE, related_name="bans"
    )

    objects = BanQuerySet.as_manager()

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        indexes = [models.Index(fields=["key", "until"], name="banned_until")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key[:6]}"


def ban(sender: str, address: str, entry: ModerationEntry, days: int) -> int:
    """Ban a sender and an address, as far as they are known; return how many bans that makes."""
    keys = {Ban.Kind.SENDER: sender, Ban.Kind.ADDRESS: address_key(address)}
    until = timezone.now() + timedelta(days=days)
    bans = [Ban(kind=kind, key=key, until=until, entry=entry) for kind, key in keys.items() if key]
    return len(Ban.objects.bulk_create(bans))


def banned_until(sender: str, address: str) -> datetime | None:
    """Return when the last ban of the sender or the address ends; None when there is none."""
    keys = {sender, address_key(address)} - {""}
    return Ban.objects.current().filter(key__in=keys).aggregate(last=models.Max("until"))["last"]


def address_key(address: str) -> str:
    """Return the hash by which a ban knows an e-mail address; nothing for none."""
    if not address:
        return ""
    return salted_hmac("nejat.comments.ban", normal_address(address)).hexdigest()[:16]
