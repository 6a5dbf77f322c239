"""What the contact page shows of this room: the details of the office, and the form."""

from django import template
from django.utils.translation import get_language

from nejat.contact.details import OFFICE, SAFETY
from nejat.contact.forms import ContactForm
from nejat.contact.models import ContactDetails
from nejat.editorial.previews.shown import previewed

register = template.Library()


@register.simple_tag(takes_context=True)
def contact_details(context: template.Context) -> ContactDetails | None:
    """Return the details of the active edition's office, if staff gave any."""
    if details := previewed(context.get("request"), ContactDetails):
        return details
    return ContactDetails.objects.only_in(get_language(), *OFFICE, *SAFETY).first()


@register.simple_tag
def contact_form() -> ContactForm:
    """Return the form, empty."""
    return ContactForm()
