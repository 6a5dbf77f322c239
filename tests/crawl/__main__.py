"""The command: crawl the site, print what was found, fail if something is wrong."""

import sys
import time
from collections import defaultdict

from nejat.editions.registry import EDITIONS
from tests.crawl.checks import Fault, faults
from tests.crawl.fetching import Host
from tests.crawl.following import Crawl

SHOWN = 20
"""How many faults of one kind are printed."""


def main(address: str) -> int:
    """Return 0 if the site at the address has no fault, else 1."""
    began = time.monotonic()
    crawl = Crawl(Host(address))
    homes = [edition.home for edition in EDITIONS]
    crawl.follow(["/", "/robots.txt", "/sitemap.xml", "/admin/", *homes])
    kinds: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults(crawl):
        kinds[fault.kind].append(fault)
    _print_report(crawl, kinds, time.monotonic() - began)
    return 1 if kinds else 0


def _print_report(crawl: Crawl, kinds: dict[str, list[Fault]], seconds: float) -> None:
    counts: dict[str, int] = defaultdict(int)
    for answer in crawl.answers.values():
        counts[answer.kind] += 1
    print(f"{len(crawl.answers)} addresses in {seconds:.0f} s:", end=" ")
    print(", ".join(f"{n} {kind}" for kind, n in sorted(counts.items(), key=lambda it: -it[1])))
    for kind, found in kinds.items():
        print(f"\n{kind}: {len(found)}")
        print(*(f"  {fault}" for fault in found[:SHOWN]), sep="\n")
        if len(found) > SHOWN:
            print(f"  … and {len(found) - SHOWN} more")
    if not kinds:
        print("Nothing is broken.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m tests.crawl http://127.0.0.1:8000")
    sys.exit(main(sys.argv[1]))
