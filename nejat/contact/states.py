"""What became of a message."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MessageState(models.TextChoices):
    """How far staff are with a message."""

    NEW = "new", pgettext_lazy("state of a message", "New")
    READ = "read", pgettext_lazy("state of a message", "Read")
    ANSWERED = "answered", _("Answered")
    SPAM = "spam", pgettext_lazy("state of a message", "Spam")
