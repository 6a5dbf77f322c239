from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Sample content."""

    name = "nejat.demo"
    verbose_name = "Sample content"
