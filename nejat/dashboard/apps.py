from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    """What an account finds when it opens the admin."""

    name = "nejat.dashboard"
    verbose_name = _("Dashboard")
