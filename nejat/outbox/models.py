"""The outbox: mails that are stored before they are sent."""

from datetime import timedelta
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.outbox.addresses import LONGEST
from nejat.outbox.querysets import OutgoingMailQuerySet
from nejat.outbox.tracking import TrackedMail

LONGEST_SUBJECT = 250


class OutgoingMail(TrackedMail):
    """A plain mail of the site to one address. `nejat.outbox.posting.post` makes them."""

    # Three days in all, the time that mail servers themselves go on trying.
    WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440, 1440))

    recipient = models.EmailField(_("recipient"), max_length=LONGEST)
    reply_to = models.EmailField(_("answers go to"), max_length=LONGEST, blank=True, default="")
    subject = models.CharField(_("subject"), max_length=LONGEST_SUBJECT)
    text = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=10, blank=True, default="")
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        indexes = [models.Index(fields=["state", "id"], name="outgoing_due")]

    def __str__(self) -> str:
        """A name without a person in it: the history of the admin keeps it for good."""
        return f"{self._meta.verbose_name} {self.pk}"

    def letter(self) -> EmailMessage:
        """Return it as the mail server gets it.

        It has the same Message-ID whenever it is written, so that a second copy can be told.
        """
        host = settings.MAIL_FROM.rpartition("@")[2]
        with translation.override(self.language or None):
            sender = formataddr((gettext("Nejat Society"), settings.MAIL_FROM))
        headers = {
            "Message-ID": f"<outgoing-{self.pk}@{host}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834, section 5
        }
        if self.language:
            headers["Content-Language"] = self.language
        return EmailMessage(
            self.subject,
            self.text,
            from_email=sender,
            to=[self.recipient],
            reply_to=[self.reply_to] if self.reply_to else None,
            headers=headers,
        )
