"""What one run of the import knows throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from nejat.wordpress.reader import Languages, Site

from .report import Report

T = TypeVar("T")
BATCH_SIZE = 200
"""Items that are written in one transaction."""
LONGEST_GROUP = 250
MOST_IN = 900
"""Values of one `IN (…)`, within the limits of every database."""


@dataclass(frozen=True)
class Options:
    """What the caller of the import decided."""

    files: tuple[Path, ...]
    edition: str
    """The edition of items that name no language, and of the install as a whole."""
    media: Path | None = None
    is_dry_run: bool = False
    is_resumed: bool = False
    """Take for granted what is imported already, without comparing it with the source."""


@dataclass
class Session:
    """Options, the report so far, and what the first pass learned about the install."""

    options: Options
    report: Report = field(default_factory=Report)
    on_item: Callable[[], None] = lambda: None
    """Called for each item that is done with: progress."""
    site_title: str = ""
    address: str = ""
    """Of the install, without its scheme."""
    hosts: set[str] = field(default_factory=set)
    """Hosts of the old install and of its files, without "www."."""
    languages: Languages = field(default_factory=lambda: Languages((), ()))
    blocks: dict[int, str] = field(default_factory=dict)
    """Bodies of reusable blocks by their old id."""

    def meet(self, site: Site) -> None:
        """Learn the name and the host of the install."""
        self.site_title = self.site_title or site.title
        own = site.base_blog_url or site.base_site_url or site.link
        self.address = self.address or own.partition("//")[2].rstrip("/")
        self.hosts |= {host for address in (own, site.link) if (host := host_of(address))}

    def group(self, name: str | None) -> str:
        """A group of translations as records keep it: two installs may use one name."""
        return f"{self.address} {name}"[:LONGEST_GROUP] if name else ""


def host_of(address: str) -> str:
    """The host of an address, in lower case and without "www."; "" when it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def in_batches(items: Iterator[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch
