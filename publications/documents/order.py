"""The order of reading, where those who read PDFs for us left letters in the order of the page."""

import re

RTL, LTR, END = "\u202b", "\u202a", "\u202c"
# Poppler puts marks around each stretch that runs the other way (its `reorderText`).
LTR_PART = re.compile(f"{LTR}([^{LTR}{RTL}{END}]*){END}")
RTL_PART = re.compile(f"{RTL}([^{LTR}{RTL}{END}]*){END}")
MARKS = re.compile(f"[{LTR}{RTL}{END}]")
LETTER = re.compile(r"[^\W\d_]")
WORD_OR_SIGN = re.compile(r"\w+(?:[.,:/٫٬-]\w+)*|.", re.S)

EASTERN_DIGITS = re.compile("[٠-٩۰-۹]+(?:[.,:/٫٬][٠-٩۰-۹]+)*")
LETTER_THEN_DIGIT = re.compile(r"(?<=[ء-ي٠-ۓ])(?<![٠-٩])(?=[٠-٩۰-۹])")
DIGIT_THEN_LETTER = re.compile(r"(?<=[٠-٩۰-۹])(?=[ء-يٱ-ۓ])")


def poppler_in_order(text: str) -> str:
    """Return the text of `pdftotext` in the order of reading, without marks of direction.

    Poppler leaves blanks and signs on the wrong side of a stretch that runs the other way, and
    numbers that follow each other there in the order they have on the page.
    """
    return "\n".join(MARKS.sub("", _line_in_order(line)) for line in text.split("\n"))


def _line_in_order(line: str) -> str:
    frame = LTR_PART.sub("", line)
    if frame.startswith(RTL) and frame.find(END) == len(frame) - 1:
        return LTR_PART.sub(_signs_last, line)
    return RTL_PART.sub(_signs_last, line)


def _signs_last(part: re.Match[str]) -> str:
    """Return a stretch with the signs before its first word behind it, in reading order."""
    inner = part[1]
    if part[0].startswith(LTR) and not LETTER.search(inner):
        return "".join(reversed(WORD_OR_SIGN.findall(inner)))
    words = re.search(r"\w", inner)
    start = words.start() if words else 0
    return inner[start:] + inner[:start][::-1]


def pypdf_in_order(text: str) -> str:
    """Return pypdf's text with Persian and Arabic numbers the right way round, and set apart."""
    text = EASTERN_DIGITS.sub(lambda found: found[0][::-1], text)
    return DIGIT_THEN_LETTER.sub(" ", LETTER_THEN_DIGIT.sub(" ", text))
