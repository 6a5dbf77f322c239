"""Addresses of the old site as plain values. Knows nothing of the database.

What the old site served under many forms (`/posts/12/amp/`, `?p=12`, `/topic/x/page/7`) is read
into one path and what was asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

LONGEST_PATH = 1000
"""Letters of a path that are kept and compared."""

AMP_PARAMETERS = frozenset({"amp", "noamp"})
_ID_PARAMETERS = ("p", "page_id", "attachment_id")
OLD_PARAMETERS = AMP_PARAMETERS | {*_ID_PARAMETERS, "s", "feed"}
"""Parameters that none of our own addresses has."""

_MARK = re.compile(
    r"(?:^|/)(?:amp|page/\d+|comment-page-\d+|feed(?:/(?:rss2?|atom|rdf))?)$", re.ASCII
)
_UPLOAD_VARIANT = re.compile(r"(?:-\d{2,5}x\d{2,5}|-scaled|-rotated)+(?=\.\w{2,5}$)", re.ASCII)
_SEPARATORS = re.compile(r"/(?:\.?/)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request for an old address means."""

    path: str
    """Below the edition, normalised, without marks for AMP, pages and feeds."""
    written: str = ""
    """The same with those marks: a tag may be called "amp"."""
    feed: bool = False
    search: str | None = None

    @property
    def candidates(self) -> tuple[str, ...]:
        """The paths under which it may be known, best first."""
        post = re.match(r"posts/\d+(?=/)", self.path, re.ASCII)
        forms = (self.written, self.path, original_upload(self.path), post[0] if post else "")
        return tuple(dict.fromkeys(filter(None, forms)))


def read_address(path: str, parameters: Mapping[str, str]) -> Asked:
    """What was asked by `path`, which is below the edition, and the parameters of its query."""
    number = next((parameters[name] for name in _ID_PARAMETERS if name in parameters), "")
    if re.fullmatch(r"\d{1,18}", number, re.ASCII):
        return Asked(f"posts/{int(number)}")
    written = normalise(path)
    bare, is_feed = written, "feed" in parameters
    while mark := _MARK.search(bare):
        is_feed = is_feed or "feed" in mark[0]
        bare = bare[: mark.start()]
    return Asked(bare, written, is_feed, parameters.get("s"))


def normalise(path: str) -> str:
    """A path decoded, in lower case, without `/./`, empty parts and slashes around it.

    Letters torn apart by the old site's cut at 200 bytes are dropped, but a part without any other
    letter stays as it is written. NUL, which no database takes, becomes U+FFFD.
    """
    parts = (unquote(part, errors="ignore") or part for part in path.split("/"))
    decoded = "/".join(parts).replace("\x00", "\ufffd")
    return _SEPARATORS.sub("/", f"/{decoded}").strip("/").lower()[:LONGEST_PATH]


def path_below(address: str, edition: str) -> str:
    """The normalised path of a whole address, below the edition when it stands there; or ""."""
    try:
        path = normalise(urlsplit(address).path)
    except ValueError:
        return ""
    first, _, rest = path.partition("/")
    return rest if first == edition else path


def old_path(address: str, edition: str) -> str:
    """The path under which a whole address is known, one with `?attachment_id=12` too; or ""."""
    try:
        query = parse_qs(urlsplit(address).query)
    except ValueError:
        return ""
    asked = read_address("", {name: values[0] for name, values in query.items()})
    return asked.path or path_below(address, edition)


def original_upload(path: str) -> str:
    """The path of the upload that a resized one was made from: without `-300x200`, `-scaled`."""
    return _UPLOAD_VARIANT.sub("", path)
