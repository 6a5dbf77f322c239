"""Which install filled which edition: the old numbers of another one mean other works there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nejat.editions.registry import CODES
from nejat.wordpress.models import Install
from nejat.wordpress.reader import Item, Languages, Site, Term, read_export

from .placing import entries_of
from .posts import reason_to_skip
from .session import Session, address_of
from .terms import MODELS

FILLED_BY_ANOTHER = (
    "The edition {edition} was filled from {ours}, and the numbers in {theirs} mean other works. "
    "Nothing was written: import it into another edition."
)
SEVERAL = "The files come from {}: import each install by itself."


class OtherInstall(Exception):
    """The files cannot be written where they belong; the message says why."""


def check_installs(session: Session) -> None:
    """Learn the install of the session's files, and whether it may fill its editions.

    The files are read as a whole only when another install has filled one of the editions. Raises
    OtherInstall when the files would write there, or when they come from several installs.
    """
    sites = [site for site in map(_site, session.options.files) if site]
    addresses = dict.fromkeys(filter(None, map(address_of, sites)))
    if len(addresses) > 1:
        raise OtherInstall(SEVERAL.format(" and ".join(addresses)))
    for site in sites:
        session.meet(site)
    others = _filled_by_others(session.address)
    edition = next(filter(others.get, _editions(session)), None) if others else None
    if edition:
        raise OtherInstall(
            FILLED_BY_ANOTHER.format(edition=edition, ours=others[edition], theirs=session.address)
        )


def _site(path: Path) -> Site | None:
    first = next(read_export(path), None)
    return first if isinstance(first, Site) else None


def _filled_by_others(address: str) -> dict[str, str]:
    """The address of the install that filled each edition, where it is not this one."""
    others = Install.objects.exclude(address=address) if address else Install.objects.none()
    return dict(others.values_list("edition", "address"))


def _editions(session: Session) -> Iterator[str]:
    """The editions that the files write to, each as often as they do."""
    yield session.options.edition
    terms = [record for record in session.records() if isinstance(record, Term)]
    session.languages = Languages(terms, CODES)
    for term in terms:
        edition = session.languages.place_term(term).edition
        if edition and term.taxonomy in MODELS:
            yield edition
    for record in session.records():
        if isinstance(record, Item) and not reason_to_skip(record):
            yield from (entry.edition for entry in entries_of(record, session)[0])
