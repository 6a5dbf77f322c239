"""The direction in which the lines of plain text run."""

import unicodedata

MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def directed(text: str, direction: str) -> str:
    """Return plain text whose lines run in that direction, whatever letter they begin with.

    A line takes its direction from its first letter (Unicode's bidirectional algorithm, rule P2),
    so a mark without width goes before one that begins with a letter of the other direction.
    Lines that are nothing but an address stay bare, for programs turn them into links.
    """
    return "\n".join(_directed_line(line, direction) for line in text.split("\n"))


def _directed_line(line: str, direction: str) -> str:
    letters = (STRONG.get(unicodedata.bidirectional(sign)) for sign in line)
    first = next(filter(None, letters), direction)
    is_address = line.startswith(("http://", "https://")) and " " not in line
    return line if first == direction or is_address else MARKS[direction] + line
