"""Rows of the admin's lists that are cards where there is little room."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

register = template.Library()
DATA = re.compile(r'<td class="field-[^>]*>(?!(-|&nbsp;)?</td>)')
"""The beginning of a cell that holds something."""


@register.filter
def labelled(
    cells: Iterable[SafeString], heads: Iterable[Mapping[str, Any]]
) -> Iterator[SafeString]:
    """Yield the cells of a row; those that hold something with the head of their column.

    A card shows it beside them, and leaves out the others.
    """
    for cell, head in zip(cells, heads, strict=True):
        if DATA.match(cell):
            label = escape(capfirst(head["text"]))
            yield mark_safe(cell.replace("<td", f'<td data-label="{label}"', 1))
        else:
            yield cell
