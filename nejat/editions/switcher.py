"""Where a page stands in the editions, and where the switcher leads: there, or to a list."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from nejat.editions.registry import EDITIONS, Edition

# Where a reader lands who asked for a page that the other edition does not have: the list
# shows a sentence with this id, hidden unless it is the target of the address.
NOT_HERE = "#not-in-this-edition"


@dataclass(frozen=True)
class Switch:
    """One line of the switcher: an edition, its address, and whether that is the same page."""

    edition: Edition
    url: str
    same_page: bool
    current: bool


def addresses_of(
    request: HttpRequest, addresses: Mapping[str, str] | None = None
) -> Mapping[str, str]:
    """Return the address of the page being shown in each edition that has it, by edition code.

    `addresses` are those of a page that not every edition has. Without them the page is one that
    stands under the same name in every edition.
    """
    if addresses is not None:
        return addresses
    found = ((edition.code, _same_view(request, edition)) for edition in EDITIONS)
    return {code: url for code, url in found if url}


def switches(
    request: HttpRequest, addresses: Mapping[str, str] | None = None, fallback: str = "pages:home"
) -> list[Switch]:
    """Return a line an edition.

    `addresses` as for `addresses_of`; editions without the page lead to `fallback`, the name of a
    list every edition has.
    """
    known = addresses_of(request, addresses)
    return [_switch(request, edition, known, fallback) for edition in EDITIONS]


def _switch(
    request: HttpRequest, edition: Edition, addresses: Mapping[str, str], fallback: str
) -> Switch:
    url = addresses.get(edition.code)
    current = edition == request.edition
    if url or current:
        return Switch(edition, url or request.path, same_page=True, current=current)
    with translation.override(edition.code):
        return Switch(edition, reverse(fallback) + NOT_HERE, same_page=False, current=False)


def _same_view(request: HttpRequest, edition: Edition) -> str | None:
    match = request.resolver_match
    if match is None:
        return edition.home
    with translation.override(edition.code):
        try:
            return reverse(match.view_name, args=match.args, kwargs=match.captured_kwargs)
        except NoReverseMatch:
            return None
