"""Every kind of page that a reader can meet, for tests that walk through them all."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, quote, urlsplit

from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.utils import translation

from nejat.editions.registry import get_edition
from nejat.pages.middleware import PAGES, error_page
from tests.site import WORDS, Site, page_addresses

HREF = re.compile(r'href="([^"]*\?[^"]*)"')


def pages_to_read(site: Site, code: str, *, every_form: bool = False) -> dict[str, str]:
    """Return the HTML of every kind of page of an edition, by its address.

    Besides the named pages these are a search, answers to what is wrong or not there, and a page
    for each kind of query that links hold, such as the next one of a list. With `every_form`, for
    each page and kind of query.
    """
    client = Client(raise_request_exception=False, headers={"accept-language": code})
    with translation.override(code):
        addresses = [address for _, address in page_addresses(site)]
    word = quote(WORDS[code][0].split()[-1])
    addresses += [f"/{code}/search/?q={word}", f"/{code}/nowhere/", f"/{code}/articles/?before=x"]
    pages: dict[str, str] = {}
    seen: set[tuple[str, ...]] = set()
    for address in addresses:
        answer = client.get(address)
        if answer["Content-Type"].startswith("text/html") and answer.content:
            pages[address] = answer.content.decode()
            addresses += _other_forms(address, pages[address], seen, every_form)
    return pages


def error_pages(code: str) -> dict[str, str]:
    """Return the HTML of every error page of an edition, by a made-up address."""
    request = RequestFactory().get(f"/{code}/nowhere/")
    request.edition, request.user = get_edition(code), AnonymousUser()
    with translation.override(code):
        return {
            f"/{code}/{status}/": error_page(request, status).content.decode() for status in PAGES
        }


def _other_forms(address: str, html: str, seen: set[tuple[str, ...]], every: bool) -> Iterator[str]:
    """Yield an address for every new set of names in a query that leads to the same page."""
    path = urlsplit(address).path
    for href in map(unescape, HREF.findall(html)):
        target = urlsplit(href)
        names = sorted(name for name, _ in parse_qsl(target.query, True))
        form = (path if every else "", *names)
        if not target.scheme and target.path in ("", path) and form not in seen:
            seen.add(form)
            yield f"{path}?{target.query}"
