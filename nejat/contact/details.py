"""Contact details: one row for the site, with columns for the office of each edition."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nejat.contact.querysets import ContactDetailsQuerySet
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.editorial.models import EditionsModel
from nejat.editorial.querysets import EditionsManager
from nejat.outbox.addresses import LONGEST, check_address
from nejat.text import lines_of

FINGERPRINT = re.compile(r"(?:[0-9A-F]{40}|[0-9A-F]{64})")
PUBLIC_KEY = re.compile(
    r"-----BEGIN PGP PUBLIC KEY BLOCK-----\n.+\n-----END PGP PUBLIC KEY BLOCK-----", re.DOTALL
)
OFFICE = ("office_name", "postal_address", "phone", "email", "opening_hours", "map_address")
SAFETY = ("safe_note", "pgp_fingerprint", "pgp_key")


class ContactDetails(EditionsModel):
    """What readers see of the office of each edition, and where their messages go."""

    office_name = models.CharField(_("office"), max_length=200, blank=True, default="")
    postal_address = models.TextField(_("postal address"), blank=True, default="")
    phone = models.CharField(_("phone"), max_length=60, blank=True, default="")
    email = models.EmailField(
        _("e-mail shown to readers"), max_length=LONGEST, blank=True, default=""
    )
    opening_hours = models.TextField(_("opening hours"), blank=True, default="")
    map_address = models.URLField(
        _("map"),
        max_length=1000,
        blank=True,
        default="",
        help_text=_("The web address of a map: a link, of which the page itself loads nothing."),
    )
    safe_note = models.TextField(
        _("writing to us safely"),
        blank=True,
        default="",
        help_text=_("For those whom a message could bring into danger: what to do, and what not."),
    )
    pgp_fingerprint = models.CharField(
        _("fingerprint of the PGP key"), max_length=80, blank=True, default=""
    )
    pgp_key = models.TextField(
        _("public PGP key"),
        blank=True,
        default="",
        help_text=_(
            "From “-----BEGIN PGP PUBLIC KEY BLOCK-----” to its end. Never the private one."
        ),
    )
    recipients = models.TextField(
        _("mailed to"),
        blank=True,
        default="",
        help_text=_(
            "E-mail addresses, one a line, which readers do not see. Messages of this edition are "
            "mailed there; without one they wait in the admin alone."
        ),
    )
    spam_words = models.TextField(
        _("words of spam"),
        blank=True,
        help_text=_(
            "One a line. A message that holds one is kept here as spam and not mailed. Case, "
            "accents and vowel marks make no difference."
        ),
    )

    objects = EditionsManager.from_queryset(ContactDetailsQuerySet)()

    class Meta(EditionsModel.Meta):
        verbose_name = verbose_name_plural = _("contact details")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_contact_details")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        for code in CODES:
            fingerprint = _grouped(self.get_in("pgp_fingerprint", code) or "")
            key = (self.get_in("pgp_key", code) or "").replace("\r\n", "\n").strip()
            self.set_in(code, pgp_fingerprint=fingerprint, pgp_key=key)
        faults = {name: fault for code in CODES for name, fault in self._faults_in(code)}
        if faults:
            raise ValidationError(faults)

    def get_absolute_url(self) -> str:
        return reverse("pages:contact")

    @property
    def has_office(self) -> bool:
        """Whether readers of the active edition learn where the office is."""
        return any(getattr(self, name) for name in OFFICE)

    @property
    def has_safety(self) -> bool:
        """Whether readers of the active edition learn how to write safely."""
        return any(getattr(self, name) for name in SAFETY)

    @property
    def phone_link(self) -> str:
        """The address that a telephone dials: the number in plain digits."""
        digits = "".join(str(unicodedata.digit(sign, "")) for sign in self.phone)
        plus = "+" if self.phone.lstrip().startswith(("+", "＋")) else ""
        return f"tel:{plus}{digits}"

    def recipients_in(self, code: str) -> list[str]:
        """Return the addresses to which messages of an edition are mailed."""
        return lines_of(self.get_in("recipients", code))

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        """Yield each column of the edition that cannot stay as it is, and why."""
        for address in self.recipients_in(code):
            try:
                check_address(address)
            except ValidationError:
                words = _("This is no e-mail address: %(address)s")
                yield column("recipients", code), words % {"address": f"\u2068{address}\u2069"}
        fingerprint = self.get_in("pgp_fingerprint", code)
        if fingerprint and not FINGERPRINT.fullmatch(fingerprint.replace(" ", "")):
            yield (
                column("pgp_fingerprint", code),
                _("A fingerprint has 40 or 64 signs, 0-9 and A-F."),
            )
        key = self.get_in("pgp_key", code)
        if key and not PUBLIC_KEY.fullmatch(key):
            yield column("pgp_key", code), _("This is not one whole public key, and nothing else.")


def _grouped(fingerprint: str) -> str:
    """A fingerprint in capital letters and groups of four, as people compare it."""
    signs = re.sub(r"[\s:]", "", fingerprint).upper()
    return " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))
