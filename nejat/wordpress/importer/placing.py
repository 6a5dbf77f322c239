"""Which edition and which work each item belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nejat.editions.registry import CODES
from nejat.editorial.models import Content
from nejat.wordpress.kinds import ARTICLE, Kind
from nejat.wordpress.models import ImportRecord
from nejat.wordpress.reader import Item, by_language

from .pdfs import Pdf
from .session import Session

_WPML_CODES = ("_wpml_import_language_code", "_icl_lang_code")


@dataclass(slots=True)
class Entry:
    """An item in one edition, on its way to become part of a work."""

    item: Item
    edition: str
    group: str
    digest: str = ""
    record: ImportRecord | None = None
    became: Kind | None = None
    """What it is here, once that is known."""
    pdf: Pdf | None = None
    """Of a publication, once it has been looked for."""

    @property
    def kind(self) -> str:
        """What it was on the old site, as its record says."""
        return self.item.post_type

    @property
    def name(self) -> str:
        """What the report calls it: its kind here, but an article "post"."""
        return self.kind if self.became in (None, ARTICLE) else self.became.name

    @property
    def model(self) -> type[Content] | None:
        """The model of what it is here."""
        return self.became.model if self.became else None

    @property
    def key(self) -> tuple[str, str]:
        """Edition and old id."""
        return self.edition, str(self.item.old_id)


def entries_of(item: Item, session: Session) -> tuple[list[Entry], list[str]]:
    """The item once in each of our editions that it speaks, and the other languages it speaks.

    Its comments go with the first edition.
    """
    parts = by_language(item)
    if parts:
        group = session.group(f"item:{item.old_id}")
        entries = [Entry(part, code, group) for code, part in parts.items() if code in CODES]
        for entry in entries[1:]:
            entry.item = replace(entry.item, comments=())
        return entries, [code for code in parts if code not in CODES]
    if foreign := _foreign_language(item, session):
        return [], [foreign]
    placement = session.languages.place(item)
    edition = placement.edition or session.options.edition
    return [Entry(item, edition, session.group(placement.group))], []


def _foreign_language(item: Item, session: Session) -> str:
    """The language an item names, when it is none of ours; else ""."""
    named = [term.slug for term in item.terms if term.taxonomy == "language"]
    named += [code for key in _WPML_CODES if (code := item.first_meta(key))]
    if not named:
        return ""
    # Without its address, only what the item says of itself can place it.
    return "" if session.languages.place(replace(item, link="")).edition else named[0]
