"""The mail in which the office of an edition gets a message."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from nejat.contact.messages import Message
from nejat.editions.registry import get_edition
from nejat.outbox.posting import post
from nejat.text import directed


def mail_to_office(message: Message, recipients: Sequence[str]) -> None:
    """Post a message to the office, in the language of the edition; answers go to the reader.

    Our lines run as the edition does; those of the reader as their own letters do.
    """
    with translation.override(message.edition):
        head = render_to_string("contact/mail/message.txt", {"message": message})
        head = directed(head.strip(), get_edition(message.edition).direction)
        subject = _("Message of a reader: %(subject)s") % {"subject": message.subject}
        post(recipients, subject, f"{head}\n\n{message.text}\n", reply_to=message.email)
