"""Where readers can share a work: addresses of other sites, opened only when followed."""

from typing import NamedTuple
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

# {address} and {title} are put in percent-encoded. Skype, which the former site had too, closed in
# May 2025, and its address leads nowhere.
WAYS = (
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={address}"),
    ("Twitter", "https://twitter.com/intent/tweet?url={address}&text={title}"),
    ("Pinterest", "https://pinterest.com/pin/create/button/?url={address}&description={title}"),
    ("WhatsApp", "https://wa.me/?text={title}%20{address}"),
    ("Telegram", "https://t.me/share/url?url={address}&text={title}"),
    (_("Email"), "mailto:?subject={title}&body={address}"),
)


class ShareLink(NamedTuple):
    """A way to share, and the address that does it."""

    name: str
    url: str


def share_links_of(address: str, title: str) -> list[ShareLink]:
    """Return the six ways to share a page, given its absolute address and its title."""
    values = {"address": quote(address, safe=""), "title": quote(title, safe="")}
    return [ShareLink(name, url.format(**values)) for name, url in WAYS]
