from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MissingConfig(AppConfig):
    """Addresses that lead nowhere: noted, and led on by redirects."""

    name = "nejat.missing"
    verbose_name = _("Missing pages")
