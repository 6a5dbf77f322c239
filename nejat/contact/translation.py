"""Which fields of contact details have a column an edition."""

from modeltranslation.translator import TranslationOptions, register

from nejat.contact.details import OFFICE, SAFETY
from nejat.contact.models import ContactDetails


@register(ContactDetails)
class ContactDetailsTranslation(TranslationOptions):
    fields = (*OFFICE, *SAFETY, "recipients")
