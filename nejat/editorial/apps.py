from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """What all content shares: states, dates, editions, the admin."""

    name = "nejat.editorial"
    verbose_name = "Editorial"
