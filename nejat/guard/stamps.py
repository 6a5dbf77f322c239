"""A signed moment in a form: machines answer at once, or keep an old form for days."""

from datetime import timedelta
from time import time

from django.core.signing import BadSignature, Signer

SOONEST = timedelta(seconds=2)
LATEST = timedelta(days=7)


def new_stamp() -> str:
    """Return the signed moment at which a form was shown."""
    return _signer().sign(int(time()))


def is_good_stamp(stamp: str) -> bool:
    """Say whether a form was shown by us, not just now and not too long ago."""
    try:
        age = time() - int(_signer().unsign(stamp))
    except (BadSignature, ValueError):
        return False
    return SOONEST.total_seconds() <= age <= LATEST.total_seconds()


def _signer() -> Signer:
    return Signer(salt="nejat.guard.stamp")
