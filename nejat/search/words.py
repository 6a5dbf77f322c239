"""The words of a text as the index holds them, and where in the text each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nejat.text import fold, fold_joined
from nejat.text.folding import ZWNJ

WORD = re.compile(r"[^\W_]+")
SIGNS = re.compile(r"[\W_]+")
ASCII_SIGNS = {number: " " for number in range(128) if not chr(number).isalnum()}
# The article of Arabic and what is written together with it: «والكتاب», «بالكتاب», «للكتاب».
# Letters stand here as they are folded. Two are too few for the rest of a word: «الله», «الان».
ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:[وف]?[بک]?ال|[وف]?لل)(?=\w{3})")

# «وإبراهيم»: and. Whether the letter is the word's own («وزارة») cannot be told: both are held.
ARABIC_AND = re.compile(r"(?<!\w)و(\w{4,})")


@dataclass(frozen=True)
class Token:
    """A word as the index holds it, and the place of its letters in the text."""

    word: str
    start: int
    end: int
    is_glued: bool = False
    """Whether only a ZWNJ divides it from the word before."""
    is_apart: bool = True
    """Whether a space divides it from the word before."""


def index_words(text: str, code: str) -> str:
    """Return the words of a text as the index holds them, a space apart.

    Compounds that are written with ZWNJ stand in it as several words, and joined behind all others;
    so do Arabic words without the «و» that they begin with.
    """
    words = [_plain(fold(text, code), code)]
    if code == "ar":
        words += ARABIC_AND.findall(words[0])
    if ZWNJ in text:
        words.append(_plain(fold_joined(text, code), code))
    return " ".join(words).strip()


def tokens(text: str, code: str) -> list[Token]:
    """Return the words of a text in their order, as `index_words` does, each with its place."""
    folded, places = _fold_with_places(text)
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(folded):
        first, last = places[match.start()], places[match.end() - 1] + 1
        while last < len(text) and not _folded_sign(text[last]):
            last += 1  # marks over the last letter
        gap = text[end:first]
        if not (code == "fa" and _is_linking(match[0], found, gap)):
            word = _without_article(match[0]) if code == "ar" else match[0]
            is_apart = not found or any(map(str.isspace, gap))
            found.append(Token(word, first, last, gap == ZWNJ and bool(found), is_apart))
        end = last
    return found


def other_forms(found: list[Token], code: str) -> Iterator[Token]:
    """Yield what `index_words` holds behind all: compounds as one word, words without «و»."""
    if code == "ar":
        for token in found:
            if match := ARABIC_AND.fullmatch(token.word):
                yield Token(match[1], token.start, token.end)
    compound: list[Token] = []
    for token in (*found, None):
        if token and token.is_glued:
            compound.append(token)
            continue
        if len(compound) > 1:
            word = "".join(part.word for part in compound)
            yield Token(word, compound[0].start, compound[-1].end)
        compound = [token] if token else []


def _plain(folded: str, code: str) -> str:
    if folded.isascii():  # four times as fast, and half of an archive
        return " ".join(folded.translate(ASCII_SIGNS).split())
    words = SIGNS.sub(" ", folded).strip()
    return _without_article(words) if code == "ar" else words


def _without_article(words: str) -> str:
    return ARABIC_ARTICLE.sub("", words)


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return the text sign by sign in folded form, and of each letter the place in the text."""
    folded = [_folded_sign(sign) for sign in text]
    places = [place for place, letters in enumerate(folded) for _ in letters]
    return "".join(folded), places


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    """Return what one sign folds to; folded between two letters, so that a space stays one."""
    return fold(f"x{sign}x", "en")[1:-1]


def _is_linking(word: str, before: list[Token], gap: str) -> bool:
    """Whether a word is the linking ی of «خانه ی ما», which `fold` leaves out in Persian."""
    is_near = bool(gap) and not gap.strip(f" \t\n{ZWNJ}")
    return word == "ی" and bool(before) and before[-1].word.endswith("ه") and is_near
