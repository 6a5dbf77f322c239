from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    """Mails that are stored first, then sent, and tried again when the server refuses."""

    name = "nejat.outbox"
    verbose_name = _("Outgoing mail")
