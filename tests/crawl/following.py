"""Goes from page to page until every link was followed."""

import re
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl, urlsplit

from tests.crawl.fetching import Answer, Host
from tests.crawl.pages import links_of

THREADS = 4
HEAD_ONLY = re.compile(r"/files/.*|/static/.*\.(?!css|js|mjs)\w+$")
LISTS = {"before", "after"}
SAMPLE = 20
"""How many addresses are asked for of each other kind of query in an edition."""

DEPTH = 3
"""How many pages of each list are asked for."""


class Crawl:
    """What was found: the answers by address, and which pages hold a link to each address."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.answers: dict[str, Answer] = {}
        self.found_on: dict[str, set[str]] = defaultdict(set)
        self.fragments: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.outside: set[str] = set()
        self._asked: Counter[tuple[str, ...]] = Counter()

    def follow(self, addresses: list[str]) -> None:
        """Ask for these addresses and for whatever they lead to."""
        with ThreadPoolExecutor(THREADS) as pool:
            while addresses:
                for address in addresses:
                    self.found_on.setdefault(address, set())
                answers = list(pool.map(self._ask, addresses))
                self.answers |= dict(zip(addresses, answers, strict=True))
                addresses = [new for answer in answers for new in self._leads_to(answer)]

    def _ask(self, address: str) -> Answer:
        return self.host.ask(address, method="HEAD" if HEAD_ONLY.fullmatch(address) else "GET")

    def _leads_to(self, answer: Answer) -> list[str]:
        new = []
        for link in sorted(links_of(answer)):
            address = self.host.own(link, answer.address)
            if address is None:
                self.outside.add(link)
                continue
            if fragment := urlsplit(link).fragment:
                self.fragments[address].add((fragment, answer.address))
            known = address in self.found_on
            if known or self._wanted(address):
                self.found_on[address].add(answer.address)
                new += [] if known else [address]
        return new

    def _wanted(self, address: str) -> bool:
        """Every address without a query, some pages of each list, a sample of other queries."""
        path, query = urlsplit(address)[2:4]
        if not query:
            return True
        names = {name for name, _ in parse_qsl(query, keep_blank_values=True)}
        in_list = names <= LISTS
        kind = (path if in_list else path.split("/")[1], *sorted(names))
        self._asked[kind] += 1
        return self._asked[kind] <= (DEPTH if in_list else SAMPLE)
