"""The short texts beside a body: excerpts, and titles of the Yoast plugin."""

from __future__ import annotations

import re

from nejat.text import plain_text

from .body import clean_body
from .model import Image, Picture

_VARIABLE = re.compile(r"%%([a-z_]+)%%")
_SEPARATOR = "–"
_LOOSE_ENDS = re.compile(rf"^(?:\s*[{_SEPARATOR}|·-])+\s*|(?:\s*[{_SEPARATOR}|·-])+\s*$")
_DOUBLED = re.compile(rf"(?:\s*{_SEPARATOR}){{2,}}")


class _Nothing:
    """An export in which nothing is found: an excerpt shows only words."""

    def attachment(self, _: int) -> Picture | None:
        return None

    def attached(self, _: int) -> tuple[Picture, ...]:
        return ()

    def image(self, _: str) -> Image | None:
        return None

    def local_url(self, _: str) -> str | None:
        return None

    def block(self, _: int) -> str | None:
        return None


def plain_excerpt(excerpt: str) -> str:
    """The words of an excerpt, without tags and shortcodes, on one line."""
    return plain_text(clean_body(excerpt, _Nothing()).html)


def seo_title(template: str, title: str, sitename: str) -> str:
    """A Yoast title with its variables filled in; those of a page's place in a list are dropped.

    The variables: https://yoast.com/help/list-available-snippet-variables-yoast-seo/
    """
    known = {"title": title, "sitename": sitename, "sep": _SEPARATOR}
    filled = _VARIABLE.sub(lambda match: known.get(match[1], ""), template)
    filled = _DOUBLED.sub(f" {_SEPARATOR}", " ".join(filled.split()))
    return _LOOSE_ENDS.sub("", filled).strip()
