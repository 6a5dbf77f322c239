"""A limit to what one sender may ask of a form, kept in the cache without the IP address."""

from ipaddress import IPv6Address, ip_address
from time import time

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

AN_HOUR = 60 * 60


def may_ask(request: HttpRequest, form: str, most: int) -> bool:
    """Count a request of this sender for a form; False when it is beyond the `most` of the hour."""
    key = f"{form}-{sender(request)}-{int(time()) // AN_HOUR}"
    cache.add(key, 0, AN_HOUR)
    asked = cache.incr(key)
    cache.touch(key, AN_HOUR)  # some caches forget five minutes after counting
    return asked <= most


def sender(request: HttpRequest) -> str:
    """Return a short name of the sender's network, from which nobody can tell its IP address."""
    return salted_hmac("nejat.guard.sender", _network(request)).hexdigest()[:16]


def _network(request: HttpRequest) -> str:
    """The IP address of the sender; of IPv6 the half that one customer has.

    A proxy of ours is the peer itself, with a private address or none. Then it is believed: it
    puts the address that it saw at the end of X-Forwarded-For.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        address = ip_address(peer or told)
        if address.is_private and told:
            address = ip_address(told)
    except ValueError:
        return peer
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or address.exploded[:19])
    return str(address)
