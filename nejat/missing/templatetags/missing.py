"""What the page for a missing address offers."""

from django import template

from nejat.missing.addresses import path_asked
from nejat.missing.probes import is_probe
from nejat.missing.suggestions import Suggester, Suggestion

register = template.Library()


@register.simple_tag(takes_context=True)
def suggestions(context: template.Context) -> list[Suggestion]:
    """Return at most five pages of the edition that the reader may have meant."""
    path = path_asked(context["request"])
    return Suggester().suggest(path) if path and not is_probe(path) else []
