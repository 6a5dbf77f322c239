"""Where a redirect may lead: an address of ours, one of the web, or nowhere for good."""

import re
from urllib.parse import unquote, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.encoding import uri_to_iri
from django.utils.translation import gettext_lazy as _

from nejat.editions.addresses import edition_of, resolved
from nejat.missing.addresses import normal_path
from nejat.missing.standing import is_taken

GONE = "gone"
"""The target of an address that leads nowhere for good: it answers 410."""

OUR_ADDRESS = re.compile(r"/(?![/\\])[^\\\s\x00-\x1f\x7f]*")
WEB_ADDRESS = URLValidator(schemes=["http", "https"])


def path_of_source(address: str) -> str:
    """Return the normal path that a redirect begins at, written or copied in whatever form."""
    return normal_path(_path(_without_our_host(address.strip())))


def normal_target(target: str) -> str:
    """Return a target as it is kept: readable, and without scheme and host when it is ours."""
    target = target.strip()
    return GONE if target.lower() == GONE else uri_to_iri(_without_our_host(target))


def path_of_target(target: str) -> str:
    """Return the normal path that a target of ours leads to; "" when it leads elsewhere."""
    return normal_path(_path(target)) if OUR_ADDRESS.fullmatch(target) else ""


def validate_path(path: str) -> None:
    """Raise ValidationError for a path that no redirect may begin at."""
    if not edition_of(path) or path.count("/") < 2:
        raise ValidationError(_("Begin with an edition and go on from there: /fa/old-page"))
    # An index of PostgreSQL takes no longer entry.
    if len(path.encode(errors="replace")) > 2600:
        raise ValidationError(_("This address is too long."))
    if is_taken(path):
        raise ValidationError(_("A page stands there already."))


def validate_target(target: str) -> None:
    """Raise ValidationError for a target that is unsafe, or at which nothing of ours answers."""
    if target == GONE:
        return
    if OUR_ADDRESS.fullmatch(target):
        if resolved(unquote(_path(target))) is None:
            raise ValidationError(_("No page of ours has such an address. Copy it from the page."))
        return
    try:
        WEB_ADDRESS(target)
    except ValidationError:
        message = _("Write an address like /fa/about/ or https://example.org/, or the word gone.")
        raise ValidationError(message) from None


def _path(target: str) -> str:
    return re.split(r"[?#]", target, maxsplit=1)[0]


def _without_our_host(address: str) -> str:
    """An address of ours that was copied whole, from its path on; another one as it is."""
    try:
        parts = urlsplit(address)
        is_ours = parts.scheme in ("http", "https") and parts.hostname in _our_hosts()
    except ValueError:
        return address
    return (
        urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment)) if is_ours else address
    )


def _our_hosts() -> set[str | None]:
    homes = [settings.SITE_ADDRESS, *(f"//{host}" for host in settings.ALLOWED_HOSTS)]
    return {urlsplit(home).hostname for home in homes if home}
