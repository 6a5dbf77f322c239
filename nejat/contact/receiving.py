"""Taking in what a reader wrote: stored in any case, and mailed unless it looks like spam."""

import re
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from nejat.contact.details import ContactDetails
from nejat.contact.letters import mail_to_office
from nejat.contact.messages import Message
from nejat.text import fold, lines_of

LINKS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
MARKUP = re.compile(r"<a\s|\[(?:url|link)\b", re.IGNORECASE)
LINKS_ALLOWED = 3
TWICE = timedelta(minutes=10)
"""Within this the same words from the same address are one message."""

OF_SPAMMER = gettext_noop("Its sender was called a spammer.")
MARKED_UP = gettext_noop("It holds links in markup.")
FULL_OF_LINKS = gettext_noop("It holds many links.")
LISTED = gettext_noop("It holds a word of the list.")
TRAPPED = gettext_noop("The hidden field was filled in.")


def receive(message: Message) -> None:
    """Store a message, and mail it to the office of its edition once that is committed.

    One that came a moment ago is not stored again. One that looks like spam, or comes with a
    suspicion, says why, and is not mailed.
    """
    details = ContactDetails.objects.for_mail(message.edition).first()
    message.suspicion = message.suspicion or suspicion_of(
        message, lines_of(details and details.spam_words)
    )
    if message.is_suspicious:
        message.state = Message.State.SPAM
    with transaction.atomic():
        _wait_for_others()
        if Message.objects.repeated_by(message, timezone.now() - TWICE).exists():
            return
        message.save()
        if details and not message.is_suspicious:
            mail_to_office(message, details.recipients_in(message.edition))


def release(message: Message) -> None:
    """Call a message that only looked like spam new, and mail it as any other; it is done once."""
    with transaction.atomic():
        held = Message.objects.filter(pk=message.pk).exclude(suspicion="")
        details = ContactDetails.objects.for_mail(message.edition).first()
        if held.update(state=Message.State.NEW, suspicion="") and details:
            mail_to_office(message, details.recipients_in(message.edition))


def _wait_for_others() -> None:
    """Let messages in one by one: of a button pressed twice the second finds the first's."""
    kind = ContentType.objects.filter(app_label="contact", model="message")
    list(kind.select_for_update(no_key=True).values_list("pk"))


def suspicion_of(message: Message, spam_words: list[str]) -> str:
    """Return why a message looks like spam, in words of the catalogue; nothing if it does not."""
    words = "\n".join((message.name, message.subject, message.text))
    if message.sender and Message.objects.spam_of(message.sender).exists():
        return OF_SPAMMER
    if MARKUP.search(words):
        return MARKED_UP
    if LINKS.search(message.name + message.subject) or len(LINKS.findall(words)) > LINKS_ALLOWED:
        return FULL_OF_LINKS
    return LISTED if _holds_one(words, spam_words, message.edition) else ""


def _holds_one(text: str, listed: list[str], code: str) -> bool:
    """Say whether whole words of a text are on a list, however they are spelled."""
    folded = filter(None, (fold(line, code) for line in listed))
    words = "|".join(map(re.escape, folded))
    return bool(words and re.search(rf"(?<!\w)(?:{words})(?!\w)", fold(text, code)))
