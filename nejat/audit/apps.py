from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """Who did what to which row, in which editions."""

    name = "nejat.audit"
    verbose_name = _("Audit log")
