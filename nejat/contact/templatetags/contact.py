"""What the contact page shows of this room: the details of the office, and the form."""

from django import template
from django.utils.translation import get_language

from nejat.contact.details import OFFICE, SAFETY
from nejat.contact.forms import ContactForm
from nejat.contact.models import ContactDetails

register = template.Library()


@register.simple_tag
def contact_details() -> ContactDetails | None:
    """Return the details of the active edition's office, if staff gave any."""
    return ContactDetails.objects.only_in(get_language(), *OFFICE, *SAFETY).first()


@register.simple_tag
def contact_form() -> ContactForm:
    """Return the form, empty."""
    return ContactForm()
