from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    """Home of what the menu lists under Publications."""

    name = "publications"
    verbose_name = _("Publications")
