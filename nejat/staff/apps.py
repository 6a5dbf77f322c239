from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    """Who works at the desk: groups, and the editions of each account."""

    name = "nejat.staff"
    verbose_name = _("Staff")
