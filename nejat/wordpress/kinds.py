"""Which posts become which kind of work: the rules of a mapping file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from articles.models import Article
from media_library.models import Cartoon, NewsPicture, PhotoGallery, Video
from nejat.editorial.models import Content
from nejat.pages.models import Page
from nejat.text import fold, slugify
from nejat.wordpress.reader import Item
from publications.models import Book, Issue, Publication
from publications.series import SERIES

SHAPES = ("picture", "gallery", "film")
DEFAULT_FILE = Path(__file__).with_name("kinds.toml")
LACKING = "a {} by its terms, but {}: an article"

Lacks = Callable[[str], str]
"""Says why a post has no picture, gallery or film; "" when it has one."""


class KindsError(ValueError):
    """A mapping file that says nothing clear; the message tells what and where."""


@dataclass(frozen=True)
class Kind:
    """A kind of work that an item of the old site can become."""

    name: str
    """In a mapping file, in the report, and in the names of our views."""
    model: type[Content]
    needs: str = ""
    """Which of SHAPES it cannot do without."""
    series: str = ""
    """Of an issue: the series by which issues of one model are of several kinds."""

    @property
    def is_publication(self) -> bool:
        """Whether it may have a PDF."""
        return issubclass(self.model, Publication)

    def new(self) -> Content:
        """A work of this kind, not saved yet."""
        return self.model(series=self.series) if self.series else self.model()

    def view(self, page: str) -> str:
        """The full name of one of its views, "list" or "feed"; articles and pages have others."""
        return f"{self.model._meta.app_label}:{self.name}_{page}"


ARTICLE = Kind("article", Article)
PAGE = Kind("page", Page)
KINDS = {
    kind.name: kind
    for kind in (
        ARTICLE,
        Kind("cartoon", Cartoon, "picture"),
        Kind("newspicture", NewsPicture, "picture"),
        Kind("photogallery", PhotoGallery, "gallery"),
        Kind("video", Video, "film"),
        Kind("book", Book),
        *(Kind(series.code, Issue, series=series.code) for series in SERIES),
    )
}
"""What a post can become, by the name that a mapping file gives it."""


def kind_of(model: type[Content], series: str = "") -> Kind:
    """The kind of works of that model; issues are told apart by their series."""
    known = (*KINDS.values(), PAGE)
    return next(kind for kind in known if kind.model is model and series in ("", kind.series))


def kind_of_work(work: Content) -> Kind:
    """The kind of a work."""
    return kind_of(type(work), work.series if isinstance(work, Issue) else "")


@dataclass(frozen=True)
class Rule:
    """One rule: what a post becomes that carries one of the terms, and whose body has the shape."""

    kind: str
    terms: frozenset[tuple[str, str]] = frozenset()
    """Taxonomy and word, as `_plain` writes it."""
    body: str = ""

    def fits(self, told: frozenset[tuple[str, str]]) -> bool:
        """Whether a post that carries these terms carries one of the rule's, or it names none."""
        return not self.terms or not self.terms.isdisjoint(told)


@dataclass(frozen=True)
class Kinds:
    """The rules of a mapping file, in their order."""

    rules: tuple[Rule, ...]

    @cached_property
    def taxonomies(self) -> set[str]:
        """Those by whose terms posts are told apart."""
        return {taxonomy for rule in self.rules for taxonomy, _ in rule.terms}

    def choose(self, item: Item, lacks: Lacks) -> tuple[Kind, str]:
        """What a post becomes; and when it becomes an article for want of something, why."""
        reason, told = "", self._told(item)
        for rule in self.rules:
            if not rule.fits(told):
                continue
            needed = (rule.body, KINDS[rule.kind].needs)
            lack = next(filter(None, (lacks(shape) for shape in needed if shape)), "")
            if not lack:
                return KINDS[rule.kind], ""
            if rule.terms:
                reason = reason or LACKING.format(rule.kind, lack)
        return ARTICLE, reason

    def may_be_publication(self, item: Item) -> bool:
        """Whether a rule that fits the terms of a post makes it a book or an issue."""
        told = self._told(item)
        return any(rule.fits(told) and KINDS[rule.kind].is_publication for rule in self.rules)

    def _told(self, item: Item) -> frozenset[tuple[str, str]]:
        return frozenset(
            (link.taxonomy, _plain(name))
            for link in item.terms
            if link.taxonomy in self.taxonomies
            for name in (link.slug, link.name)
        )

    def of_term(self, taxonomy: str, slug: str) -> str:
        """The kind that the first rule gives to a term; "" when none speaks of it."""
        rule = self._rule_of(taxonomy, slug)
        return rule.kind if rule else ""

    def publication_of(self, taxonomy: str, *words: str) -> Kind | None:
        """The kind of publication that all posts become that carry a term called like this."""
        rule = self._rule_of(taxonomy, *words)
        kind = KINDS[rule.kind] if rule and not rule.body else None
        return kind if kind and kind.is_publication else None

    def _rule_of(self, taxonomy: str, *words: str) -> Rule | None:
        terms = {(taxonomy, _plain(word)) for word in words}
        return next((rule for rule in self.rules if not terms.isdisjoint(rule.terms)), None)


def read_kinds(path: Path) -> Kinds:
    """The rules of a mapping file. Raises KindsError with what is wrong in it."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KindsError(str(error)) from error
    rules = told.pop("rule", None)
    if told:
        raise KindsError(f"It knows only [[rule]], not {_names(told)}.")
    if not isinstance(rules, list) or not rules:
        raise KindsError("It has no [[rule]].")
    return Kinds(tuple(_rule(rule, f"Rule {n}") for n, rule in enumerate(rules, start=1)))


@cache
def default_kinds() -> Kinds:
    """The rules of the mapping file that comes with the importer."""
    return read_kinds(DEFAULT_FILE)


def _rule(told: Any, place: str) -> Rule:
    if not isinstance(told, dict):
        raise KindsError(f"{place} is no table: write [[rule]] above it.")
    if unknown := told.keys() - {"kind", "terms", "body"}:
        raise KindsError(f"{place} has kind, terms and body, not {_names(unknown)}.")
    kind, body = told.get("kind"), told.get("body", "")
    if kind not in KINDS:
        raise KindsError(f"{place}: kind is one of {_names(KINDS)}, not {kind!r}.")
    if body not in ("", *SHAPES):
        raise KindsError(f"{place}: body is one of {_names(SHAPES)}, not {body!r}.")
    terms = _terms(told.get("terms", {}), place)
    if not terms and not body:
        raise KindsError(f"{place} names neither terms nor body, so it would fit every post.")
    return Rule(kind, terms, body)


def _terms(told: Any, place: str) -> frozenset[tuple[str, str]]:
    if not isinstance(told, dict):
        raise KindsError(f"{place}: terms is a table of taxonomies, each with a list of words.")
    for taxonomy, words in told.items():
        if not isinstance(words, list) or not words or not all(map(_is_word, words)):
            raise KindsError(f"{place}: the terms of {taxonomy!r} are a list of words.")
    return frozenset((taxonomy, _plain(word)) for taxonomy, words in told.items() for word in words)


def _is_word(word: Any) -> bool:
    return isinstance(word, str) and bool(_plain(word))


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A word as it is compared: without case, hyphens, and ways to write one letter."""
    words = slugify(word.removeprefix("post-format-")).replace("-", " ")
    return fold(words, "fa")


def _names(names: Any) -> str:
    return ", ".join(map(str, sorted(names)))
