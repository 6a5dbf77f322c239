from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaLibraryConfig(AppConfig):
    """Home of what the menu lists under Media library."""

    name = "media_library"
    verbose_name = _("Media library")
