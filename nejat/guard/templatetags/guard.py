"""What a guarded form holds besides its fields."""

from django import template

from nejat.guard.stamps import new_stamp

register = template.Library()


@register.simple_tag
def form_stamp() -> str:
    """Return the signed moment at which the form is shown."""
    return new_stamp()
