"""The source of a work, as translators read it beside what they write."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

from nejat.editions.registry import Edition, get_edition
from nejat.editorial.body_images import is_body
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.translations.recording import words_of


@dataclass(frozen=True)
class Part:
    """A field of the source; a body is HTML, whatever else is plain text."""

    label: str | Promise
    text: str | SafeString
    is_body: bool


@dataclass(frozen=True)
class Source:
    """What was written first, and in which edition."""

    edition: Edition
    parts: list[Part]


def source_of(work: Content, fields: Iterable[str]) -> Source | None:
    """Return what a translator translates of these fields, in their order; None for no words."""
    if not work.source_code:
        return None
    translated = words_of(type(work))
    parts = [_part(work, field) for field in fields if field in translated]
    written = [part for part in parts if part.text]
    return Source(get_edition(work.source_code), written) if written else None


def _part(work: Content, field: str) -> Part:
    stored = work._meta.get_field(column(field, work.source_code))
    text = work.get_in(field, work.source_code) or ""
    html = is_body(stored)
    label = work._meta.get_field(field).verbose_name
    return Part(label, mark_safe(text) if html else text, html)  # cleaned when it was saved
