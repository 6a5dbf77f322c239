"""What stands at an address of ours."""

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from nejat.editions.registry import CODES


def edition_of(path: str) -> str:
    """Return the code of the edition that a path stands below, or "" when it is in none."""
    code = path.removeprefix("/").partition("/")[0]
    return code if code in CODES else ""


def resolved(path: str) -> ResolverMatch | None:
    """Return the view of ours for a decoded path, in whichever edition; None when none is."""
    with translation.override(edition_of(path) or translation.get_language()):
        try:
            return resolve(path)
        except Resolver404:
            return None
