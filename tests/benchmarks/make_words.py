"""Made-up languages for the benchmark of the search: the same texts at every run.

Of 30,000 words each, some are in nearly every text and most in a few, as in every language (Zipf's
law). English and Albanian share letters, and so do Arabic and Persian.
"""

from itertools import accumulate
from random import Random

from nejat.editions.registry import CODES

LATIN = ("bcdfghjklmnprstvz", "aeiou")
ARABIC = ("بتجحخدرزسشصطعغفقکلمنه", "ایو")
LETTERS = {"en": LATIN, "sq": LATIN, "ar": ARABIC, "fa": ARABIC}
VOCABULARY = 30_000
TITLE, STANDFIRST, BODY = 8, 20, 300
"""Words of a text."""


class Language:
    """The words of an edition, the most frequent first."""

    def __init__(self, code: str) -> None:
        self._random = Random(code)
        self.words = self._invent(*LETTERS[code])
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def text(self) -> tuple[str, str, str]:
        """Return a title, a standfirst and a body."""
        words = self._random.choices(
            self.words, cum_weights=self._weights, k=TITLE + STANDFIRST + BODY
        )
        lengths = (TITLE, TITLE + STANDFIRST)
        return (
            " ".join(words[: lengths[0]]),
            " ".join(words[lengths[0] : lengths[1]]),
            f"<p>{' '.join(words[lengths[1] :])}</p>",
        )

    def _invent(self, consonants: str, vowels: str) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            syllables = self._random.choice((2, 2, 3, 3, 4))
            signs = (
                self._random.choice(consonants) + self._random.choice(vowels)
                for _ in range(syllables)
            )
            words["".join(signs) + self._random.choice(consonants)] = None
        return list(words)


def languages() -> dict[str, Language]:
    """Return the language of each edition."""
    return {code: Language(code) for code in CODES}
