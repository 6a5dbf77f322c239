"""Which words stand in a language that the page does not say they are in."""

import gettext
import re
from functools import cache
from pathlib import Path

from nejat.editions.registry import CODES, get_edition
from tests.crawl.pages import Text

LOCALE = Path(__file__).parent.parent.parent / "locale"

ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]{2,}")
LATIN_SCRIPT = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’.-]*[A-Za-zÀ-ž]")
# Letters that only one of two languages writes, in whole words.
ONLY_PERSIAN = re.compile(r"\w*[پچژگکی]\w*")
ONLY_ARABIC = re.compile(r"\w*[يكةى]\w*")

# Addresses, and names that are written alike in every language.
SAME_EVERYWHERE = re.compile(
    r"https?://\S+|\S+@\S+|\b[\w.-]+\.(?:org|com|net|ir|al|html|pdf|epub|example)\b"
    r"|\b(?:ISBN|PDF|EPUB|RSS|Atom|MP3|MP4|HTML|IP|PGP|kB|MB|GB|YouTube|Telegram|Facebook|WhatsApp|Instagram)\b"
)
# A title cannot say that what it has in brackets is in another language.
IN_BRACKETS = re.compile(r"(?<=\w )\([^)]*\)")
STOP_WORDS = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the and of with this that from was were which are has have been not for",
        "sq": "dhe është për nga një në që të së me ka janë kishte nuk si por u",
        "fa": "است این که را از به های می شد بود برای آن با",
        "ar": "التي الذي إلى على هذه هذا كان كانت في عن أن قد",
    }.items()
}


def strange_words(text: Text) -> str | None:
    """Return the words of a text that cannot be in its language; None if all can be."""
    if text.language not in CODES:
        return None
    words = IN_BRACKETS.sub(" ", SAME_EVERYWHERE.sub(" ", text.words))
    return (
        _in_another_script(words, text.language)
        or _untranslated(words.strip(), text.language)
        or _with_other_stop_words(words, text.language)
    )


def _in_another_script(words: str, language: str) -> str | None:
    patterns = {"fa": [LATIN_SCRIPT, ONLY_ARABIC], "ar": [LATIN_SCRIPT, ONLY_PERSIAN]}
    for pattern in patterns.get(language, [ARABIC_SCRIPT]):
        if match := pattern.search(words):
            return match[0]
    return None


def _untranslated(words: str, language: str) -> str | None:
    """An English word of the interface, where the catalogue has another for it."""
    return words if _catalogue(language).get(words, words) != words else None


def _with_other_stop_words(words: str, language: str) -> str | None:
    """Two small words of another language of the same direction, and more than of its own."""
    found = set(re.findall(r"\w+", words.lower()))
    own = found & STOP_WORDS[language]
    for code, stop_words in STOP_WORDS.items():
        alike = get_edition(code).direction == get_edition(language).direction
        foreign = (found & stop_words) - STOP_WORDS[language]
        if code != language and alike and len(foreign) > max(1, len(own)):
            return " ".join(sorted(foreign))
    return None


@cache
def _catalogue(language: str) -> dict[str, str]:
    """The interface's words, English to this language; empty for English."""
    if language == "en":
        return {}
    translations = gettext.translation("django", LOCALE, [language])
    plain = {k: v for k, v in translations._catalog.items() if isinstance(k, str) and k}
    return {key: word for key, word in plain.items() if len(key) > 2}
