"""Letters as a reader means them: one folded form for search, one for addresses."""

import re
import unicodedata
from string import digits

ZWNJ = "\u200c"
SLUG_LENGTH = 80

# Nonspacing marks (harakat, the diaeresis of ë once taken apart), directional marks and the
# other invisible format characters, and tatweel. ZWNJ divides, so it is dealt with by name.
UNWRITTEN = dict.fromkeys(
    (n for n in range(0x10000) if unicodedata.category(chr(n)) in {"Mn", "Cf"} and chr(n) != ZWNJ),
    None,
) | str.maketrans("", "", "ـ")
# Left after decomposition: letters that Arabic and Persian keyboards write differently.
SAME_LETTER = str.maketrans("يىكڪةھہەٱ’‘ʼ", "ییککهههها'''", "ء")
SAME_DIGIT = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", digits * 2)
FOLDED = UNWRITTEN | SAME_LETTER | SAME_DIGIT | {ord(ZWNJ): " "}

# The linking ی of «خانه‌ی ما», which is also written «خانهٔ ما», «خانۀ ما» and «خانه ی ما».
PERSIAN_EZAFE = re.compile(r"(?<=ه)\s+ی(?!\w)")


def fold(text: str, edition: str) -> str:
    """Return `text` in the form in which search and slugs compare it; never stored for reading.

    Two spellings of one word fold to the same string: case, compatibility forms, Latin and Arabic
    marks, tatweel, yeh, kaf, heh, teh marbuta, alef and hamza forms, both Arabic digit sets and
    invisible marks make no difference. Words are divided by single spaces, and a ZWNJ divides
    too: «کتاب‌ها» folds to «کتاب ها». `fold_joined` gives the other spelling.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    folded = " ".join(decomposed.translate(FOLDED).split())
    return PERSIAN_EZAFE.sub("", folded) if edition == "fa" else folded


def fold_joined(text: str, edition: str) -> str:
    """Return, folded, only the words of `text` that hold a ZWNJ, each written as one.

    «کتاب‌ها» gives «کتابها», a text without ZWNJ the empty string. An index that holds `fold` and
    `fold_joined` of a text, asked for either of a word, finds a compound written in another way.
    """
    compounds = (word for word in text.split() if ZWNJ in word)
    return fold(" ".join(compounds).replace(ZWNJ, ""), edition)


def slugify(text: str) -> str:
    """Return `text` as a part of an address: at most 80 lower-case characters, words by hyphens.

    Letters stay as typed, harakat, tatweel and invisible marks do not. Empty when nothing is left.
    """
    letters = unicodedata.normalize("NFKC", text).lower()
    slug = re.sub(r"[\W_]+", "-", letters.translate(UNWRITTEN)).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    whole_words, _, _ = slug[: SLUG_LENGTH + 1].rpartition("-")
    return whole_words or slug[:SLUG_LENGTH]
