from django.apps import AppConfig


class WordPressConfig(AppConfig):
    """Taking over WordPress archives, and their addresses."""

    name = "nejat.wordpress"
    verbose_name = "WordPress"
