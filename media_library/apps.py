from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaLibraryConfig(AppConfig):
    """Image assets, and what is made of them: cartoons, news pictures, galleries; videos."""

    name = "media_library"
    verbose_name = _("Media library")
