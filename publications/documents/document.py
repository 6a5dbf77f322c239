"""A document that has passed the gate."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """`content` is the file as it was sent; the rest was read in it."""

    kind: str  # "pdf" or "epub"
    extension: str  # ".pdf" or ".epub"
    content: bytes
    sha256: str
    pages: int | None  # None for an EPUB, which has none
    text: str  # plain, in the order of reading; "" for a scan
    cover: bytes | None  # a JPEG of page 1, or of the cover that an EPUB names
    title: str  # "" where the file tells none
