"""What the desk would mark in an edition of a work before readers do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.text import checking, first_words

MOST_OF_A_KIND = 5
EXCERPT = 12
"""How many words of what is marked are shown."""

OF_BODIES = (
    (checking.empty_headings, _("A heading is empty.")),
    (checking.skipped_headings, _("A heading skips a level.")),
    (checking.empty_links, _("A link has no words.")),
    (checking.vague_links, _("The words of a link do not say where it leads.")),
    (checking.unmarked_phrases, _("A phrase in another script is not marked with its language.")),
)
OF_TEXTS = {
    "en": (),
    "ar": (),
    "fa": (
        (checking.arabic_letters, _("A letter of an Arabic keyboard stands in a Persian word.")),
        (checking.latin_digits, _("Latin digits stand in a Persian text.")),
        (checking.arabic_digits, _("Arabic digits stand in a Persian text.")),
        (checking.straight_quotes, _("Straight quotes stand where «» belong.")),
    ),
    "sq": ((checking.capitals, _("A phrase is in capitals.")),),
}
IN_EVERY_TEXT = ((checking.mixed_words, _("A word mixes letters of two scripts.")),)
TEXTS = ("title", "standfirst", "seo_title", "seo_description", "body")


@dataclass(frozen=True)
class Finding:
    """What is marked: in which column, why, and the words that are meant.

    It is mended in the field of the column, or where the address leads.
    """

    column: str
    words: str | Promise
    excerpt: str = ""
    address: str = ""


def findings_in(work: Content, code: str) -> Iterator[Finding]:
    """Yield what would be marked in the texts of the edition; nothing of one without a title."""
    if not work.get_in("title", code):
        return
    if not work.get_in("standfirst", code) and not work.get_in("seo_description", code):
        yield Finding(
            column("standfirst", code), _("Cards and search engines have no description to show.")
        )
    for field in TEXTS:
        text = getattr(work, column(field, code), "") or ""
        checks = (*IN_EVERY_TEXT, *OF_TEXTS[code], *(OF_BODIES if field == "body" else ()))
        for check, words in checks:
            yield from _findings(column(field, code), words, check(text, code))
    yield from _copied(work, code)


def _copied(work: Content, code: str) -> Iterator[Finding]:
    """What was left as it stands in the edition from which it is translated."""
    source = work.source_code
    if source in ("", code):
        return
    if work.get_in("title", code) == work.get_in("title", source):
        yield Finding(column("title", code), _("The title is that of the source."))
    if not hasattr(work, column("body", code)):
        return
    bodies = work.get_in("body", code) or "", work.get_in("body", source) or ""
    copies = checking.untranslated_paragraphs(*bodies)
    yield from _findings(column("body", code), _("A paragraph is not translated."), copies)


def _findings(name: str, words: str | Promise, marked: Iterator[str]) -> Iterator[Finding]:
    for excerpt, _number in zip(marked, range(MOST_OF_A_KIND), strict=False):
        yield Finding(name, words, first_words(excerpt, EXCERPT))
