from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles, and the topics, tags, series and contributors they stand under."""

    name = "articles"
    verbose_name = _("Articles")
