from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TagsConfig(AppConfig):
    """Loose keywords on works and pictures of any kind."""

    name = "nejat.tags"
    verbose_name = _("Tags")
