"""What somebody may have meant whose words find nothing.

The index of words is the dictionary: a word one letter away that stands in public texts.
"""

from collections.abc import Iterator
from string import ascii_lowercase

from django.db.models.functions import Left

from nejat.search.backends import backend
from nejat.search.finding import candidates
from nejat.search.models import IndexedWork
from nejat.search.query import parse
from nejat.search.querysets import Scope
from nejat.search.words import Token, tokens

ALPHABETS = (ascii_lowercase, "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
"""In the form in which the index holds letters."""
SHORTEST, LONGEST = 3, 20
MOST_WORDS = 4
"""So many words of a query are looked at; each costs a query or a few."""
MOST_GUESSES = 5
MOST_COUNTED = 20
MOST_READ, MOST_SIGNS = 3, 5000
"""A word is shown as one of so many texts has it, near its beginning."""


def did_you_mean(text: str, code: str) -> str:
    """Return what was typed with words put right that find nothing, or ""; it finds something."""
    found = tokens(text, code)[:MOST_WORDS]
    better = text
    for token in reversed(found):
        if not _found(token.word, code) and (guess := _guess(token, code)):
            better = better[: token.start] + guess + better[token.end :]
    return better if better != text and _found(better, code) else ""


def words_found(text: str, code: str) -> list[str]:
    """Return those of the words typed that find something when each is alone, as typed."""
    found = tokens(text, code)[:MOST_WORDS]
    if len(found) < 2:
        return []
    return [text[t.start : t.end] for t in found if _found(text[t.start : t.end], code)]


def _guess(token: Token, code: str) -> str:
    """The word one letter away that is in most public texts of the edition, or ""."""
    if not SHORTEST <= len(token.word) <= LONGEST:
        return ""
    known = sorted(backend().known_words(set(_one_letter_away(token.word))))[:MOST_GUESSES]
    found = {word: _found(word, code, MOST_COUNTED) for word in known}
    best = max(found, key=lambda word: len(found[word]), default="")
    return _as_written(best, found[best]) if best and found[best] else ""


def _as_written(word: str, rows: list[IndexedWork]) -> str:
    """A word of the index as a text of the best rows has it, with all its marks and letters."""
    texts = IndexedWork.objects.filter(pk__in=[row.pk for row in rows[:MOST_READ]])
    for code, text in texts.values_list("edition", Left("text", MOST_SIGNS)):
        for token in tokens(text, code):
            if token.word == word:
                return text[token.start : token.end]
    return word


def _found(text: str, code: str, most: int = 1) -> list[IndexedWork]:
    return candidates(Scope(code), parse(text, code), most)


def _one_letter_away(word: str) -> Iterator[str]:
    """Yield the words that come of leaving out, swapping, replacing or adding one letter."""
    alphabet = next((letters for letters in ALPHABETS if word[0] in letters), "")
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (left + right[1:] for left, right in splits if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in splits if right[1:])
    for letter in alphabet:
        yield from (left + letter + right[1:] for left, right in splits if right)
        yield from (left + letter + right for left, right in splits)
