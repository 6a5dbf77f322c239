"""What the editor of bodies is told by its template."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def most_pasted() -> int:
    """Return how many bytes may be pasted at once: as many as a form may send."""
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE
