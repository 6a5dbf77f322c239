"""Text of documents as letters and single blanks, whatever stood between them."""

import re
import unicodedata

MOST_TEXT = 2_000_000
"""Letters kept of a text."""
MOST_TITLE = 200

ZWNJ = "\u200c"
BLANK_RUN = re.compile(r"[^\S\n]+")
LINE_ENDS = re.compile(r" ?\n ?")
EMPTY_LINES = re.compile(r"\n{3,}")
ZWNJ_RUN = re.compile(f"{ZWNJ}+")
LONE_ZWNJ = re.compile(rf"(?<![^\W\d_]){ZWNJ}|{ZWNJ}(?![^\W\d_])")
HYPHENATED = re.compile("\u00ad\\s*")
BREAKS = {ord(sign): "\n" for sign in "\r\x0b\x0c\x85\u2028\u2029"}
# Controls, format characters such as marks of direction, halves of pairs, private characters.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
KEPT = {"\n", ZWNJ}

# "12", "- 12 -", "12 / 40", "12 of 40". A year alone on its line, a date, or the groups of a
# telephone number are no number of a page.
PAGE_NUMBER = re.compile(r"\W*(?:\d{1,3}(?: (?:[/–]|of|از|من|nga) \d{1,3})?\W*)?")

PROGRAM = re.compile(r"^(?:Microsoft (?:Word|PowerPoint)|Print) - ", re.I)
FILE_NAME = re.compile(
    r".*\.(?:docx?|indd|pdf|rtf|odt|pptx?|p65|qxd|pub|html?|tex|dvi)|untitled(?:[ -]?\d+)?|title",
    re.I,
)


def clean(text: str) -> str:
    """Return text in letters (NFKC), without marks that nobody sees, at most MOST_TEXT long.

    Lines and one empty line between paragraphs are kept; ZWNJ stays between letters.
    """
    text = HYPHENATED.sub("", text[: 2 * MOST_TEXT].replace("\t", " ").translate(BREAKS))
    text = unicodedata.normalize("NFKC", text)
    unseen = {sign for sign in set(text) - KEPT if unicodedata.category(sign) in UNSEEN}
    text = text.translate({ord(sign): None for sign in unseen})
    text = LONE_ZWNJ.sub("", ZWNJ_RUN.sub(ZWNJ, text))
    text = LINE_ENDS.sub("\n", BLANK_RUN.sub(" ", text))
    return EMPTY_LINES.sub("\n\n", text)[:MOST_TEXT].strip()


def without_page_numbers(text: str) -> str:
    """Return clean text without the lines that say nothing but the number of a page."""
    return "\n".join(line for line in text.split("\n") if not PAGE_NUMBER.fullmatch(line))


def clean_title(text: str) -> str:
    """Return the title on one line; "" where a program wrote the name of a file there."""
    title = PROGRAM.sub("", " ".join(clean(text[: 4 * MOST_TITLE]).split()))
    return "" if FILE_NAME.fullmatch(title) else title[:MOST_TITLE].strip()
