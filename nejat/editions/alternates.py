"""The same page in the other editions, as search engines want it named (hreflang)."""

from collections.abc import Mapping

from nejat.editions.registry import CODES

ANY_LANGUAGE = "x-default"
"""For readers whose language has no edition here."""


def alternates(addresses: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return a language and an address for each edition that has the page, this one included.

    `addresses` maps edition codes to addresses. The last line is for any other language: the page
    in English, else in the first edition that has it. The head of a page and the sitemaps say the
    same, as search engines ask.
    """
    held = [(code, addresses[code]) for code in CODES if code in addresses]
    return [*held, (ANY_LANGUAGE, held[0][1])] if held else []
