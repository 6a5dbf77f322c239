"""E-mail addresses: what makes two of them one, and how the mail server is told."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

LONGEST = 254  # RFC 5321, section 4.5.3.1.3, without the brackets


def check_address(address: str) -> None:
    """Raise ValidationError for what is no address, or none of a reader.

    A name in quotes is nobody's; a host that is a number or has no dot is a machine of ours.
    """
    validate_email(address)
    try:
        plain = envelope_address(address)
    except UnicodeError:
        plain = ""
    host = plain.rpartition("@")[2]
    if '"' in plain or "." not in host or "[" in host or len(plain) > LONGEST:
        raise ValidationError(_("Enter a valid email address."))


def envelope_address(address: str) -> str:
    """Return the address with its host in plain letters (IDNA), as mail servers want it.

    Raises UnicodeError for a host that has no such form.
    """
    name, _at, host = address.strip().rpartition("@")
    return f"{name}@{host.encode('idna').decode('ascii')}"


def normal_address(address: str) -> str:
    """Return what is the same for all ways to write one address: small letters, a plain host.

    It is for comparing only: what is no address stays as it is, in small letters.
    """
    try:
        return envelope_address(address).lower()
    except UnicodeError:
        return address.strip().lower()
