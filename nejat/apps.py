from django.apps import AppConfig


class NejatConfig(AppConfig):
    """The project itself: its settings' checks and its static files."""

    name = "nejat"
    verbose_name = "Nejat"

    def ready(self) -> None:
        from nejat import checks  # noqa: F401, PLC0415 -- registering needs loaded settings
