"""What the hub was told last of each feed."""

from django.db import models


class Ping(models.Model):
    """The version of a feed that the hub knows of, by the feed's address."""

    address = models.URLField(max_length=500, unique=True)
    version = models.CharField(max_length=24)
    pinged_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.address
