"""What one run of the import knows throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from nejat.wordpress.kinds import Kinds, default_kinds
from nejat.wordpress.reader import Languages, Record, Site, read_export

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
    kinds: Kinds = field(default_factory=default_kinds)
    """What becomes of posts of which kind."""


@dataclass
class Session:
    """Options, the report so far, and what the first pass learned about the install."""

    options: Options
    report: Report = field(default_factory=Report)
    on_item: Callable[[], None] = lambda: None
    """Called for each item that is done with: progress."""
    site_title: str = ""
    address: str = ""
    """Of the install, as `address_of` gives it."""
    claimed: set[str] = field(default_factory=set)
    """Editions that this run has marked as filled from the install."""
    hosts: set[str] = field(default_factory=set)
    """Hosts of the old install and of its files, without "www."."""
    languages: Languages = field(default_factory=lambda: Languages((), ()))
    blocks: dict[int, str] = field(default_factory=dict)
    """Bodies of reusable blocks by their old id."""
    stored: list[str] = field(default_factory=list)
    """Names of files stored for the transaction that is open."""

    def meet(self, site: Site) -> None:
        """Learn the name and the host of the install."""
        self.site_title = self.site_title or site.title
        self.address = self.address or address_of(site)
        self.hosts |= {host for address in (_own(site), site.link) if (host := host_of(address))}

    def records(self) -> Iterator[Record]:
        """All records of the files, read anew."""
        return chain.from_iterable(map(read_export, self.options.files))

    def group(self, name: str | None) -> str:
        """A group of translations as records keep it: two installs may use one name."""
        return f"{self.address} {name}"[:LONGEST_GROUP] if name else ""


def address_of(site: Site) -> str:
    """The address of an install without scheme and "www.", its host in lower case; or ""."""
    host, slash, path = _own(site).partition("//")[2].rstrip("/").partition("/")
    return host.lower().removeprefix("www.") + slash + path


def _own(site: Site) -> str:
    return site.base_blog_url or site.base_site_url or site.link


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
