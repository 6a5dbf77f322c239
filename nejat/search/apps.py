from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """One index over all that is published, in folded letters."""

    name = "nejat.search"
    verbose_name = _("Search")
