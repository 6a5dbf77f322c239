from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    """What machines read of the site: sitemaps, robots, share pictures, embeds."""

    name = "nejat.discovery"
