from django.apps import AppConfig


class PreviewsConfig(AppConfig):
    """Works shown as readers will see them, before they do."""

    name = "nejat.editorial.previews"
    verbose_name = "Previews"
