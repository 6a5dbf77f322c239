from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """The four editions: addresses, languages, calendars, digits."""

    name = "nejat.editions"
    verbose_name = "Editions"
