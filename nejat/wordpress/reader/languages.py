"""Which edition an item belongs to, and of which other items it is a translation.

Three plugins leave traces in exports: Polylang (terms), WPML (metas), qTranslate (several languages
inside one text). Without any, the address may tell (`/fa/...`); else the caller decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from .model import Item, Term
from .php import Value, unserialize

_QTRANSLATE = re.compile(r"<!--:([a-z]{2})?-->|\[:([a-z]{2})?\]")
_WPML_CODES = ("_wpml_import_language_code", "_icl_lang_code")
_WPML_GROUPS = (("_wpml_import_translation_group", "wpml:"), ("trid", "trid:"))


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an item or a term belongs; None where the export does not say."""

    edition: str | None
    group: str | None
    """Shared by the translations of one work."""


class Languages:
    """Answers for the items of one install, from all of its terms."""

    def __init__(self, terms: Iterable[Term], codes: Sequence[str]) -> None:
        self._codes = tuple(codes)
        self._by_slug: dict[str, str] = {}
        self._items: dict[int, Placement] = {}
        self._terms: dict[int, Placement] = {}
        terms = tuple(terms)
        for term in terms:
            if term.taxonomy == "language":
                self._learn_language(term)
        for term in terms:
            if term.taxonomy == "post_translations":
                self._learn_group(term, self._items)
            elif term.taxonomy == "term_translations":
                self._learn_group(term, self._terms)

    def place(self, item: Item) -> Placement:
        """The edition of an item and its group. An item in several languages has no edition."""
        told = self._items.get(item.old_id, Placement(None, None))
        edition = self._polylang(item) or told.edition or self._wpml(item)
        group = _polylang_group(item) or told.group or _wpml_group(item)
        if not edition and not by_language(item):
            edition = self._in_address(item.link)
        return Placement(edition, group)

    def place_term(self, term: Term) -> Placement:
        """The same of a term, which only Polylang's term groups tell."""
        return self._terms.get(term.old_id, Placement(None, None))

    def _learn_language(self, term: Term) -> None:
        details = unserialize(term.description)
        locale = details.get("locale") if isinstance(details, dict) else ""
        code = self._code(term.slug) or self._code(str(locale))
        if code:
            self._by_slug[term.slug] = code

    def _learn_group(self, term: Term, places: dict[int, Placement]) -> None:
        members = unserialize(term.description)
        if not isinstance(members, dict):
            return
        for language, old_id in members.items():
            if number := _whole_number(old_id):
                edition = self._by_slug.get(str(language)) or self._code(str(language))
                places[number] = Placement(edition, f"polylang:{term.slug}")

    def _polylang(self, item: Item) -> str | None:
        slugs = (term.slug for term in item.terms if term.taxonomy == "language")
        return next((self._by_slug.get(slug) or self._code(slug) for slug in slugs), None)

    def _wpml(self, item: Item) -> str | None:
        told = (self._code(item.first_meta(key)) for key in _WPML_CODES)
        return next(filter(None, told), None)

    def _in_address(self, address: str) -> str | None:
        try:
            path = urlsplit(address).path
        except ValueError:
            return None
        first = path.lstrip("/").partition("/")[0]
        return first if first in self._codes else None

    def _code(self, name: str) -> str | None:
        """The edition of a language name such as "fa", "fa_IR" or "fa-ir"."""
        code = re.split("[-_]", name.lower())[0]
        return code if code in self._codes else None


def by_language(item: Item) -> dict[str, Item]:
    """An item that holds several languages, once in each; empty for all others.

    Text outside the marks belongs to every language.
    """
    title, body, excerpt = _split(item.title), _split(item.body), _split(item.excerpt)
    codes = dict.fromkeys(code for code, _ in title + body + excerpt if code)
    return {
        code: replace(
            item,
            title=_joined(title, code),
            body=_joined(body, code),
            excerpt=_joined(excerpt, code),
        )
        for code in codes
    }


def in_language(text: str, code: str) -> str:
    """What a text that may hold several languages says in one of them."""
    return _joined(_split(text), code)


def _split(text: str) -> list[tuple[str, str]]:
    """The text as (language, part); "" is every language."""
    found = []
    code, position = "", 0
    for mark in _QTRANSLATE.finditer(text):
        found.append((code, text[position : mark.start()]))
        code, position = mark[1] or mark[2] or "", mark.end()
    found.append((code, text[position:]))
    return found


def _joined(split: list[tuple[str, str]], code: str) -> str:
    return "".join(part for language, part in split if language in ("", code)).strip()


def _polylang_group(item: Item) -> str | None:
    slugs = (term.slug for term in item.terms if term.taxonomy == "post_translations")
    return next((f"polylang:{slug}" for slug in slugs), None)


def _wpml_group(item: Item) -> str | None:
    told = ((prefix, item.first_meta(key)) for key, prefix in _WPML_GROUPS)
    return next((prefix + group for prefix, group in told if group), None)


def _whole_number(value: Value) -> int:
    return int(value) if isinstance(value, int | str) and str(value).isdecimal() else 0
