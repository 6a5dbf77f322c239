"""Word lists: what sends a comment to spam or to a moderator, however it is spelled."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nejat.editions.registry import EDITION_CHOICES
from nejat.text import fold
from nejat.text.folding import ZWNJ

SIGNS = re.compile(r"[\W_]+")
SINGLE_LETTERS = re.compile(r"\b\w(?: \w\b){2,}")
DRAWN_OUT = re.compile(r"(\w)\1{2,}")
ANY_LETTERS = r"\w{0,30}"
MOST_STARS = 2
"""With more, and without an end to each, a text made for it would take hours to search."""


class WordList(models.Model):
    """Words of one edition, or of all: those of a script that all of them share."""

    class Effect(models.TextChoices):
        HOLD = "hold", _("A moderator looks first")
        SPAM = "spam", _("It is spam")

    name = models.CharField(_("name"), max_length=100)
    edition = models.CharField(
        _("edition"),
        max_length=2,
        choices=EDITION_CHOICES,
        blank=True,
        help_text=_("None: all editions."),
    )
    effect = models.CharField(
        _("effect"), max_length=4, choices=Effect.choices, default=Effect.HOLD
    )
    words = models.TextField(
        pgettext_lazy("of a word list", "words"),
        help_text=_(
            "One word or phrase a line; * stands for any letters: “casino*”. Case, accents,"
            " vowel marks, signs between letters and the like make no difference."
        ),
    )

    class Meta:
        verbose_name = _("word list")
        verbose_name_plural = _("word lists")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        for line in self.lines:
            if len(SIGNS.sub("", fold(line, self.edition))) < 2:
                self._refuse(_("A line needs two letters at least: %(line)s"), line)
            if line.count("*") > MOST_STARS:
                self._refuse(_("A line has two stars at most: %(line)s"), line)

    def _refuse(self, words: str, line: str) -> None:
        raise ValidationError({"words": words % {"line": f"\u2068{line}\u2069"}})

    @property
    def lines(self) -> list[str]:
        """Its words and phrases, as they were typed."""
        return _lines(self.words)


def _lines(words: str) -> list[str]:
    return [line for line in map(str.strip, words.splitlines()) if line]


def listed_words(text: str, code: str) -> dict[str, list[str]]:
    """Return the lines of the edition's lists that occur in a text, by the effect of their list."""
    readings = "\n".join(dict.fromkeys(_readings(text, code)))
    found: dict[str, list[str]] = {}
    for words in WordList.objects.filter(Q(edition=code) | Q(edition="")).order_by("pk"):
        if _any_of(words.words, code).search(readings):
            hits = [line for line in words.lines if _pattern_of([line], code).search(readings)]
            found.setdefault(words.effect, []).extend(hits)
    return found


@lru_cache(maxsize=32)
def _any_of(words: str, code: str) -> re.Pattern[str]:
    """What finds any line of a list; kept, for to compile 2,000 lines takes a second."""
    return _pattern_of(_lines(words), code)


def _readings(text: str, code: str) -> Iterator[str]:
    """The ways to read a text: signs between words or inside them, s p a c e d, drawn ouuut."""
    divided = _words(text, code)
    undivided = " ".join(_joined(word, code) for word in text.split())
    spaced = SINGLE_LETTERS.sub(lambda letters: letters[0].replace(" ", ""), divided)
    for reading in (divided, undivided, spaced):
        yield reading
        yield DRAWN_OUT.sub(r"\1", reading)
        yield DRAWN_OUT.sub(r"\1\1", reading)


def _pattern_of(lines: list[str], code: str) -> re.Pattern[str]:
    spellings = (spelling for line in lines for spelling in {line, line.replace(ZWNJ, "")})
    patterns = "|".join(_pattern(spelling, code) for spelling in spellings)
    return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)")


def _pattern(line: str, code: str) -> str:
    parts = line.split("*", MOST_STARS)
    return ANY_LETTERS.join(re.escape(_words(part, code)) for part in parts)


def _words(text: str, code: str) -> str:
    """A text in small letters without marks, its words divided by single spaces."""
    return SIGNS.sub(" ", fold(text, code)).strip()


def _joined(word: str, code: str) -> str:
    """A word in small letters without marks, and without the signs between its letters."""
    return SIGNS.sub("", fold(word.replace(ZWNJ, ""), code))
