"""What must hold of a site that was crawled. Each check yields the faults it finds."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote

from nejat.editions.registry import CODES, get_edition
from tests.crawl.following import Crawl
from tests.crawl.language import strange_words
from tests.crawl.pages import HtmlPage

WORK = re.compile(r"[a-z/-]+/\d+/(?=[^/?]+/$)")

MAY_LEAD_ON = ("/", "/admin/")
"""The choice of an edition and the staff's door lead on by their nature."""


@dataclass(frozen=True)
class Fault:
    """Something that is wrong, at an address, and where to see it."""

    kind: str
    address: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{unquote(self.address)}  {self.detail}".rstrip()


def faults(crawl: Crawl) -> Iterator[Fault]:
    """Yield every fault of a crawled site."""
    pages = {a.address: HtmlPage(a) for a in crawl.answers.values() if _is_page(a)}
    canonical = {address: page for address, page in pages.items() if _is_canonical(crawl, page)}
    yield from _broken_links(crawl)
    yield from _broken_fragments(crawl, pages)
    for page in pages.values():
        yield from _of_page(page)
    yield from _alternates(crawl, canonical)
    yield from _titles(canonical)
    yield from _languages(pages)


def _is_page(answer) -> bool:
    in_edition = answer.address.split("/")[1] in CODES
    return in_edition and answer.status == HTTPStatus.OK and answer.kind == "text/html"


def _is_canonical(crawl: Crawl, page: HtmlPage) -> bool:
    """A page that names another address as its own is a form of that other page."""
    if not page.is_for_search_engines:
        return False
    if page.canonical:
        return crawl.host.own(page.canonical, page.address) == page.address
    return "?" not in page.address


def _broken_links(crawl: Crawl) -> Iterator[Fault]:
    for address, answer in crawl.answers.items():
        on = unquote(min(crawl.found_on[address], default="the start"))
        if answer.status >= HTTPStatus.BAD_REQUEST:
            yield Fault("broken link", address, f"{answer.status} on {on}")
        elif answer.status >= HTTPStatus.MULTIPLE_CHOICES and address not in MAY_LEAD_ON:
            target = unquote(answer.headers.get("Location", ""))
            yield Fault("link that leads on", address, f"{answer.status} to {target} on {on}")


def _broken_fragments(crawl: Crawl, pages: dict[str, HtmlPage]) -> Iterator[Fault]:
    for address, wanted in crawl.fragments.items():
        for fragment, on in sorted(wanted) if address in pages else ():
            if unquote(fragment) not in pages[address].ids:
                yield Fault(
                    "fragment that is not there", f"{address}#{fragment}", f"on {unquote(on)}"
                )


def _of_page(page: HtmlPage) -> Iterator[Fault]:
    code = page.address.split("/")[1]
    expected = (code, get_edition(code).direction)
    if page.language != expected:
        yield Fault("lang and dir", page.address, f"{page.language}, not {expected}")
    if len(page.headings) != 1 or not page.headings[0]:
        yield Fault("not one h1", page.address, str(page.headings))
    if not page.title:
        yield Fault("no title", page.address)
    for name in {name for name in page.ids if page.ids.count(name) > 1}:
        yield Fault("id that stands twice", page.address, name)
    for node in page.html.css("body [lang]"):
        code, direction = node.attributes["lang"], node.attributes.get("dir")
        if code in CODES and direction not in (get_edition(code).direction, "auto", None):
            yield Fault("lang and dir", page.address, f"<{node.tag} lang={code} dir={direction}>")


def _alternates(crawl: Crawl, pages: dict[str, HtmlPage]) -> Iterator[Fault]:
    """Each alternate answers as it is and names this page in return; none is left out."""
    twins = _twins(pages)
    for address, page in pages.items():
        code = page.address.split("/")[1]
        own = {lang: crawl.host.own(link, address) for lang, link in page.alternates.items()}
        if own and own.get(code) != address:
            yield Fault("alternate", address, f"does not name itself in {code}")
        for language, twin in twins[_place(address)].items():
            if language != code and own.get(language) != twin:
                yield Fault("alternate", address, f"does not name {unquote(twin)}")
        for language in own.keys() - {"x-default", code}:
            other = own[language]
            if other not in pages:
                yield Fault("alternate", address, f"{language} is no page of ours: {other}")
            elif crawl.host.own(pages[other].alternates.get(code, ""), other) != address:
                yield Fault("alternate", address, f"{unquote(other)} does not lead back")


def _twins(pages: dict[str, HtmlPage]) -> dict[str, dict[str, str]]:
    """The address in each edition of what stands at the same place in all of them."""
    twins: dict[str, dict[str, str]] = defaultdict(dict)
    for address in pages:
        if "/archive/" not in address and "?" not in address:  # these hold other works
            twins[_place(address)][address.split("/")[1]] = address
    return twins


def _place(address: str) -> str:
    """An address without its edition, and without the words after a work's number."""
    path = address.split("/", 2)[2]
    work = WORK.match(path)
    return work[0] if work else path


def _titles(pages: dict[str, HtmlPage]) -> Iterator[Fault]:
    by_title = defaultdict(list)
    for address, page in pages.items():
        by_title[page.title].append(address)
    for title, addresses in by_title.items():
        if len(addresses) > 1:
            yield Fault(
                "title of several pages", addresses[0], f"{title!r}: also {unquote(addresses[1])}"
            )


def _languages(pages: dict[str, HtmlPage]) -> Iterator[Fault]:
    """Each strange text is named once, with the first page that holds it."""
    seen = set()
    for address, page in pages.items():
        for text in page.texts():
            if (text.words, text.language) in seen:
                continue
            seen.add((text.words, text.language))
            if words := strange_words(text):
                detail = f"{text.place} in {text.language}: {words!r} of {text.words[:80]!r}"
                yield Fault("another language", address, detail)
