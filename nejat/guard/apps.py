from django.apps import AppConfig


class GuardConfig(AppConfig):
    """What keeps machines from forms that strangers fill in."""

    name = "nejat.guard"
