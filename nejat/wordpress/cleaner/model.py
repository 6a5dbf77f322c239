"""What the cleaner asks of the importer, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the old library; `local_url` is None until its file is ours."""

    address: str
    alt: str = ""
    caption: str = ""
    local_url: str | None = None


class Resolve(Protocol):
    """Answers about the rest of the export."""

    def attachment(self, old_id: int) -> Picture | None:
        """The picture of that old id."""

    def attached(self, old_id: int) -> Sequence[Picture]:
        """The pictures uploaded to the item of that old id, in their order."""

    def local_url(self, address: str) -> str | None:
        """Our address of an old upload.

        Asked for the address as written, without its query, and without `-300x200`, until one is
        known. Look up `upload_key(address)` among the `attachment_keys` of all attachments.
        """

    def block(self, old_id: int) -> str | None:
        """The body of the reusable block of that old id."""


@dataclass(frozen=True, slots=True)
class CleanBody:
    """A body ready to be stored."""

    html: str
    repairs: tuple[str, ...]
    """What was left out or could not be resolved, for the report."""
    unknown_shortcodes: tuple[str, ...]
    missing_media: tuple[str, ...]
    """Old addresses of pictures and recordings that became links."""


@dataclass(slots=True)
class Work:
    """One body being cleaned: whom to ask, and what there is to say afterwards."""

    resolve: Resolve
    old_id: int = 0
    repairs: dict[str, None] = field(default_factory=dict)
    unknown_shortcodes: dict[str, None] = field(default_factory=dict)
    missing_media: dict[str, None] = field(default_factory=dict)
    ours: set[str] = field(default_factory=set)
    """Our addresses already written into the body."""

    def say(self, repair: str) -> None:
        self.repairs[repair] = None
