"""The records of an export, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import items
from .chunks import Chunk, Splitter
from .elements import ElementParser, Malformed, find_text
from .model import Author, Item, Problem, Record, Site, Term
from .source import ByteStream, export_files
from .values import number

VERSIONS = {"1.0", "1.1", "1.2"}
MARK_BEFORE_XML = "byte order mark before the XML declaration"
BLANKS_BEFORE_XML = "blank lines before the XML declaration"
NO_VERSION = "missing or unknown version of the export format"

CUT_OFF = "the file ends in the middle of it"
NOT_AN_EXPORT = "it holds no <channel>: not a WordPress export"
NO_END = "the file ends before </channel>: what is whole was read"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_Seen = set[tuple[str, str]]


def read_export(path: Path) -> Iterator[Record]:
    """All records of the .xml, .xml.gz or .zip export at `path`, in the order of the file.

    Each file gives its Site first. Memory does not grow with the file, except by one small key a
    term. What cannot be read is a Problem, never an exception; only a file that cannot be used at
    all raises ExportError, when the first record is asked for.
    """
    seen: _Seen = set()
    for name, stream in export_files(path):
        yield from read_stream(stream, name, seen)


def read_stream(stream: ByteStream, name: str = "", seen: _Seen | None = None) -> Iterator[Record]:
    """The records of one XML file. A term already in `seen` (taxonomy, slug) is not repeated."""
    seen = set() if seen is None else seen
    splitter = Splitter(stream)
    parser = ElementParser(splitter.prefixes)
    last = b""
    for index, chunk in enumerate(splitter.chunks()):
        if chunk.kind == "gap":
            last = chunk.data
            yield from _head(chunk, name) if index == 0 else ()
        else:
            yield from _unseen(_records(parser, chunk), seen)
    if splitter.damage:
        yield Problem("file", None, name, splitter.damage)
    elif b"</channel" not in last:
        yield Problem("file", None, name, NO_END)


def _unseen(records: Iterator[Record], seen: _Seen) -> Iterator[Record]:
    """Newer exports repeat categories as terms; the first of each is kept."""
    for record in records:
        if isinstance(record, Term):
            key = (record.taxonomy, record.slug)
            if key in seen:
                continue
            seen.add(key)
        yield record


def _head(gap: Chunk, name: str) -> Iterator[Record]:
    before, tag, head = gap.data.partition(b"<channel")
    if not tag:
        yield Problem("file", None, name, NOT_AN_EXPORT)
        return
    version = find_text(head, "wxr_version")
    yield Site(
        title=find_text(head, "title"),
        link=find_text(head, "link"),
        base_site_url=find_text(head, "base_site_url"),
        base_blog_url=find_text(head, "base_blog_url"),
        language=find_text(head, "language"),
        version=version,
        repairs=_head_repairs(before, version),
    )


def _head_repairs(before: bytes, version: str) -> tuple[str, ...]:
    unmarked = before.removeprefix(_BYTE_ORDER_MARK)
    found = (
        (MARK_BEFORE_XML, unmarked != before),
        (BLANKS_BEFORE_XML, unmarked[:1].isspace()),
        (NO_VERSION, version not in VERSIONS),
    )
    return tuple(repair for repair, is_needed in found if is_needed)


def _records(parser: ElementParser, chunk: Chunk) -> Iterator[Record]:
    if not chunk.whole:
        yield _problem(chunk, CUT_OFF)
        return
    try:
        yield _record(parser, chunk)
    except Malformed as error:
        yield from _one_by_one(parser, chunk, str(error))


def _one_by_one(parser: ElementParser, chunk: Chunk, reason: str) -> Iterator[Record]:
    """An item that swallowed others, because its own end is missing, is cut where they start."""
    first, *others = chunk.data.split(b"<item>")[1:] or [b""]
    if not others:
        yield _problem(chunk, reason)
        return
    for part in (first, *others):
        data = b"<item>" + part.rpartition(b"</item>")[0] + b"</item>"
        ended = Chunk("item", data if b"</item>" in part else b"<item>" + part + b"</item>")
        try:
            yield _record(parser, ended)
        except Malformed as error:
            yield _problem(ended, str(error))


def _record(parser: ElementParser, chunk: Chunk) -> Author | Term | Item | Problem:
    element, repairs = parser.parse(chunk.data)
    if chunk.kind == "author":
        return items.author(element, repairs)
    if chunk.kind != "item":
        return items.term(element, chunk.kind, repairs)
    item = items.item(element, repairs)
    return item if item.old_id else Problem("item", None, item.title, "it has no id")


def _problem(chunk: Chunk, reason: str) -> Problem:
    if chunk.kind == "item":
        old_id = number(find_text(chunk.data, "post_id")) or None
        return Problem("item", old_id, find_text(chunk.data, "title"), reason)
    what = chunk.kind if chunk.kind == "author" else "term"
    name = "author_login" if what == "author" else r"(?:cat|tag|term)_name"
    return Problem(what, None, find_text(chunk.data, name), reason)
