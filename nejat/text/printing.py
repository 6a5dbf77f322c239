"""Text as XML can hold it."""

import re

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text: str) -> str:
    """Leave out what XML 1.0 cannot hold, and word processors leave behind."""
    return UNPRINTABLE.sub("", text)
