from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """The home page, about, contact, the menu, error pages."""

    name = "nejat.pages"
    verbose_name = _("Pages")
