from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    """What readers write to us: stored, then mailed."""

    name = "nejat.contact"
    verbose_name = _("Contact")
