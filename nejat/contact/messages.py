"""What readers wrote to us."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.contact.querysets import MessageQuerySet
from nejat.contact.states import MessageState
from nejat.editions.registry import EDITION_CHOICES
from nejat.outbox.addresses import LONGEST

LONGEST_NAME = 100
LONGEST_SUBJECT = 150
LONGEST_TEXT = 5000


class Message(models.Model):
    """One message from the contact form of an edition. The IP address it came from is not kept."""

    State = MessageState

    edition = models.CharField(_("edition"), max_length=2, choices=EDITION_CHOICES)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    email = models.EmailField(_("e-mail"), max_length=LONGEST)
    subject = models.CharField(_("subject"), max_length=LONGEST_SUBJECT)
    text = models.TextField(_("message"), max_length=LONGEST_TEXT)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.NEW)
    suspicion = models.CharField(_("why it looks like spam"), max_length=100, blank=True)
    sender = models.CharField(max_length=16, blank=True, editable=False)
    """What `nejat.guard` calls the sender's network; forgotten after two weeks."""
    created_at = models.DateTimeField(_("written at"), default=timezone.now, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=["state", "-id"], name="message_in_state"),
            models.Index(
                fields=["sender"], condition=~models.Q(sender=""), name="message_of_sender"
            ),
        ]

    def __str__(self) -> str:
        """A name without a person in it: the history of the admin keeps it for good."""
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_suspicious(self) -> bool:
        """Whether it was taken for spam when it came, and so was not mailed."""
        return bool(self.suspicion)
