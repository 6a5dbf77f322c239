"""Where a comment stands, and why somebody or something decided so."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CommentState(TextChoices):
    """What is stored. Readers see what is approved, and nothing else."""

    WAITING = "waiting", _("Waiting")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", pgettext_lazy("state of a comment", "Spam")


REFUSED = (CommentState.REJECTED, CommentState.SPAM)


class Reason(TextChoices):
    """Why people reject a comment, or report one."""

    OFF_TOPIC = "off_topic", _("It has nothing to do with the article")
    INSULT = "insult", _("It insults or threatens somebody")
    PRIVATE = "private", _("It tells what is private, or puts somebody in danger")
    FALSE = "false", _("It says what is not true")
    ADVERT = "advert", _("It advertises something")
    OTHER = "other", _("Something else")


class Cause(TextChoices):
    """Why a comment came into its state without a moderator."""

    TRUSTED = "trusted", _("Trusted")
    LINKS = "links", _("Many links")
    WORDS = "words", _("Word list")
    APPEAL = "appeal", _("Its author asks to look again")
