"""What the cleaner asks of the importer, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Image:
    """An image of our library, as the edition of the body knows it."""

    number: int
    caption: str = ""
    """Its own, which is shown wherever a body gives it no other."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the old library; `image` is None until its file is ours."""

    address: str
    alt: str = ""
    caption: str = ""
    image: Image | None = None


class Resolve(Protocol):
    """Answers about the rest of the export."""

    def attachment(self, old_id: int) -> Picture | None:
        """The picture of that old id."""

    def attached(self, old_id: int) -> Sequence[Picture]:
        """The pictures uploaded to the item of that old id, in their order."""

    def image(self, address: str) -> Image | None:
        """Our image of the old upload at an address, or of the attachment whose page it is.

        Asked for the address as written, without its query, and without `-300x200`, until one is
        known. Look up `upload_key(address)` among the `attachment_keys` of all attachments.
        """

    def local_url(self, address: str) -> str | None:
        """Our address of an old upload that is no image; asked for in the same forms."""

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
    alts: tuple[tuple[int, str], ...] = ()
    """Numbers of the images shown, each with the alternative text that the body gives it."""


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
    images: dict[int, str] = field(default_factory=dict)
    """Numbers of images already written into the body, with the alternative text given there."""

    def say(self, repair: str) -> None:
        self.repairs[repair] = None
