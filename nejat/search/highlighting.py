"""Showing readers where in a text their words were found, in the letters of the text itself."""

from collections.abc import Iterable, Iterator

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from nejat.search.query import Form, Query
from nejat.search.words import Token, index_words, other_forms, tokens

BEFORE, LENGTH = 80, 240
"""How many signs of a text are shown before the first word found, and in all."""
PIECE = 250
MOST_SIGNS = 30_000
"""So much of a text is looked through; what is found later in it shows its beginning."""

Span = tuple[int, int]


def marked(text: str, query: Query, code: str) -> SafeString:
    """Return plain text as HTML with `<mark>` around the words that the query finds in it."""
    parts = []
    end = 0
    for start, stop in _spans(text, query, code):
        parts += [escape(text[end:start]), format_html("<mark>{}</mark>", text[start:stop])]
        end = stop
    return mark_safe("".join([*parts, escape(text[end:])]))


def snippet(text: str, query: Query, code: str) -> SafeString:
    """Return the words around the first that the query finds in a text, marked; else its beginning.

    The text is one that the index keeps. Costs the same however long it is.
    """
    text = text.rpartition("\n")[2]  # without the line of words that only find
    place = _first_match(text[:MOST_SIGNS], query, code)
    start = max(place - BEFORE, 0)
    if start:
        start = text.find(" ", start, place) + 1 or place
    end = start + LENGTH
    if end < len(text):
        space = text.rfind(" ", place, end)
        end = space if space > place else end
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return format_html("{}{}{}", before, marked(text[start:end].strip(), query, code), after)


def _first_match(text: str, query: Query, code: str) -> int:
    """The place of the first word found; 0 when none is."""
    starts = {f" {form.words[0]}" for term in query.terms for form in term.forms}
    for place, piece in _pieces(text):
        words = f" {index_words(piece, code)}"
        if any(start in words for start in starts) and (spans := _spans(piece, query, code)):
            return place + spans[0][0]
    return 0


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield parts of a text and where each begins; none ends within a word."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + PIECE)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        start = end + 1


def _spans(text: str, query: Query, code: str) -> list[Span]:
    """Where in the text the words of the query stand, in their order, none within another."""
    found = tokens(text, code)
    others = [[token] for token in other_forms(found, code)]
    words: set[Span] = set()
    compounds: set[Span] = set()
    for form in (form for term in query.terms for form in term.forms):
        words |= set(_spans_of(form, _runs(found, len(form.words))))
        compounds |= set(_spans_of(form, others))
    # Of «نامه‌ای» the word found is marked; the whole only where it is found in it joined.
    whole = {
        (start, end) for start, end in compounds if not any(start <= w < end for w, _ in words)
    }
    return list(_merged(sorted(words | whole)))


def _runs(found: list[Token], length: int) -> Iterator[list[Token]]:
    return (found[place : place + length] for place in range(len(found) - length + 1))


def _spans_of(form: Form, runs: Iterable[list[Token]]) -> Iterator[Span]:
    *first, last = form.words
    for run in runs:
        end = run[-1].word
        is_last = end.startswith(last) if form.is_beginning else end == last
        if is_last and [token.word for token in run[:-1]] == first:
            yield run[0].start, run[-1].end


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for start, end in spans:
        if current and start <= current[1]:
            current = current[0], max(current[1], end)
            continue
        if current:
            yield current
        current = start, end
    if current:
        yield current
