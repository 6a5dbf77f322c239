"""Data for machines, and the way to a page, which both readers and machines are shown."""

import json
from html import unescape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from nejat.editorial.linked_data import Data, breadcrumbs_data
from nejat.editorial.models import Label
from nejat.hosts import site_of

register = template.Library()

# Inside an element that is never parsed as HTML these could still end it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def linked_data(data: Data) -> SafeString:
    """Return data as JSON-LD for search engines; browsers do not run it."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def breadcrumbs(middle: str, middle_url: str, above: Label | None) -> list[tuple[str, str]]:
    """Return name and address of each step from the home page down to above the one shown."""
    steps = [(_("Home"), reverse("pages:home"))]
    if middle:
        steps.append((middle, middle_url))
    if above and above.slug:
        steps.append((above.name, above.get_absolute_url()))
    return steps


@register.simple_tag(takes_context=True)
def breadcrumbs_data_of(context: template.Context, steps: list[tuple[str, str]]) -> Any:
    """Return the steps as JSON-LD, with the page shown at their end."""
    shown = (unescape(context["page_title"]), "")
    return linked_data(breadcrumbs_data([*steps, shown], site_of(context["request"])))
