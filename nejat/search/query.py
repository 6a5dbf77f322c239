"""What somebody typed, as the index can be asked for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nejat.search.words import Token, tokens

LONGEST_QUERY = 200
MOST_TERMS = 12
QUOTED = re.compile(r'["“”„«]([^"“”„«»]+)["“”„»]')
SHORTEST_BEGINNING = 4
SHORTEST_LAST_BEGINNING = 3
"""From so many letters on, a word is also found as the beginning of another; the last one, which
may still be growing under somebody's hands, one letter earlier."""
# Persian writes these apart, with ZWNJ or joined: «کتاب ها», «کتاب‌ها», «کتابها».
PERSIAN_PREFIXES = {"می", "نمی", "بی"}
PERSIAN_SUFFIXES = {
    *("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان"),
    *("تر", "ترین", "ام", "ات", "اش", "ای", "اند", "گر", "گی"),
}


@dataclass(frozen=True)
class Form:
    """One way to write what is asked for: words that follow one another."""

    words: tuple[str, ...]
    is_beginning: bool = False
    """Whether the last of them may go on."""


@dataclass(frozen=True)
class Term:
    """What must be in a text, in any of its forms."""

    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Query:
    """Terms, all of which must be in a text; a query without any finds nothing."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse(text: str, code: str) -> Query:
    """Read what was typed, folded as the texts of the edition are. Any text is harmless.

    All words must be there; words in quotes follow one another. What is beyond the longest query
    and the most terms is left out.
    """
    terms: list[Term] = []
    rest = 0
    text = text[:LONGEST_QUERY]
    for quoted in QUOTED.finditer(text):
        terms += _terms(text[rest : quoted.start()], code)
        terms += _phrase(quoted[1], code)
        rest = quoted.end()
    last = _terms(text[rest:], code, is_last=True)
    return Query(tuple([*terms, *last][:MOST_TERMS]))


def _phrase(text: str, code: str) -> list[Term]:
    words = tuple(token.word for token in tokens(text, code))
    return [Term((Form(words),))] if words else []


def _terms(text: str, code: str, *, is_last: bool = False) -> list[Term]:
    groups = list(_groups(tokens(text, code), code))
    return [
        _term(group, code, is_last=is_last and place == len(groups))
        for place, group in enumerate(groups, start=1)
    ]


def _groups(found: list[Token], code: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that stand together: in one typed word, or as a Persian stem and affix."""
    group: list[str] = []
    for token in found:
        is_affix = code == "fa" and group and _is_affix(group, token.word)
        if group and token.is_apart and not is_affix:
            yield tuple(group)
            group = []
        group.append(token.word)
    if group:
        yield tuple(group)


def _is_affix(group: list[str], word: str) -> bool:
    return word in PERSIAN_SUFFIXES or (len(group) == 1 and group[0] in PERSIAN_PREFIXES)


def _term(group: tuple[str, ...], code: str, *, is_last: bool) -> Term:
    shortest = SHORTEST_LAST_BEGINNING if is_last else SHORTEST_BEGINNING
    forms = [group] if len(group) == 1 else [group, ("".join(group),)]
    return Term(tuple(_form(words, code, shortest) for words in forms))


def _form(words: tuple[str, ...], code: str, shortest: int) -> Form:
    last = words[-1]
    if code == "en" and len(last) > SHORTEST_BEGINNING and last.endswith("s") and last[-2] != "s":
        words = (*words[:-1], last[:-1])  # "letters" finds "letter" too
    return Form(words, len(words[-1]) >= shortest)
